"""What Tab completes: names and tags while words are written, and names in the shell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from collab.domain.people import can_be_mentioned
from collab.errors import CollabError

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.storage.completions import Completion
    from collab.storage.database import Connection

Offered = list[tuple[str, str]]
"""What a word may become, each with a few words about it, which bash does not show."""

_PATIENCE = 0.5
"""Seconds to wait for another program that is writing."""
_SIGNED_AT_END = r"(?:^|(?<=\s))([@#])\S*$"


def completing(session: Session) -> Callable[[str], tuple[str, ...]]:
    """Makes of a begun name or tag, with its @ or #, those of the journal it may become."""

    def complete(begun: str) -> tuple[str, ...]:
        from collab.storage.completions import completions

        return session.read(lambda connection: completions(connection, begun), ())

    return complete


def complete_person(context: typer.Context, incomplete: str) -> Offered:
    """The names that a word of the command line may become, with its @ if it has one.

    A word that begins like an earlier name of somebody becomes that one: what does not
    begin as was typed, a shell would not offer.
    """
    from collab.storage.completions import people_to_name

    return _offered(context, incomplete, people_to_name)


def complete_whole_name(context: typer.Context, incomplete: str) -> Offered:
    """The same where a name of several words may stand without quotes."""
    from collab.storage.completions import people_to_name

    return _offered(context, incomplete, people_to_name, _earlier(context))


def complete_name_in_texts(context: typer.Context, incomplete: str) -> Offered:
    """Those who are named in texts and were never added."""
    from collab.storage.completions import people_to_add

    return _offered(context, incomplete, people_to_add)


def complete_other_name(context: typer.Context, incomplete: str) -> Offered:
    """The names, besides the present one, of the person that the command names."""
    from collab.storage.completions import other_names

    # An option that waits for its value keeps the words before it from their parameters.
    named = context.params.get("name") or next(iter(context.args), "")
    return _offered(context, incomplete, lambda journal: other_names(journal, named))


def complete_talk(context: typer.Context, incomplete: str) -> Offered:
    """Whom the talks are with for which the command makes sense, or the ends of their ids."""
    from collab.commands.talks.naming import is_held, is_open, is_planned
    from collab.storage.completions import talks_to_name

    step = context.info_name

    def fitting(journal: Connection) -> Iterator[Completion]:
        planned, held = step in ("prepare", "held"), step in ("debrief", "follow-up", "close")
        yield from talks_to_name(journal, is_planned if planned else is_held if held else is_open)
        if step == "show":
            yield from talks_to_name(journal, lambda talk: not talk.is_open())

    return _offered(context, incomplete, fitting, _earlier(context))


def complete_promise(context: typer.Context, incomplete: str) -> Offered:
    """Whom the open promises are to or from, or the ends of their ids."""
    from collab.storage.completions import promises_to_name

    return _offered(context, incomplete, promises_to_name, _earlier(context))


def complete_page(context: typer.Context, incomplete: str) -> Offered:
    """The newest days with a page, or the ends of the ids of their pages."""
    from collab.storage.completions import pages_to_name

    removed = context.info_name == "restore"
    return _offered(
        context,
        incomplete,
        lambda journal: pages_to_name(journal, removed=removed),
        _earlier(context),
    )


def complete_tag(context: typer.Context, incomplete: str) -> Offered:
    """The tags that a word may become, with its # if it has one; the newest first."""
    from collab.storage.completions import tags_to_name

    return _offered(context, incomplete, tags_to_name, sign="#")


def complete_theme(context: typer.Context, incomplete: str) -> Offered:
    """The ids of the themes that begin so."""
    from collab.domain.theme_ids import THEME_NAMES

    return [one for one in THEME_NAMES.items() if one[0].startswith(incomplete)]


def complete_words(context: typer.Context, incomplete: str) -> Offered:
    """A name or tag with its sign at the end of a text that is being typed."""
    found = re.search(_SIGNED_AT_END, incomplete)
    if not found:
        return []
    complete = complete_person if found[1] == "@" else complete_tag
    before = incomplete[: found.start(1)]
    return [
        (before + name, about)
        for name, about in complete(context, found[0].lstrip())
        if can_be_mentioned(name[1:])
    ]


def _offered(
    context: typer.Context,
    incomplete: str,
    find: Callable[[Connection], Iterable[Completion]],
    earlier: str = "",
    *,
    sign: str = "@",
) -> Offered:
    """What a word may become of all that `find` finds. `earlier` are the words before it
    that belong to the same name."""
    typed = earlier + incomplete
    begun = typed.removeprefix(sign)
    is_signed = begun != typed
    offered: dict[str, str] = {}
    for one in _found(context, find):
        if (is_signed and one.is_end) or not (begun or one.at_once):
            continue
        rest = one.rest_behind(begun)
        if rest is not None:
            offered.setdefault((typed + rest)[len(earlier) :], one.about)
    return list(offered.items())


def _found(
    context: typer.Context, find: Callable[[Connection], Iterable[Completion]]
) -> Iterable[Completion]:
    """What is wrong with the journal is said when the command is called."""
    session: Session = context.obj
    if chosen := context.find_root().params.get("journal"):
        session.choose_journal(chosen)
    try:
        if session.journal.exists():
            with session.journal.read(_PATIENCE, mends=False) as connection:
                return list(find(connection))
    except CollabError:
        pass
    return ()


def _earlier(context: typer.Context) -> str:
    """The words that the argument of several words has already, with the space behind them."""
    for parameter in context.command.params:
        if parameter.nargs == -1:
            return "".join(f"{word} " for word in context.params.get(str(parameter.name)) or ())
    return ""
