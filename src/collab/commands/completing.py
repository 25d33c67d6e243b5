"""What Tab completes: names and tags while words are written, and names in the shell."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.storage.database import Connection

_NO_QUOTES_NEEDED = re.compile(r"[\w.\-]+")


def completing(session: Session) -> Callable[[str], tuple[str, ...]]:
    """Makes of a begun name or tag, with its @ or #, those of the journal it may become."""

    def complete(begun: str) -> tuple[str, ...]:
        from collab.storage.completions import completions

        return session.read(lambda connection: completions(connection, begun), ())

    return complete


def complete_person(context: typer.Context, incomplete: str) -> list[str]:
    """The names that a word of the command line may become, with its @ if it has one.

    A word that begins like an earlier name of somebody becomes that one: what does not
    begin as was typed, a shell would not offer.
    """
    from collab.errors import CollabError

    session: Session = context.obj
    if chosen := context.find_root().params.get("journal"):
        session.choose_journal(chosen)
    sign, begun = ("@", incomplete[1:]) if incomplete.startswith("@") else ("", incomplete)

    def called(connection: Connection) -> list[str]:
        from collab.storage.completions import people_called

        return [name for _, name in people_called(connection, begun)]

    try:
        names = session.read(called, [])
    except CollabError:
        # What is wrong is said when the command is called.
        return []
    return [
        sign + begun + name[len(begun) :] for name in names if _NO_QUOTES_NEEDED.fullmatch(name)
    ]


def join_signs(environ: MutableMapping[str, str]) -> None:
    """Make words like "@ana" whole again in a command line that bash wants completed.

    Bash counts "@" as a word and what follows it as another, and yet puts what is offered
    in the place of both.
    """
    if not environ.get("_COLLAB_COMPLETE", "").endswith("_bash"):
        return
    words = environ.get("COMP_WORDS", "").split("\n")
    place = int(environ.get("COMP_CWORD", "0"))
    joined: list[str] = []
    for number, word in enumerate(words):
        if joined and joined[-1] == "@":
            joined[-1] += word
        else:
            joined.append(word)
        if number == place:
            environ["COMP_CWORD"] = str(len(joined) - 1)
    environ["COMP_WORDS"] = "\n".join(joined)
