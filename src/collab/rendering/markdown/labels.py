"""The fixed words of a page, for those who write it and for those who read it."""

from __future__ import annotations

from collab.domain.entries import OUTCOMES
from collab.domain.ratings import FIT_WORDS, Value
from collab.domain.themes import Theme

IF = "If:"
THEN = "Then:"
OUTCOME = "Outcome:"
CHOICE = "Choice:"
FIT = "Fit:"
WHO = "Who:"

NAMELESS: dict[str, str] = {"answer": "Answer", "deeper": "Going deeper", "plan": "Plan"}
"""What stands in a heading when nobody kept the question."""

FIT_HINT = f"({FIT} {', '.join(FIT_WORDS.values())})"
OUTCOME_HINT = f"({OUTCOME} {', '.join(OUTCOMES)})"
"""Lines of a form that say which words may be filled in."""

_FORM_ORDER: tuple[Value, ...] = (1, 2, 3, 4, 5, 0, "W")


def labelled(label: str, value: str | None) -> str:
    """A line such as "Fit: well", or the label alone where there is no value."""
    return f"{label} {one_line(value)}" if value else label


def one_line(text: str) -> str:
    """The text with its line breaks turned into spaces."""
    return " ".join(text.splitlines())


def rating_heading(theme: Theme | None, theme_id: str) -> str:
    """The question that ratings of a theme answer; its wording is not kept with them."""
    return f"{theme.name if theme else theme_id} today: which is the highest line that is true?"


def choice_line(theme: Theme | None, value: Value, scale_version: int) -> str:
    """Such as "3 - I asked ..."; the value alone where the scale's words were others then."""
    if theme is None or theme.scale_version != scale_version:
        return str(value)
    return f"{value} - {theme.line(value)}"


def scale_lines(theme: Theme) -> tuple[str, ...]:
    """The seven lines of a scale, in the order in which they are offered."""
    return tuple(choice_line(theme, value, theme.scale_version) for value in _FORM_ORDER)


def is_if_then(text: str) -> bool:
    """Whether a text reads as the two halves of a plan: an "If:" line, and a "Then:" line."""
    first, *others = text.split("\n")
    return first.startswith(IF) and any(line.startswith(THEN) for line in others)
