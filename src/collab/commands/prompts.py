"""`collab prompts`: see the questions, check packs of one's own and add them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Annotated

import typer

from collab.commands.lazy import LazyGroup
from collab.errors import NotFullyDone, UnknownMoment, UnknownPrompt, UnknownTheme

if TYPE_CHECKING:
    from collab.commands.session import Session
    from collab.domain.prompts import Pack, Prompt
    from collab.storage.packs import Packs

app = typer.Typer(
    cls=LazyGroup,
    help="See the questions, and add your own.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.command("list")
def list_prompts(
    context: typer.Context,
    theme: Annotated[
        str | None, typer.Option(metavar="THEME", help="Those of one theme, or of: any.")
    ] = None,
    moment: Annotated[
        str | None, typer.Option(metavar="MOMENT", help="Those of one moment, such as evening.")
    ] = None,
    own: Annotated[bool, typer.Option("--own", help="Those from packs of your own.")] = False,
) -> None:
    """List the questions, by the moment at which they are asked."""
    from collab.rendering.prompts import listing

    session: Session = context.obj
    wanted_theme, wanted_moment = _known_theme(theme), _known_moment(moment)
    packs = _loaded(session)
    chosen = [
        prompt
        for pack in (packs.own if own else (*packs.bundled, *packs.own))
        for prompt in pack.prompts
        if wanted_theme in (None, prompt.theme) and wanted_moment in (None, prompt.moment)
    ]
    if chosen:
        session.say(listing(chosen, packs.own, _width()))
    elif own and not packs.own:
        session.say_fitted("You have no pack of your own. To add one: collab prompts add FILE")
    else:
        session.say("No prompt fits.")


@app.command()
def show(
    context: typer.Context,
    prompt_id: Annotated[str, typer.Argument(metavar="ID", help="The prompt, such as E-02.")],
) -> None:
    """Show one question with all that is known of it."""
    from collab.rendering.prompts import page
    from collab.storage.packs import themes

    session: Session = context.obj
    packs = _loaded(session)
    pack, prompt = _found(prompt_id, packs)
    theme = next((theme for theme in themes() if theme.id == prompt.theme), None)
    session.say(page(prompt, pack, theme, own=pack in packs.own, width=_width()))


@app.command()
def check(
    context: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A pack; all packs if left out.")
    ] = None,
) -> None:
    """Check one pack, or all of them.

    A fault keeps a pack from being used. A warning is about the wording of a question,
    which is asked all the same.
    """
    from collab.storage import packs

    session: Session = context.obj
    if file is not None:
        _say_found(session, packs.check_file(file, session.places.prompts))
        return
    checked = packs.check(session.places.prompts)
    for pack in (*checked.bundled, *checked.own):
        _say_found(session, pack)
    _name_left_out(session, checked)
    if checked.left_out:
        raise NotFullyDone(
            f"Left out: {len(checked.left_out)} of the packs.", "Mend what is named above."
        )


@app.command()
def add(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The pack, a TOML file.")],
) -> None:
    """Check a pack of your own and copy it to where collab finds it."""
    from collab.rendering.plain import visible
    from collab.storage import packs

    session: Session = context.obj
    added = packs.add(file, session.places)
    _say_found(session, added.pack)
    path = visible(added.path)
    session.say(f"There already: {path}" if added.already else f"Added: {path}")


def _loaded(session: Session) -> Packs:
    from collab.storage.packs import load

    packs = load(session.places.prompts)
    _name_left_out(session, packs)
    return packs


def _name_left_out(session: Session, packs: Packs) -> None:
    from collab.rendering.plain import visible

    for fault in packs.left_out:
        session.warn(f"Left out: {visible(fault.sentence)}")


def _say_found(session: Session, pack: Pack) -> None:
    from collab.domain.wording import breaches
    from collab.rendering.prompts import found

    warnings = [
        (prompt, sentence)
        for prompt in pack.prompts
        for sentence in breaches(prompt, pack.language)
    ]
    session.say(found(pack, warnings, _width()))


def _found(typed: str, packs: Packs) -> tuple[Pack, Prompt]:
    """The prompt of that id, in the case it has or in any other."""
    everything = [
        (pack, prompt) for pack in (*packs.bundled, *packs.own) for prompt in pack.prompts
    ]
    for same in (str, str.lower):
        for pack, prompt in everything:
            if same(prompt.id) == same(typed):
                return pack, prompt
    raise UnknownPrompt(typed)


def _known_theme(typed: str | None) -> str | None:
    from collab.domain.themes import THEME_IDS

    known = (*THEME_IDS, "any")
    if typed is not None and typed.lower() not in known:
        raise UnknownTheme(typed, ", ".join(known))
    return typed and typed.lower()


def _known_moment(typed: str | None) -> str | None:
    from collab.domain.prompts import MOMENTS

    if typed is not None and typed.lower() not in MOMENTS:
        raise UnknownMoment(typed, ", ".join(MOMENTS))
    return typed and typed.lower()


def _width() -> int:
    return shutil.get_terminal_size().columns
