"""Lists as they are kept in a column: as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def list_from(column: str) -> list[Any]:
    """The list in a column. Most are empty, and loading `json` for those would be felt."""
    if column == "[]":
        return []
    import json

    found: list[Any] = json.loads(column)
    return found


def list_text(values: Sequence[Any]) -> str:
    """The list as it is kept."""
    import json

    return json.dumps(values, ensure_ascii=False)
