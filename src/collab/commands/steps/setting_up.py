"""What is set up after somebody has written: focus themes, and the moment of the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from collab.commands.interview import Back, Given, Light, Pressed
from collab.commands.steps.asking import Asking, Way
from collab.commands.steps.words import ask_words
from collab.domain.periods import said_day
from collab.domain.questions import Question
from collab.domain.review import ASKED_EVERY, weeks_on
from collab.domain.themes import Theme
from collab.rendering.lines import Line
from collab.rendering.session_page import (
    ABOUT_THE_FOCUS,
    about_another_focus,
    asked,
    definitions,
    focus,
    in_words,
    note,
    number_word,
    own_words,
    theme_menu,
)

STAYS = {"k": "keep", "c": "change"}

_ALWAYS = "decide"
_MOST = 2


def ask_focus(asking: Asking, question: Question, *, instead_of: str = "") -> Way:
    """Offer focus themes, then one line about what they are for.

    `instead_of` names those there are; passing over leaves them.
    """
    about = about_another_focus(instead_of) if instead_of else ABOUT_THE_FOCUS
    themes = [theme for theme in asking.themes.values() if theme.id != _ALWAYS]
    if asking.has_begun(what_for(question).key):
        return ask_words(asking, what_for(question), beside=False, skips=False)
    help_: list[str | Line] = []
    present = "" if instead_of else _numbers(asking.session.settings.focus, themes)
    typed = present
    while True:
        menu = theme_menu(themes, asking.interview.columns)
        above = [asked(about), "", *menu, "", *help_]
        outcome = asking.words(question.key, above, earlier=[typed] if typed else ())
        if isinstance(outcome, Back | Light):
            return asking.left_for(outcome)
        if not isinstance(outcome, Given):
            if present:
                asking.session.set("focus", "")
            asking.keep.settled(question, "skipped")
            asking.remains([focus(instead_of or "none")], [])
            return Way.ON
        if outcome.text == present:
            asking.keep.settled(question, "answered")
            return _what_for(asking, question)
        if outcome.text.strip() == "?":
            asking.show(*definitions(themes))
            typed = present
            continue
        chosen = _chosen(outcome.text, themes)
        if chosen:
            break
        typed = outcome.text
        help_ = [f"One or two numbers from 1 to {len(themes)}, such as: 3 4", ""]
    asking.session.set("focus", " ".join(theme.id for theme in chosen))
    asking.keep.settled(question, "answered")
    names = in_words([theme.name for theme in chosen])
    asking.remains([focus(names)], [note(asking.saved(question.key))])
    return _what_for(asking, question, names if instead_of else "")


def _what_for(asking: Asking, question: Question, instead_of: str = "") -> Way:
    way = ask_words(asking, what_for(question), beside=False, skips=False)
    return ask_focus(asking, question, instead_of=instead_of) if way is Way.BACK else way


def ask_stays(asking: Asking, question: Question) -> Way:
    """Ask whether the focus themes stay, beside what was written when they were chosen."""
    themes = in_words([asking.themes[theme].name for theme in asking.session.settings.focus])
    if asking.has_begun(what_for(question).key):
        return ask_focus(asking, question, instead_of=themes)
    facts, today = asking.sat.facts, asking.session.today
    assert facts
    weeks = weeks_on(facts.focus_since, today) if facts.focus_since else ASKED_EVERY
    lead = f"{number_word(weeks).capitalize()} week{'s' if weeks > 1 else ''} on {themes}."
    chosen: list[str | Line] = []
    if facts.focus_line:
        day, text = facts.focus_line
        chosen = [note(f"On {said_day(day, today)} you wrote:"), own_words(text)]
    while True:
        pressed = asking.key(chosen, STAYS, "k keep · c change", lead=lead)
        if isinstance(pressed, Back | Light):
            return asking.left_for(pressed)
        if isinstance(pressed, Pressed) and pressed.value == "change":
            way = ask_focus(asking, question, instead_of=themes)
            if way is Way.BACK:
                continue
            return way
        kept = isinstance(pressed, Pressed)
        asking.keep.settled(question, "answered" if kept else "skipped")
        said = f"kept · {asking.saved(question.key)}" if kept else "skipped"
        asking.remains([*chosen, f"  {lead}"], [note(said)])
        return Way.ON


def what_for(question: Question) -> Question:
    """The one optional line about the focus, kept as an answer of the page."""
    return replace(question, key=f"open:{question.prompt}", kind="open", fields=("text",))


def ask_cue(asking: Asking, question: Question) -> Way:
    """Ask after which moment of the day the user will write."""
    outcome = asking.words(question.key, [asked(question.text), ""])
    if isinstance(outcome, Back | Light):
        return asking.left_for(outcome)
    if not isinstance(outcome, Given):
        return asking.passed_over(question)
    asking.session.set("cue", " ".join(outcome.text.split()))
    asking.keep.settled(question, "answered")
    asking.remains(
        [asked(question.text), "", own_words(outcome.text)], [note(asking.saved(question.key))]
    )
    return Way.ON


def _numbers(focus: Sequence[str], themes: Sequence[Theme]) -> str:
    """The numbers in the menu of the themes that are chosen already."""
    ids = [theme.id for theme in themes]
    return " ".join(str(ids.index(one) + 1) for one in focus if one in ids)


def _chosen(typed: str, themes: Sequence[Theme]) -> list[Theme]:
    """The themes whose numbers were typed; none where that is not one or two of them."""
    numbers = re.findall(r"\d+", typed)
    if re.sub(r"[\d\s,;.&+]|and", "", typed) or not 1 <= len(numbers) <= _MOST:
        return []
    chosen = dict.fromkeys(int(number) for number in numbers)
    if not all(1 <= number <= len(themes) for number in chosen):
        return []
    return [themes[number - 1] for number in chosen]
