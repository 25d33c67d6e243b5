"""What a session leaves on the screen: a page that reads well when one scrolls up.

A question stands bold, the user's own words plain behind `> `, what collab adds dim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from collab.domain.entries import Plan
from collab.domain.periods import WEEKDAYS, spoken_long
from collab.domain.questions import NEXT_WEEKS_PLAN
from collab.domain.ratings import FIT_WORDS, Fit, Value
from collab.domain.themes import Theme
from collab.rendering.glyphs import Glyphs
from collab.rendering.lines import Line, line
from collab.rendering.palette import DUE, HEADING, LABEL

Page = list[str | Line]

IF, THEN = "If", "then I will"
WHO, WORDS = "Who", "Words"

ABOUT_THE_SCALE = (
    "Think of the occasion that mattered most. Both ends have their use; neither is better."
)
ABOUT_THE_FOCUS = (
    "One thing to set up. For the next four weeks, which of these do you want to look at"
    " each evening too? One or two numbers, or Enter for none."
)

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

_TEXT_FROM = 13  # the column at which the words behind a label begin
_THEME = 27  # columns for a theme's name in front of its rating
_MENU_IN_TWO_FROM = 78  # columns of the terminal


def privacy(path: str) -> Page:
    """What is to be read before a colleague is named; `path` is the journal's file."""
    title = "collab: a few questions a day about working with and through others."
    return [title, "", *yours_and_others(path)]


def yours_and_others(path: str) -> list[Line]:
    """The two paragraphs of that page."""
    return [
        _labelled("Yours", f"One file on this computer: {path}"),
        _labelled(
            "",
            "Nothing is ever sent. It is not encrypted: whoever can use your account can read it.",
        ),
        _labelled(
            "Others",
            "Write only what you could stand by if the person read it. No health, family,"
            " belief, union or sexual matters of others. Do not use this as a personnel file."
            " A short name will do: @bo",
        ),
    ]


def heading(day: date, what: str) -> Line:
    """The first line of a session: its day and `what` it is, such as "evening"."""
    return line((HEADING, f"{spoken_long(day)}, {what}"))


def asked(text: str, *, full: bool = False) -> Line:
    """A question as it stands above the field and on the page."""
    return line((HEADING, text), full=full)


def due_list(label: str, things: Iterable[str]) -> list[Line]:
    """What is due, named below each other behind one label."""
    return [_labelled("" if at else label, text, DUE) for at, text in enumerate(things)]


def ticked_off(label: str, what: str, became: str) -> Line:
    """A promise or talk and what became of it; a long label stands in front of the rest."""
    front = f"  {label}".ljust(_TEXT_FROM)
    front = front if front.endswith("  ") else f"  {label}: "
    return line((LABEL, front), f"{what}: ", (LABEL, became), hang=_TEXT_FROM)


def your_plan(plan: Plan, label: str = "Your plan") -> Line:
    """A plan read back in one sentence."""
    return _labelled(label, plan.sentence())


def plan_label(plan: Plan) -> str:
    """What a plan read back on its day is called: one of a review is the week's."""
    return "This week" if plan.prompt == NEXT_WEEKS_PLAN else "Your plan"


def own_words(text: str) -> Line:
    """What the user wrote."""
    return line("> ", text, hang=2, full=True)


def as_written(labels: Sequence[str], texts: Sequence[str]) -> Page:
    """What the user wrote into the fields with these labels, the empty ones left out."""
    if not any(labels):
        return [own_words(text) for text in texts]
    widest = max(map(len, labels)) + 2
    return [
        line("> ", (LABEL, label.ljust(widest)), text, hang=2 + widest, full=True)
        for label, text in zip(labels, texts, strict=True)
        if text
    ]


def note(text: str) -> Line:
    """What collab adds below an answer, such as "saved 18:34"."""
    return line((LABEL, f"  {text}"), hang=2)


def beside_plan(text: str) -> Line:
    """What became of a plan, below it."""
    return line((LABEL, " " * _TEXT_FROM + text), hang=_TEXT_FROM)


