"""What was changed on a page: the page as it came back beside what it had shown.

A place that was emptied is never taken for a change of its own accord. It is named, and
what stood there stays until somebody says that it should go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.ratings import Rating
from collab.exchange.markdown.blocks import Block, cut
from collab.exchange.markdown.reading import Section, Unanswered

Part = Entry | Answer | Rating | Plan
"""What can be changed on a page; of an entry that is its own text."""

_TYPED: dict[type, tuple[str, ...]] = {
    Entry: ("text",),
    Answer: ("text", "if_", "then", "deeper_text"),
    Rating: ("value", "fit", "deeper_text"),
    Plan: ("if_", "then", "outcome"),
}
_MAIN: dict[type, tuple[str, ...]] = {
    Entry: ("text",),
    Answer: ("text", "if_", "then"),
    Rating: ("value",),
    Plan: ("if_", "then"),
}
"""Of these at least one has to stand, or there is no such part."""


@dataclass(frozen=True, slots=True)
class Change:
    """One part of a page: what the page had `shown`, and what is `given` there now.

    A part that was not there before has None for `shown`. The fields named in `emptied`
    stand in `given` as they were shown.
    """

    shown: Part | None
    given: Part
    emptied: tuple[str, ...] = ()

    def is_any(self) -> bool:
        """Whether there is anything to keep, what was emptied aside."""
        return self.shown is None or typed(self.given) != typed(self.shown)

    def without_emptied(self) -> Part | None:
        """The part with what was emptied taken out; None if nothing of it is left."""
        main = [name for name in _MAIN[type(self.given)] if name not in self.emptied]
        if all(getattr(self.given, name) is None for name in main):
            return None
        nothing: dict[str, Any] = dict.fromkeys(self.emptied)
        return replace(self.given, **nothing)

    def rates(self) -> bool:
        """Whether a rating is given or changed; words beside one are words."""
        if not isinstance(self.given, Rating):
            return False
        if not isinstance(self.shown, Rating):
            return True
        return (self.given.value, self.given.fit) != (self.shown.value, self.shown.fit)


def typed(part: Part) -> tuple[Any, ...]:
    """What the user gave in a part of a page, without what belongs to the record."""
    return tuple(getattr(part, name) for name in _TYPED[type(part)])


def changes_of(section: Section, shown: Entry, *, complete: bool) -> Iterator[Change]:
    """What a section of a page makes of the entry that was `shown` there.

    `complete` says that all of the entry stood on the page, so that a part that is gone
    was emptied. Otherwise that is so only where its place is on the page.
    """
    page = section.entry
    yield _compared(shown, page)
    met: list[Part] = []
    for part in _parts(page):
        before = part_in(part, shown)
        if before is None:
            yield Change(None, part)
        else:
            met.append(before)
            yield _compared(before, part)
    for present in _parts(shown):
        gone = complete or any(_is_place_of(one, present) for one in section.unanswered)
        if gone and not any(present is one for one in met):
            yield Change(present, present, _filled(present))


def part_in(part: Part, shown: Entry) -> Part | None:
    """The part of an entry that `part` of a page is about, by its id or by what was asked."""
    if isinstance(part, Answer):
        to_prompt = [one for one in shown.answers if part.prompt and _about(one) == _about(part)]
        return _by_id(part, shown.answers) or next(iter(to_prompt), None)
    if isinstance(part, Rating):
        of_theme = [one for one in shown.ratings if one.theme == part.theme]
        return _by_id(part, shown.ratings) or (of_theme[-1] if of_theme else None)
    return shown.plan


def refuse_altered(opened: str, edited: str, source: str) -> None:
    """Raise `UnreadablePage` if a heading of collab or its comment was altered.

    They may be gone, but none may be another, come twice or in another order.
    """
    left = iter([mark for mark, _ in _marks(opened, source)])
    for mark, block in _marks(edited, source):
        if mark not in left:
            raise block.fault("this heading or the comment below it is not as collab wrote it.")


def _marks(text: str, source: str) -> Iterator[tuple[tuple[Any, ...], Block]]:
    """Each heading with its comment, and with those it stands below if it goes deeper."""
    above: tuple[Any, ...] = ()
    for block in cut(text, source).blocks:
        values = {key: value for key, value in block.comment.values.items() if key != "quoted"}
        mark = (block.kind, block.words, values)
        if block.kind == "deeper":
            mark = (*above, *mark)
        else:
            above = mark
        yield mark, block


def _compared(shown: Part, page: Part) -> Change:
    said = {name: getattr(page, name) for name in _TYPED[type(shown)]}
    emptied = tuple(
        name for name in _filled(shown) if said[name] is None and name not in _given_up(shown, page)
    )
    given = {name: value for name, value in said.items() if name not in emptied}
    if isinstance(page, Answer | Rating) and page.deeper_text:
        given["deeper_question"] = page.deeper_question
    if isinstance(page, Rating) and given["value"] != getattr(shown, "value", None):
        given["scale_version"] = page.scale_version
    return Change(shown, replace(shown, **given), emptied)


def _given_up(shown: Part, page: Part) -> tuple[str, ...]:
    """The fields that go with what was put in the place of the main one."""
    if isinstance(shown, Answer) and isinstance(page, Answer):
        changed_form = (shown.text is None) != (page.text is None)
        return _MAIN[Answer] if changed_form else ()
    if isinstance(shown, Rating) and isinstance(page, Rating):
        return ("fit",) if page.value != shown.value else ()
    return ()


def _filled(part: Part) -> tuple[str, ...]:
    return tuple(name for name in _TYPED[type(part)] if getattr(part, name) is not None)


def _parts(entry: Entry) -> tuple[Part, ...]:
    return (*entry.answers, *entry.ratings, *([entry.plan] if entry.plan else []))


def _by_id(part: Answer | Rating, parts: tuple[Any, ...]) -> Part | None:
    return next((one for one in parts if part.id and one.id == part.id), None)


def _is_place_of(place: Unanswered, part: Part) -> bool:
    if isinstance(part, Answer):
        about = bool(place.prompt) and (place.prompt, place.talk) == _about(part)
        kind = "answer"
    elif isinstance(part, Rating):
        about, kind = place.theme == part.theme, "rating"
    else:
        assert isinstance(part, Plan)
        about, kind = bool(place.prompt) and place.prompt == part.prompt, "plan"
    return place.kind == kind and (place.id == part.id if place.id else about)


def _about(answer: Answer) -> tuple[str | None, str | None]:
    return answer.prompt, answer.talk
