"""What is wrong with a call that cannot be read, in the journal's words instead of Typer's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from shlex import quote
from typing import Any

import typer
from typer.core import TyperArgument

from collab.domain.look_alikes import nearest
from collab.domain.texts import quotable
from collab.errors import (
    CollabError,
    MissingArgument,
    MissingValue,
    NeedlessValue,
    TooManyWords,
    UnfitValue,
    UnknownCommand,
    UnknownOption,
    UsageFault,
)


def wrong_call(
    fault: typer.TyperException, context: Any, words: Sequence[str], as_typed: Sequence[str]
) -> CollabError:
    """What Typer's `fault` says of a command in `context`, called with these words.

    `as_typed` are the same as the user typed them: "-3" where the words have "3 days ago".
    """
    said = dict(zip(words, as_typed, strict=True))
    command, parameters = context.command_path, context.command.params
    option = getattr(fault, "option_name", None)
    if option is not None:
        known = {name: one for one in parameters for name in (*one.opts, *one.secondary_opts)}
        if option in known:
            return _of_its_value(option, known[option], command)
        visible = [name for name, one in known.items() if not getattr(one, "hidden", False)]
        may_be_words = not option.startswith("--") and _takes_words(parameters)
        return UnknownOption(quotable(option), nearest(option, visible), command, may_be_words)
    typed, left_over, _ = context.command.make_parser(context).parse_args(list(words))
    parameter = getattr(fault, "param", None)
    if parameter is not None and typed.get(parameter.name) is None:
        given = " ".join([command, *map(quote, _arguments(parameters, typed))])
        return MissingArgument(parameter.human_readable_name, parameter.help or "", given)
    if parameter is not None:
        value = str(typed[parameter.name])
        return UnfitValue(
            quotable(said.get(value, value)), parameter.opts[0], _what_it_takes(parameter)
        )
    if left_over:
        too_many = " ".join(said.get(word, word) for word in left_over)
        return TooManyWords(quotable(too_many), command, _takes_words(parameters))
    return UsageFault(str(fault), f"See what it takes with: {command} --help")


def unknown_command(typed: str, known: Sequence[str], context: Any) -> CollabError:
    """`typed` is none of the commands of the group in `context`."""
    return UnknownCommand(quotable(typed), nearest(typed, known), context.command_path)


def _of_its_value(option: str, parameter: Any, command: str) -> CollabError:
    """A value is missing after an option, or stands after one that takes none."""
    if parameter.is_flag:
        return NeedlessValue(option)
    return MissingValue(option, parameter.metavar or "…", _what_it_takes(parameter), command)


def _what_it_takes(parameter: Any) -> str:
    """What can stand after an option that takes one of a few words, or a number; else ""."""
    kind = parameter.type
    if choices := getattr(kind, "choices", None):
        return f"one of these: {', '.join(map(str, choices))}"
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is not None and most is not None:
        return f"a whole number from {least} to {most}"
    if least is not None:
        return f"a whole number, {least} or more"
    return "a whole number" if kind.name.startswith("int") else ""


def _takes_words(parameters: Iterable[Any]) -> bool:
    return any(isinstance(one, TyperArgument) for one in parameters)


def _arguments(parameters: Iterable[Any], typed: Mapping[str, Any]) -> list[str]:
    """The words that stand where the command wants them."""
    given: list[str] = []
    for parameter in parameters:
        if isinstance(parameter, TyperArgument) and parameter.name is not None:
            value = typed.get(parameter.name) or ()
            given += [value] if isinstance(value, str) else value
    return given
