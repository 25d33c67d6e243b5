"""`collab import`: brings a journal in, all of it or nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.lazy import LazyGroup
from collab.commands.session import Session
from collab.errors import BrokenDocument, NotFullyDone, UnreadableFile, reason
from collab.rendering.plain import visible

if TYPE_CHECKING:
    from collab.exchange.journal_json.merge import Merged
    from collab.exchange.journal_json.reading import Content, Fault

app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_NAMES = {
    "entries": ("entry", "entries"),
    "answers": ("answer", "answers"),
    "ratings": ("rating", "ratings"),
    "plans": ("plan", "plans"),
    "people": ("person", "people"),
    "talks": ("talk", "talks"),
    "promises": ("promise", "promises"),
}


_LARGEST = 512 * 1024 * 1024
"""Bytes. Ten years of evenings are a hundredth of it."""


class _DryRun(Exception):
    """Leaves the unit, so that nothing of a dry run is kept."""


@app.callback()
def imports() -> None:
    """Bring a journal in, from JSON."""


@app.command("json")
def import_json(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="The document; - reads standard input.", show_default=False
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and keep nothing.")
    ] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave out what cannot be brought in, and name it.")
    ] = False,
) -> None:
    """Import a journal that `collab export json` wrote.

    Nothing that is in your journal is ever changed by it, and importing the same file
    twice adds nothing.
    """
    from collab.exchange.journal_json.reading import read_document

    session: Session = context.obj
    source = "standard input" if file == "-" else file
    content = read_document(_bytes_of(file), source)
    if content.faults and not skip_bad:
        raise _refusal(source, content.faults)
    with _rehearsal(session) if dry_run else nullcontext(session) as stage:
        merged = _merge(stage, content, source, skip_bad=skip_bad, dry_run=dry_run)
    session.kept_something = stage.kept_something
    if dry_run:
        session.say("A dry run; nothing was kept.")
    _tell(session, merged, source)


def _merge(
    session: Session, content: Content, source: str, *, skip_bad: bool, dry_run: bool
) -> Merged:
    from collab.exchange.journal_json.merge import Merged, merge

    merged = Merged()
    with suppress(_DryRun), session.unit("import") as unit:
        merged = merge(unit, content)
        if merged.faults and not skip_bad:
            raise _refusal(source, merged.faults)
        if dry_run:
            raise _DryRun
    return merged


def _records(count: int) -> str:
    return f"{count} record{'' if count == 1 else 's'}"


def _tell(session: Session, merged: Merged, source: str) -> None:
    from shlex import quote

    added = [
        f"{count} {_NAMES[table][count != 1]}" for table in _NAMES if (count := merged.added[table])
    ]
    session.say(f"Added: {', '.join(added) or 'nothing'}.")
    if merged.known:
        session.say(f"Here already: {_records(merged.known)}.")
    if merged.removed:
        session.say(f"Removed by you earlier, and left so: {_records(merged.removed)}.")
    for name in merged.named_again:
        again = f"To forget them again: collab people forget {quote(name)}"
        session.say_fitted(visible(f"{name} was removed by you, and is named again. {again}"))
    if merged.faults:
        for fault in merged.faults:
            session.warn(visible(f"{source}, {fault.place}: {fault.sentence}"))
        raise NotFullyDone(
            f"{len(merged.faults)} left out, as named above.",
            "Mend those places, then import again; what is here is not doubled.",
        )


def _refusal(source: str, faults: list[Fault]) -> BrokenDocument:
    more = len(faults) - 1
    beside = f" (And {more} more; --skip-bad leaves them out.)" if more else ""
    return BrokenDocument(source, faults[0].place, faults[0].sentence + beside)


@contextmanager
def _rehearsal(session: Session) -> Iterator[Session]:
    """The session itself, or, without a journal, one over a journal that is thrown away."""
    if session.journal.exists():
        yield session
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="collab-") as place:
        yield Session(session.clock, {**session.environ, "COLLAB_HOME": place})


def _bytes_of(file: str) -> bytes:
    """What the file holds, or standard input for "-". A pipe is a file as well."""
    try:
        if file == "-":
            data = sys.stdin.buffer.read(_LARGEST + 1)
        elif os.path.getsize(file) > _LARGEST:
            raise _too_large(file)
        else:
            with open(file, "rb") as opened:
                data = opened.read(_LARGEST + 1)
    except OSError as fault:
        raise UnreadableFile(file or "''", reason(fault)) from fault
    if len(data) > _LARGEST:
        raise _too_large("standard input" if file == "-" else file)
    return data


def _too_large(source: str) -> UnreadableFile:
    return UnreadableFile(source, "it is larger than 512 MiB, and no journal is")
