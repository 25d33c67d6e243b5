"""The command line as a whole.

This is the one place where an error becomes a sentence on standard error and an exit code.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated, Any

import typer

from collab.commands.lazy import LazyGroup
from collab.commands.session import Session
from collab.errors import CollabError, NoJournal, SavedButNotShown

COMMANDS = {
    "journal": "Write today's page, find and change pages.",
    "note": "Write a quick note.",
    "talk": "Difficult talks: prepare, hold, look back, follow up.",
    "promise": "Promises, yours and those made to you.",
    "report": "The report of a week, or of longer.",
    "calendar": "The days written in a year, by how much.",
    "export": "Give your words back, as Markdown or JSON.",
    "import": "Bring a journal in, from JSON.",
    "status": "What is due, in one short line.",
    "people": "The people named, by a short name and a role.",
    "remind": "A reminder that your system keeps.",
    "prompts": "See the questions, and add your own.",
    "settings": "See and change the settings.",
    "undo": "Take the last change back.",
    "support": "Whom to turn to when things are too much.",
    "demo": "Every command, tried on a made-up journal.",
}
"""Every command with its line in the help."""

_OF_OUTPUT = (
    errno.EPIPE,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EIO,
    errno.EBADF,
    errno.ENXIO,
    errno.EAGAIN,
)
"""What may be said of the output while it is written. Files have errors of their own."""

_OTHERWISE_CALLED = {"import": "imports"}
MODULES = {name: f"{_OTHERWISE_CALLED.get(name, name)}:app" for name in COMMANDS}


class Commands(LazyGroup):
    """Every command, and the one place where an error becomes words and an exit code."""

    members = MODULES

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        # Loading them all for their lines would be felt.
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.members])

    def invoke(self, ctx: Any) -> Any:
        session: Session = ctx.obj
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except CollabError as error:
            # The demo hands its commands a session of their own.
            _explain(ctx.obj, error)
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt:
            raise typer.Exit(130) from None
        except OSError as fault:
            if fault.errno not in _OF_OUTPUT:
                raise
            raise typer.Exit(_output_failed(session, fault)) from fault
        return result


def _explain(session: Session, error: CollabError) -> None:
    from collab.rendering.plain import visible

    if session.debug:
        import traceback

        session.warn(traceback.format_exc())
    say, stream = session.warn, sys.stderr
    if isinstance(error, NoJournal):
        if session.places.journal_chosen:
            from shlex import quote

            error.next_step += f" --journal {quote(session.places.journal)}"
        if not error.beside_result:
            say, stream = session.say, sys.stdout
    for line in (error.sentence, session.next_step_of(error)):
        if line:
            say(session.fitted(visible(line), stream))


def _output_failed(session: Session, fault: OSError) -> int:
    """The exit code when standard output cannot be written; whose fault it is decides."""
    # The interpreter would try the same flush again at its end and complain.
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    if fault.errno == errno.EPIPE:
        return 0
    if session.kept_something:
        _explain(
            session,
            SavedButNotShown("Everything was saved, but the output could not be written.", ""),
        )
        return SavedButNotShown.exit_code
    from collab.errors import reason

    session.warn(f"The output could not be written: {reason(fault)}.")
    return 1


app = typer.Typer(
    name="collab",
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(asked: bool) -> None:
    if asked:
        from collab import __version__

        typer.echo(f"collab {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def collab(
    ctx: typer.Context,
    journal: Annotated[
        str | None, typer.Option("--journal", metavar="PATH", help="Use the journal in this file.")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show where a fault happened.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """A few good questions a day about working with and through others."""
    if ctx.obj is None:
        ctx.obj = Session()
    session: Session = ctx.obj
    session.debug = debug
    if journal is not None:
        session.choose_journal(journal)
    if ctx.invoked_subcommand is None:
        from collab.commands.status import welcome

        session.say(welcome(session))


def run(arguments: list[str], session: Session | None = None) -> int:
    """Carry out one command line; the exit code of the process."""
    session = session or Session()
    if "_COLLAB_COMPLETE" in os.environ:
        from collab.commands.shells import answer

        return answer(app, session)
    try:
        app(arguments, prog_name="collab", obj=session)
    except CollabError as error:
        _explain(session, error)
        return error.exit_code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except Exception as fault:
        if isinstance(fault, OSError) and fault.errno in _OF_OUTPUT:
            return _output_failed(session, fault)
        if session.debug:
            raise
        session.warn(f"collab met a fault of its own ({type(fault).__name__}).")
        session.warn("What was saved is safe. To see where it happened: collab --debug …")
        return 1
    return 0
