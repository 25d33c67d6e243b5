"""Words that were begun and not given, or could not be saved: offered before anything else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import timedelta

from collab.commands.interview import Given, Pressed, Stop
from collab.commands.keeping import Keeper
from collab.commands.recovery import unsaved
from collab.commands.steps.asking import Asking, Leaving
from collab.commands.steps.words import labels_of
from collab.domain.periods import said_day
from collab.domain.prompts import Prompt
from collab.domain.questions import Question, recalled
from collab.rendering.session_page import Page, as_written, asked, heading, note, own_words
from collab.storage.sessions import Draft

_PLANS = {"morning": "morning", "week": "week"}
_CHOICES = {"f": "finish", "t": "note", "z": "discard"}
_FINISHED_LATER = ("open", "light", "plan", "moment", "sides", "told", "about")
_RECOVERED = {"t": "note", "z": "discard"}
_RECOVERED_HINT = "t turn them into a note · z discard · Enter leave them"
_HINT = "f finish it · t turn it into a note · z discard · Ctrl-C stop"


def offer(asking: Asking, drafts: Iterable[Draft]) -> bool:
    """Let the user finish, keep as a note or discard what was begun on another day.

    Whether anything was offered. Raises `Leaving`.
    """
    here = asking.session.today, asking.keep.day
    earlier = [draft for draft in drafts if draft.day not in here]
    for draft in earlier:
        _offer(asking, draft)
    return bool(earlier)


def _offer(asking: Asking, draft: Draft) -> None:
    keep = Keeper(asking.session, draft.day, draft.kind)
    yesterday = draft.day == asking.session.today - timedelta(days=1)
    when = "Yesterday" if yesterday else f"On {said_day(draft.day, asking.session.today)}"
    words = _one_text(draft.texts)
    above: Page = [f'{when} you began: "{words}"', ""]
    pressed = asking.key(above, _CHOICES, _HINT, skip=False, back=False)
    assert isinstance(pressed, Pressed), "nothing else leads away from here"
    if pressed.value == "finish":
        _finish(asking, keep, draft)
    elif pressed.value == "note":
        keep.note(words, instead_of=draft.key)
        on = said_day(draft.day, asking.session.today)
        asking.show(own_words(words), note(f"a note of {on} · {asking.saved()}"))
    else:
        keep.discard(words, draft.key)
        asking.show(note("discarded · back again, as a note: collab undo"))


def offer_recovered(asking: Asking) -> None:
    """Let the user keep as a note, or discard, words that could not be saved once."""
    for path, words in unsaved(asking.session):
        above: Page = [f'These words could not be saved: "{words}"', ""]
        pressed = asking.key(above, _RECOVERED, _RECOVERED_HINT, back=False)
        if not isinstance(pressed, Pressed):
            continue
        if pressed.value == "note":
            asking.keep.note(words)
            asking.show(own_words(words), note(f"a note of today · {asking.saved()}"))
        else:
            asking.keep.discard(words)
            asking.show(note("discarded · back again, as a note: collab undo"))
        with suppress(OSError):
            os.unlink(path)


def _finish(asking: Asking, keep: Keeper, draft: Draft) -> None:
    """Ask the question again with the words in its field, and keep them on their own day."""
    question = _question_of(draft, asking.sat.prompts)
    text = (
        question.text if question else f"Your words of {said_day(draft.day, asking.session.today)}"
    )
    asking.show(heading(draft.day, f"{draft.kind}, finished later"))
    labels = labels_of(question) if question else ("",)
    texts = draft.texts if question else (_one_text(draft.texts),)
    given = asking.interview.ask_text([asked(text), ""], labels, texts, back=False)
    if isinstance(given, Stop):
        keep.begun(draft.key, given.texts)
        raise Leaving(given.signal)
    if not isinstance(given, Given):
        keep.discard(_one_text(draft.texts), draft.key)
        asking.show(note("discarded · back again, as a note: collab undo"))
        return
    if question is None:
        keep.note(given.text, instead_of=draft.key)
    elif question.kind == "plan":
        keep.plan(question, *given.texts)
    else:
        keep.words(question, given.texts)
    asking.remains([asked(text), "", *as_written(labels, given.texts)], [note(asking.saved())])


def _question_of(draft: Draft, prompts: Sequence[Prompt]) -> Question | None:
    """The question the words were begun for; None where they become a note when finished."""
    kind, _, detail = draft.key.partition(":")
    prompt: str | None = detail.rpartition(":")[2] if kind == "about" else detail
    if kind == "plan":
        moment = _PLANS.get(draft.kind, "tomorrow")
        plans = (one.id for one in prompts if (one.moment, one.answer) == (moment, "plan"))
        prompt = next(plans, None)
    question = recalled(draft.key, prompt, draft.day, prompts)
    if question is None or question.kind not in _FINISHED_LATER:
        return None
    return question if len(question.fields) == len(draft.texts) else None


def _one_text(texts: Sequence[str]) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())
