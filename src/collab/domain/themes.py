"""The nine themes and their scales."""

from __future__ import annotations

from typing import Any

from collab.domain.frozen import frozen
from collab.domain.theme_ids import THEME_IDS as THEME_IDS


@frozen
class Theme:
    """A theme with its scale: `lines` are what 1 to 5 stand for, in that order.

    `ind` and `inter` describe the two ends. `waited` says what "W" means here.
    """

    id: str
    name: str
    field_term: str
    definition: str
    ind: str
    inter: str
    lines: tuple[str, str, str, str, str]
    no_occasion: str
    waited: str
    scale_version: int
    source: tuple[str, ...] = ()

    def line(self, value: int | str) -> str:
        """The words behind a value: 1 to 5, 0 or "W"."""
        if value == "W":
            return self.waited
        return self.no_occasion if value == 0 else self.lines[int(value) - 1]


def themes_in(document: dict[str, Any]) -> tuple[Theme, ...]:
    """The themes of a parsed `themes.toml` that is known to be sound."""
    return tuple(
        Theme(
            **{
                **table,
                "lines": tuple(table["lines"]),
                "source": tuple(table.get("source", ())),
            }
        )
        for table in document["theme"]
    )