def scale(theme: Theme) -> Page:
    """The seven lines of a theme's scale, each with its key."""
    values: tuple[Value, ...] = (1, 2, 3, 4, 5, 0, "W")
    return [line(f"  {str(value).lower()}  ", theme.line(value), hang=5) for value in values]


def rated(theme: Theme, value: Value, columns: int, glyphs: Glyphs) -> Line:
    """A rating in one row: the theme, the value and as much of its line as fits."""
    from collab.rendering.wrapping import cut

    front = f"  {theme.name.ljust(_THEME)}"
    words = cut(
        f"{str(value).lower()}  {theme.line(value)}", max(columns - len(front) + 1, 12), glyphs.cut
    )
    return line((LABEL, front), words, hang=len(front), full=True)


def unrated(theme: Theme) -> Line:
    """A theme whose rating was passed over."""
    return line((LABEL, f"  {theme.name.ljust(_THEME)}skipped"))


def beside_rating(fit: Fit | None, saved: str) -> Line:
    """How a rated act suited the situation, below the rating; `saved` says since when."""
    suited = ""
    if fit is not None:
        suited = FIT_WORDS[fit] if fit == "other" else f"suited the situation {FIT_WORDS[fit]}"
    between = " · " if suited else ""
    return line((LABEL, " " * (2 + _THEME) + f"{suited}{between}{saved}"), hang=2 + _THEME)


def focus(names: str) -> Line:
    """The themes that were chosen to be looked at each evening."""
    return _labelled("Focus", names)


def known_as(name: str, what: str) -> Line:
    """Somebody who was new, and what is known of them now."""
    return _labelled(name, what, LABEL)


def theme_menu(themes: Sequence[Theme], columns: int) -> Page:
    """The themes to choose from, numbered, in two columns where there is room."""
    help_ = "?  what they mean"
    rows = [f"{number}  {theme.name}" for number, theme in enumerate(themes, start=1)]
    if columns < _MENU_IN_TWO_FROM:
        return [f"  {row}" for row in (*rows, help_)]
    half = (len(rows) + 1) // 2
    left, right = rows[:half], [*rows[half:], *[""] * (2 * half - len(rows))]
    pairs = [f"  {one:<30}{other}".rstrip() for one, other in zip(left, right, strict=True)]
    pairs[-1] = f"{pairs[-1]:<58}{help_}"
    return list(pairs)


def about_another_focus(names: str) -> str:
    """What is asked when other focus themes than those of these `names` are to be chosen."""
    return (
        "For the next four weeks, which of these do you want to look at each evening too?"
        f" One or two numbers, or Enter to keep {names}."
    )


def number_word(number: int) -> str:
    """A number as a sentence says it: "four"; figures from 13 on."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def definitions(themes: Iterable[Theme]) -> Page:
    """What each theme means."""
    page: Page = []
    for number, theme in enumerate(themes, start=1):
        page.append(line((HEADING, f"  {number}  {theme.name}"), hang=5))
        page.append(line(" " * 5, theme.definition, hang=5))
    return page


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 answer", "3 answers"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def in_words(things: Sequence[str]) -> str:
    """ "the plan, your answer and 2 ratings"; empty for nothing."""
    *front, last = things or ("",)
    return f"{', '.join(front)} and {last}" if front else last


def next_time(day: date, next_day: date, cue: str) -> str:
    """How the last line of an evening begins: "Tomorrow, after the last call"."""
    when = (
        "Tomorrow" if next_day == day + timedelta(days=1) else f"On {WEEKDAYS[next_day.weekday()]}"
    )
    moment = cue.strip().rstrip(".")
    if not moment:
        return f"{when} evening"
    return f"{when}, after {moment.removeprefix('after ').removeprefix('After ')}"


def _labelled(label: str, text: str, style: str = "") -> Line:
    front = f"  {label}".ljust(_TEXT_FROM)
    front = front if front.endswith(" ") else f"{front}  "  # a long name
    return line((LABEL, front), (style, text), hang=_TEXT_FROM)
