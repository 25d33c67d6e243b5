"""Questions that are answered in words, and what may follow such an answer."""

from __future__ import annotations

from collections.abc import Sequence

from collab.commands.interview import Back, Given, Light, Pressed
from collab.commands.keeping import Kept
from collab.commands.steps.asking import Asking, Way, Words
from collab.commands.steps.promising import promise_line
from collab.domain.entries import Answer, Entry
from collab.domain.periods import WEEKDAYS, week_of
from collab.domain.promise_words import marked_lines
from collab.domain.questions import Question
from collab.rendering.lines import Line, line
from collab.rendering.session_page import (
    IF,
    THEN,
    WHO,
    WORDS,
    as_written,
    asked,
    counted,
    note,
    own_words,
)
from collab.storage.review import outside_views

DEEPER, STAR, PROMISE = "d", "*", "p"

ELSEWHERE = "answered in another window meanwhile; kept as a note"
GONE = "the answer is no longer on the page"

_LABELS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("if", "then"): (IF, THEN),
    ("who", "words"): (WHO, WORDS),
}


def ask_words(
    asking: Asking,
    question: Question,
    *,
    beside: bool = True,
    skips: bool = True,
    facts: Sequence[str | Line] = (),
) -> Way:
    """Ask a question that is answered in words, an if-then answer and an outside view too.

    `beside` says whether the deeper question and a star are offered, `skips` whether
    passing over is remembered and said. `facts` stand below the question.
    """
    while True:
        page = asking.page_so_far()
        earlier = answer_on(page, question)
        if page and earlier and asking.has_begun(deeper_key(question)):
            way = _beside(asking, question, Kept(page.id, earlier.id, ""), earlier)
            if way is not Way.BACK:
                return way
        labels = labels_of(question)
        texts = texts_of(earlier, question)
        above = [asked(question.text), *facts, ""]
        down = "whom to ask" if question.kind == "told" else ""
        outcome = asking.words(question.key, above, labels, texts, down=down)
        if isinstance(outcome, Back | Light):
            return asking.left_for(outcome)
        if not isinstance(outcome, Given):
            if not skips and earlier is None:
                return Way.ON
            return take_off(asking, question, "answers", earlier.id if earlier else None)
        if outcome.texts == texts:
            return Way.ON
        kept = keep_words(asking, question, outcome, earlier, facts)
        if kept is None or not beside or question.kind == "light":
            return Way.ON
        lines = _new_lines(question, outcome, earlier)
        way = _beside(asking, question, kept, earlier, lines)
        if way is not Way.BACK:
            return way


def keep_words(
    asking: Asking,
    question: Question,
    given: Given,
    earlier: Answer | None,
    facts: Sequence[str | Line] = (),
) -> Kept | None:
    """Keep words that were given, in place of those of an `earlier` answer; what remains.

    None where another window gave an answer meanwhile, and these became a note.
    """
    kept = asking.keep.words(question, given.texts, earlier.id if earlier else "")
    saved = asking.saved(question.key) if kept else f"{ELSEWHERE} · {asking.saved()}"
    if kept and question.kind == "told" and given.texts[0].strip() and given.texts[1].strip():
        saved += f" · {counted(_outside_views(asking), 'outside view')} this week"
    shown = as_written(labels_of(question), given.texts)
    asking.remains([asked(question.text), *facts, "", *shown], [note(saved)])
    return kept


def _outside_views(asking: Asking) -> int:
    """How many outside views the week has in which this one is written."""
    week = week_of(asking.keep.day, asking.session.settings.week_starts_on)
    return asking.session.read(lambda connection: outside_views(connection, week), 0)


def labels_of(question: Question) -> tuple[str, ...]:
    """What stands in front of each field of a question; nothing in front of a single one."""
    return _LABELS.get(question.fields, ("",))


