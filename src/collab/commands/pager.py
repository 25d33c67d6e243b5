"""Showing what is longer than the terminal through a pager, as git does.

The pager is COLLAB_PAGER, else PAGER, else less; one that is empty or `cat` is none. Only
`less` is told more: what it has on its own line, to keep no history of what was looked
for, and to start no other program with the words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collab.commands.session import Session

_FOR_A_SHELL = frozenset("|&;<>()$`\\\"'*?[#~=%\n")
_NOT_STARTED = (126, 127)  # what a shell ends with that could not start a program

_AS_GIT_DOES = "FRX"  # ends on one screen, shows colours, leaves the words on the terminal
_ITS_LINE = r"?nSpace\: {next} \. q\: done:?eq\: done:Space\: more \. q\: done.."
"""First what the next screen holds; then, and at the end, what is left to press.

In ASCII: less spoils other signs there in some versions (those of Debian 12, and 654 to 667).
"""


def pager_of(session: Session) -> str:
    """The pager's command, "" for none."""
    environ = session.environ
    if not session.paging or session.rows is None or environ.get("TERM") in ("dumb", "unknown"):
        return ""
    pager = environ.get("COLLAB_PAGER", environ.get("PAGER", "less")).strip()
    return "" if pager == "cat" else pager


def through(session: Session, pager: str, text: str, next_screen: str = "more") -> bool:
    """Show `text` in `pager` until the user leaves it; whether it could be started at all.

    `next_screen` says what Space leads to from the first one.
    """
    from subprocess import PIPE, Popen

    needs_a_shell = not _FOR_A_SHELL.isdisjoint(pager)
    command = ["/bin/sh", "-c", pager] if needs_a_shell else pager.split()
    sys.stdout.flush()
    with _ctrl_c_left_to_the_pager():
        try:
            process = Popen(command, stdin=PIPE, env=_environ(session, next_screen))
        except OSError:
            return False
        # One that was left before it had read everything is no fault.
        process.communicate(text.encode(sys.stdout.encoding or "utf-8", "replace"))
    return not (needs_a_shell and process.returncode in _NOT_STARTED)


def _environ(session: Session, next_screen: str) -> dict[str, str]:
    """What the pager finds set. What the user says in LESS comes last, so that it counts."""
    line = _ITS_LINE.format(next=next_screen)
    theirs = session.environ.get("LESS", _AS_GIT_DOES)
    ours = {"LESS": f"-R -Ps{line}$ {theirs}", "LESSHISTFILE": "-", "LESSSECURE": "1"}
    return {**session.environ, **ours}


@contextmanager
def _ctrl_c_left_to_the_pager() -> Iterator[None]:
    """Ctrl-C reaches both programs: it means the pager, which is waited for.

    A handler and not `SIG_IGN`, which the pager would inherit.
    """
    import signal

    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
