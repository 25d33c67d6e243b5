"""What every step of a session needs: the terminal, the page, and how far the session is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from collab.commands.interview import Back, Given, Interview, Light, Pressed, Skipped, Stop
from collab.commands.keeping import Keeper
from collab.domain.entries import Entry
from collab.domain.themes import Theme
from collab.rendering.glyphs import ASCII, UNICODE, Glyphs
from collab.rendering.lines import Line
from collab.rendering.session_page import Page, as_written, asked, heading, note
from collab.rendering.unbroken import unbroken
from collab.storage import sessions
from collab.storage.entries import page_on
from collab.storage.packs import themes

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.commands.sitting import Sitting
    from collab.domain.questions import Question
    from collab.domain.reports.words import Moment


_DraftKey = tuple[date, str, str]
Words = Given | Skipped | Back | Light


class Way(Enum):
    """Where a session goes from a question."""

    ON = auto()
    BACK = auto()
    LIGHT = auto()


class Leaving(Exception):
    """The session ends here; everything that was given is kept.

    `signal` is the one that ends the process, None for Ctrl-C.
    """

    def __init__(self, signal: int | None) -> None:
        super().__init__()
        self.signal = signal


class Asking:
    """One sitting on the terminal.

    `can_go_back`, `can_go_light`, `left` and `again` (the question was answered, and one
    came back to it) are set for each question by whoever walks through them; `skip` is
    what the hint calls Enter on an empty field. `asked_who_hears` says that it was asked
    who should hear of a decision. In a review `starred` is the moment that
    was chosen by its number, `named_things` says that the question about what is open
    stands on the screen, and `became` what became of each talk and promise; `offered` is
    what was asked beside the questions about a talk.
    """

    def __init__(
        self, session: Session, sat: Sitting, interview: Interview, edit: Callable[[str], str]
    ) -> None:
        self.session = session
        self.interview = interview
        self._kept: set[object] = set()
        self.can_go_back = False
        self.can_go_light = False
        self.again = False
        self.skip = "skip"
        self.asked_who_hears = False
        self.starred: Moment | None = None
        self.named_things = False
        self.became: dict[str, str] = {}
        self.offered: set[str] = set()
        self.left: int | None = None
        self._edit = edit
        self._printed = False
        self._compact = False
        self._begun: dict[_DraftKey, sessions.Draft] = {}
        self._days: set[date] = set()
        self._head: Page = []
        self._last_head: date | None = None
        self.sit_down(sat)

    def sit_down(self, sat: Sitting) -> None:
        """Go on with another sitting."""
        self.sat = sat
        self.keep = Keeper(self.session, sat.day, sat.part)
        self._days.add(sat.day)

    def goes_on_with(self, questions: Sequence[Question]) -> None:
        """Choose these questions too, behind those of the sitting."""
        from collab.commands.sitting import Chosen

        self.keep.start(questions)
        self.sat = replace(self.sat, chosen=(*self.sat.chosen, *map(Chosen, questions)))

    def under(self, what: str) -> None:
        """Let the head of the sitting's page, its day and `what` it is, stand above its
        question, and remain only with words below it; not where it stands there already."""
        day = self.sat.day
        first = [] if self._printed else [""]
        self._head = [] if day == self._last_head else [*first, heading(day, what), ""]

    def _head_stands(self) -> None:
        """Note that the head stands on the screen for good."""
        if self._head:
            self._head, self._last_head = [], self.sat.day

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """The nine themes by their ids."""
        return {theme.id: theme for theme in themes()}

    @property
    def glyphs(self) -> Glyphs:
        """The signs this terminal can show."""
        return UNICODE if self.session.unicode else ASCII

    def remember(self, drafts: Sequence[sessions.Draft]) -> None:
        """Put words that were begun earlier back into their fields."""
        self._begun = {(one.day, one.kind, one.key): one for one in drafts}

    def words_begun(self, key: str) -> tuple[str, ...]:
        """Words begun for `key` and not given yet; none if there are none."""
        draft = self._begun.get(self._place(key))
        return draft.texts if draft else ()

    def has_begun(self, key: str) -> bool:
        """Whether words were begun for the question `key` of this sitting."""
        return self._place(key) in self._begun

    @property
    def has_begun_words(self) -> bool:
        """Whether words were begun, now or before, and stand in no answer yet."""
        return any(day in self._days for day, _, _ in self._begun)

    def _place(self, key: str) -> _DraftKey:
        return self.keep.day, self.keep.kind, key

    def page_so_far(self) -> Entry | None:
        """The page of this session as it is kept now."""
        day, kind = self.keep.day, self.keep.kind
        return self.session.read(lambda connection: page_on(connection, day, kind), None)

    # Asking

    def words(
        self,
        key: str,
        above: Page,
        labels: Sequence[str] = ("",),
        earlier: Sequence[str] = (),
        *,
        down: str = "",
    ) -> Words:
        """Ask for words under `key`, with those given `earlier`, or begun, in the fields.

        Words that are left without being given are kept as begun. Raises `Leaving`.
        """
        draft = self._begun.get(self._place(key))
        initial = tuple(earlier) or ("",) * len(labels)
        begun = ""
        if draft and len(draft.texts) == len(labels):
            initial, begun = draft.texts, f"your words from {draft.begun_at:%H:%M}"
        outcome = self.interview.ask_text(
            self.parted([*self._head, *above]),
            labels,
            initial,
            back=self.can_go_back,
            light=self.can_go_light,
            edit=self._edit,
            left=self.left,
            note=begun,
            skip=self.skip,
            down=down,
        )
        if not self.interview.erases:
            self._head_stands()
        if isinstance(outcome, Back | Light | Stop):
            self.keep_begun(key, outcome.texts, earlier)
        elif self._begun.pop(self._place(key), None) and isinstance(outcome, Skipped):
            self.keep.begun(key, ())
        if isinstance(outcome, Stop):
            if outcome.signal is None and any(text.strip() for text in outcome.texts):
                self.show(*self._head, *above, *as_written(labels, outcome.texts))
            raise Leaving(outcome.signal)
        return outcome

    def key(
        self,
        above: Page,
        answers: Mapping[str, str],
        hint: str = "",
        *,
        lead: str = "",
        skip: bool = True,
        back: bool | None = None,
        beside: bool = False,
        close: bool = False,
    ) -> Pressed | Skipped | Back | Light:
        """Ask for one key. Raises `Leaving`.

        A question `beside` another is none of its own, so that it does not say how many
        are left. One that is `close` stands right below what was printed.
        """
        outcome = self.interview.ask_key(
            above if close else self.parted(above),
            answers,
            hint,
            lead=lead,
            skip=skip,
            back=self.can_go_back if back is None else back,
            light=self.can_go_light,
            left=None if beside else self.left,
        )
        if isinstance(outcome, Stop):
            raise Leaving(outcome.signal)
        return outcome

    def keep_begun(self, key: str, texts: Sequence[str], earlier: Sequence[str] = ()) -> None:
        """Keep words begun for `key` and not given, unless they are those given `earlier`."""
        if tuple(texts) == tuple(earlier):
            texts = ()
        self.keep.begun(key, texts)
        self._begun.pop(self._place(key), None)
        if any(text.strip() for text in texts):
            self._begun[self._place(key)] = sessions.Draft(
                day=self.keep.day,
                kind=self.keep.kind,
                key=key,
                texts=tuple(texts),
                begun_at=self.session.clock(),
            )

    # What remains

    @property
    def has_printed(self) -> bool:
        """Whether anything of this session stands on the screen."""
        return self._printed

    def show(self, *lines: str | Line, compact: bool = False) -> None:
        """Print lines that remain. An empty one parts them from what stands above, unless
        both are `compact`: ratings and what is ticked off stand together."""
        parted = self._printed and not (compact and self._compact)
        self.interview.show([*([""] if parted else []), *lines])
        self._printed, self._compact = True, compact

    def remains(self, answered: Page, below: Page, *, compact: bool = False) -> None:
        """Print what is left of a question: what was `answered`, and what stands `below`.

        On a terminal that cannot erase, the question and the answer are there already.
        """
        stands_there = not self.interview.erases
        self.show(*(() if stands_there else [*self._head, *answered]), *below, compact=compact)
        self._head_stands()

    def parted(self, above: Page) -> Page:
        """`above` with an empty line before it, once anything stands on the screen."""
        return ["", *above] if self._printed else above

    @property
    def kept(self) -> int:
        """How many things were given so far; changing one does not make it two."""
        return len(self._kept)

    def kept_of(self, kind: str) -> int:
        """How many of these were answers to questions whose keys begin with `kind`."""
        keys = [one[1] for one in self._kept if isinstance(one, tuple)]
        return sum(str(key).startswith(f"{kind}:") for key in keys)

    def saved(self, key: str = "") -> str:
        """ "saved 18:34", once the answer to `key`, or something without a key, was."""
        self._kept.add((self.keep.day, key) if key else object())
        return unbroken(f"saved {self.session.clock():%H:%M}")

    def passed_over(self, question: Question) -> Way:
        """Remember a question that was skipped."""
        self.keep.settled(question, "skipped")
        self.remains([asked(question.text)], [note("skipped")])
        return Way.ON

    def left_for(self, outcome: Back | Light) -> Way:
        """The way that a key which is no answer leads."""
        return Way.BACK if isinstance(outcome, Back) else Way.LIGHT
