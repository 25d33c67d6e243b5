"""The nine themes and their scales."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
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