def take_off(asking: Asking, question: Question, table: str, record: str | None) -> Way:
    """What an emptied field means: skipped, or, with an answer there, whether it goes."""
    if record is None:
        return asking.passed_over(question)
    pressed = asking.key(
        ["The field is empty. The answer you gave is kept until you take it off the page."],
        {"t": "take off"},
        "t take it off · Enter keep it",
        back=False,
        beside=True,
    )
    if isinstance(pressed, Pressed):
        asking.keep.remove(question, table, record)
        gone = note("taken off the page · back again: collab undo")
        asking.remains([asked(question.text)], [gone])
    return Way.LIGHT if isinstance(pressed, Light) else Way.ON


def _new_lines(question: Question, given: Given, earlier: Answer | None) -> tuple[str, ...]:
    """The lines of an answer in one's own words that may be promises, and are new in it."""
    if question.fields != ("text",):
        return ()
    known = marked_lines(earlier.text or "") if earlier else ()
    return tuple(one for one in marked_lines(given.text) if one not in known)


def _beside(
    asking: Asking,
    question: Question,
    kept: Kept,
    earlier: Answer | None,
    lines: Sequence[str] = (),
) -> Way:
    """Offer the deeper question, a star and the promises in `lines` until Enter goes on."""
    deeper = bool(question.deeper) and not (earlier and earlier.deeper_text)
    star = not (earlier and earlier.starred)
    if asking.has_begun(deeper_key(question)):
        outcome = _deeper(asking, question, kept)
        if isinstance(outcome, Light):
            return Way.LIGHT
        deeper = not isinstance(outcome, Given)
    while deeper or star or lines:
        above: list[str | Line] = [line("  ", question.deeper, hang=2)] if deeper else []
        above += [line("  ! ", lines[0], hang=4)] if lines else []
        offered = {
            **({DEEPER: "d answer that too"} if deeper else {}),
            **({STAR: f"* star it for {_last_of_week(asking)}"} if star else {}),
            **({PROMISE: "p make ! a promise"} if lines else {}),
        }
        hint = " · ".join([*offered.values(), "Enter go on"])
        keys = {key: key for key in offered}
        pressed = asking.key(above, keys, hint, back=True, beside=True)
        if isinstance(pressed, Back | Light):
            return asking.left_for(pressed)
        if not isinstance(pressed, Pressed):
            break
        if pressed.value == STAR:
            starred = asking.keep.star(kept)
            asking.show(note("starred" if starred else GONE))
            star = False
        elif pressed.value == PROMISE:
            lines = lines[1:] if promise_line(asking, lines[0], kept.page) else lines
        else:
            outcome = _deeper(asking, question, kept)
            if isinstance(outcome, Light):
                return Way.LIGHT
            deeper = not isinstance(outcome, Given)
    return Way.ON


def _deeper(asking: Asking, question: Question, kept: Kept) -> Words:
    """Ask the deeper question and keep its answer."""
    key = deeper_key(question)
    outcome = asking.words(key, [asked(question.deeper), ""])
    if isinstance(outcome, Given):
        stood = asking.keep.deeper(kept, question.deeper, key, outcome.text)
        saved = asking.saved(key) if stood else f"{GONE}; kept as a note · {asking.saved()}"
        asking.remains([asked(question.deeper), "", own_words(outcome.text)], [note(saved)])
    return outcome


def deeper_key(question: Question) -> str:
    """What the words for a question's deeper one are begun under."""
    return f"deeper:{question.key}"


def answer_on(page: Entry | None, question: Question) -> Answer | None:
    """The answer a page has to this question, when one comes back to it."""
    for answer in page.answers if page else ():
        if answer.prompt == question.prompt and answer.talk == question.talk:
            return answer
        if question.kind == "asked" and answer.question == question.text:
            return answer
    return None


def texts_of(answer: Answer | None, question: Question) -> tuple[str, ...]:
    """What an answer puts into the fields of its question."""
    if answer is None:
        return ()
    if question.fields == ("if", "then"):
        return answer.if_ or "", answer.then or ""
    if question.kind in ("asked", "told"):
        return answer.outside or "", answer.text or ""
    return (answer.text or "",)


def _last_of_week(asking: Asking) -> str:
    """The day on which the week's report is whole, or "the week" on that day itself."""
    last = (asking.session.settings.week_starts_on + 6) % 7
    return "the week" if asking.sat.day.weekday() == last else WEEKDAYS[last]
