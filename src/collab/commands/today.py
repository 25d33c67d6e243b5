"""The day's session on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from collab.commands.sitting import Sitting, catching_up
from collab.errors import Stopped, UsageFault
from collab.storage import sessions

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.commands.steps.asking import Asking


def hold(session: Session, sit: Callable[[], Sitting]) -> None:
    """Ask the questions of a session, which `sit` gives as it stands, on the terminal.

    Raises `UsageFault` without a terminal and `Stopped` at Ctrl-C; what was given is kept.
    """
    sat = sit()
    with on_terminal(session, sat) as asking:
        from collab.commands.steps import closing
        from collab.commands.steps.begun import offer, offer_recovered
        from collab.commands.steps.opening import introduce, show_opening
        from collab.commands.steps.talks import end_what_was_asked
        from collab.commands.steps.walking import is_complete, walk

        introduce(asking)
        if end_what_was_asked(asking):
            sat = sit()
            asking.sit_down(sat)
        drafts = begun_words(session)
        asking.remember(drafts)
        if not (sat.light or sat.late):
            offer_recovered(asking)
            if offer(asking, drafts) and not sat.stored:
                # What was finished just now need not be asked once more.
                sat = sit()
                asking.sit_down(sat)
        if is_complete(asking):
            closing.complete(asking)
            return
        if not sat.late:
            asking.keep.start(sat.questions, light=sat.light, week=sat.week)
        show_opening(asking)
        light = walk(asking)
        if closing.end(asking, light=light):
            _write_days_between(asking, catching_up(session))


def catch_up(session: Session) -> None:
    """Ask one question for each day of the newest gap, the newest day first.

    Raises as `hold` does, and `NoJournalToChange`.
    """
    session.expect_journal()
    sats = catching_up(session)
    if not sats:
        session.say("There are no days between to write about.")
        return
    with on_terminal(session, sats[0]) as asking:
        asking.remember(begun_words(session))
        _write_days_between(asking, sats)


def _write_days_between(asking: Asking, sats: Sequence[Sitting]) -> None:
    """One field for each day; Enter on an empty one ends it."""
    from collab.commands.steps.walking import one_alone
    from collab.rendering.session_page import counted

    at, reached, kept = 0, 0, asking.kept
    asking.skip = "end"
    while at < len(sats):
        asking.sit_down(sats[at])
        asking.under("changed" if asking.page_so_far() else "written later")
        step = one_alone(asking, can_go_back=at > 0)
        if not step:
            break
        # From a day that one came back to it goes on where one was.
        reached = max(reached, at)
        at = max(at + 1, reached) if step > 0 else at - 1
    if asking.kept > kept:
        asking.show(f"Saved: {counted(asking.kept - kept, 'answer')}.")


def begun_words(session: Session) -> tuple[sessions.Draft, ...]:
    """All words that were begun and not given."""
    return session.read(sessions.drafts, ())


_WITHOUT = "Print the page with --form, fill it in, and give it back with --from FILE."


@contextmanager
def on_terminal(session: Session, sat: Sitting, without: str = _WITHOUT) -> Iterator[Asking]:
    """The terminal for as long as a sitting lasts; `without` says what to do where there is
    none. Raises `UsageFault` there, and `Stopped` at Ctrl-C."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageFault("The questions need a terminal, and there is none here.", without)
    from collab.commands.completing import completing
    from collab.commands.editor import in_editor
    from collab.commands.interview import Interview
    from collab.commands.steps.asking import Asking, Leaving

    interview = Interview(
        unicode=session.unicode,
        colour=not session.environ.get("NO_COLOR"),
        complete=completing(session),
    )
    with interview:
        asking = Asking(session, sat, interview, in_editor(session))
        try:
            yield asking
        except Leaving as leaving:
            if leaving.signal is not None:
                raise SystemExit(128 + leaving.signal) from None
            asking.show()
            raise _stopped(asking) from None


def _stopped(asking: Asking) -> Stopped:
    """What is said at Ctrl-C."""
    from collab.rendering.session_page import counted, in_words

    kept = [
        *([counted(asking.kept, "answer")] if asking.kept else []),
        *(["the words you had begun"] if asking.has_begun_words else []),
    ]
    sat = asking.sat
    if not asking.session.lasts:
        return Stopped("Stopped.", "Your own evening begins with: collab journal today")
    return Stopped(
        f"Stopped. Kept: {in_words(kept)}." if kept else "Stopped. There was nothing to keep yet.",
        f"Go on {'' if sat.late or sat.week or sat.talk else 'today '}with: {sat.call}",
    )
