"""The forms in which pages can be printed."""

from __future__ import annotations

from enum import StrEnum


class ListFormat(StrEnum):
    """The faces of a list."""

    TEXT = "text"
    JSON = "json"


class PageFormat(StrEnum):
    """The faces of a page."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
