"""Commands that are imported when they are called for, so that each pays for itself alone."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, get_type_hints

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

_TAKE_ANY_WORDS = ("note", "search", "add")
"""The commands whose words are the user's own; elsewhere a word may be a day."""
_MINUS_SIGNS = ("-", "\u2212")


class LazyGroup(TyperGroup):
    """A group with members that are imported on demand, besides those it has already."""

    members: Mapping[str, str] = {}
    """For each the module of `collab.commands` and the Typer or function in it: "undo:app"."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(dict.fromkeys([*super().list_commands(ctx), *self.members]))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.members:
            return super().get_command(ctx, cmd_name)
        module, _, name = self.members[cmd_name].partition(":")
        found = getattr(importlib.import_module(f"collab.commands.{module}"), name)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(rich_markup_mode=None, add_completion=False)
            alone.command(cmd_name)(found)
            found = alone
        for member in found.registered_commands:
            evaluate_types(member.callback)
        command = typer.main.get_command(found)
        command.name = cmd_name
        _prepare(command)
        return command

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        if args in ([], ["--"]):
            return super().parse_args(ctx, [])
        return _parsed(super().parse_args, ctx, args, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except typer.TyperException:
            from collab.commands.wrong_calls import unknown_command

            raise unknown_command(args[0], self.list_commands(ctx), ctx) from None


class _JournalOption(TyperOption):
    """`--journal`, which may stand behind every command, and behind a group unasked for."""

    def __init__(self, *, hidden: bool = False) -> None:
        super().__init__(
            param_decls=["--journal"],
            metavar="PATH",
            help="Use the journal in this file.",
            expose_value=False,
            callback=_choose_journal,
            hidden=hidden,
        )

    def get_help_record(self, ctx: Any) -> tuple[str, str] | None:
        # The demo has a journal of its own and says so; its help does not offer another.
        return super().get_help_record(ctx) if ctx.obj is None or ctx.obj.lasts else None


def evaluate_types(function: Callable[..., Any] | None) -> None:
    """Put the types of a command's parameters in the place of their texts.

    Typer asks for them six times while it makes a command, and would compile each text
    anew each time: up to a quarter of a bare Python start.
    """
    if function is not None:
        function.__annotations__ = get_type_hints(function, include_extras=True)


def _prepare(command: Any) -> None:
    """Give every command below `command` what all of them understand."""
    if isinstance(command, TyperGroup):
        for member in command.commands.values():
            _prepare(member)
        command.params.append(_JournalOption(hidden=True))
        return
    # Left to itself, Click cuts the line in the list of commands at 45 characters.
    command.short_help = " ".join((command.help or "").partition("\n\n")[0].split())
    arguments: list[Any] = [one for one in command.params if isinstance(one, TyperArgument)]
    for argument in arguments:
        argument.make_metavar = partial(_metavar, argument)
    command.params.append(_JournalOption())
    parse = command.parse_args

    def parse_args(ctx: Any, args: list[str]) -> Any:
        words = args if command.name in _TAKE_ANY_WORDS else _with_days_in_words(args)
        return _parsed(parse, ctx, words, args)

    command.parse_args = parse_args


def _metavar(parameter: Any, ctx: Any, *, usage: bool = False) -> str:
    """How an argument stands in the help. Typer puts braces around one that is needed."""
    name: str = TyperArgument.make_metavar(parameter, ctx, usage=usage)
    return name.strip("{}") if usage else name


def _parsed(
    parse: Callable[[Any, list[str]], Any], ctx: Any, words: list[str], typed: list[str]
) -> Any:
    """What `parse` makes of the words, which stand for those that were `typed`.

    Raises what is wrong with them in our own words.
    """
    try:
        return parse(ctx, list(words))
    except typer.TyperException as fault:
        from collab.commands.wrong_calls import wrong_call

        raise wrong_call(fault, ctx, words, typed) from None


def _with_days_in_words(args: list[str]) -> list[str]:
    """`-3` means three days ago; left alone it would be read as an option."""
    return [f"{arg[1:]} days ago" if _is_minus_a_number(arg) else arg for arg in args]


def _is_minus_a_number(arg: str) -> bool:
    return arg.startswith(_MINUS_SIGNS) and arg[1:].isdecimal()


def _choose_journal(ctx: Any, param: Any, value: str | None) -> None:
    if value is not None:
        ctx.obj.choose_journal(value)
