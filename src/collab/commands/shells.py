"""How bash, zsh and fish are answered when somebody presses Tab.

Typer's scripts ask, and what is offered comes from Typer and from `completing`. What stands
here is how each shell says what was typed and how it takes a word: bash splits words at "@"
and "=" and quotes nothing, zsh and fish quote by themselves but take an option with "=" as
one word.
"""

from __future__ import annotations

import io
import os
import re
import shlex
from contextlib import redirect_stderr
from typing import TYPE_CHECKING, Any

import typer
from typer._click.shell_completion import ShellComplete, add_completion_class
from typer._completion_classes import BashComplete, FishComplete, ZshComplete

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from collab.commands.session import Session

    class Item(Protocol):
        """What may stand in the place of a word, and a few words about it."""

        value: Any
        help: str | None


_END = "\0"
_NEEDS_A_SIGN = re.compile(r"[^\w@%+=:,./-]")
_IN_QUOTES = {"'": (r"'", r"'\\''"), '"': (r'[\\"$`]', r"\\\g<0>")}
"""What an open quote of bash does not let stand, and what stands for it."""
_OPTION = re.compile(r"--?[\w-]+=")


def answer(app: typer.Typer, session: Session) -> int:
    """Answer the shell that asks through the environment; the exit code of the process.

    A person is typing a command: whatever is wrong, nothing is said and nothing written.
    """
    # Typer registers its own classes when it makes the command; these take their place.
    command = typer.main.get_command(app)
    for shell in (Bash, Zsh, Fish):
        add_completion_class(shell, shell.name)
    with redirect_stderr(io.StringIO()):
        try:
            command.main([], prog_name="collab", obj=session)
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 1
        except Exception:
            return 1
    return 0


class _Shell(ShellComplete):
    """What is equal in all of them."""

    begun = ""
    """The word that is being typed, without quotes."""

    def get_completion_args(self) -> tuple[list[str], str]:
        words, _ = _words(os.environ.get("_TYPER_COMPLETE_ARGS", ""))
        self.begun = words.pop()
        return words[1:], self.begun

    def before_value(self) -> str:
        """An option and its "=", where the value behind them is being typed."""
        found = _OPTION.match(self.begun)
        return found[0] if found else ""


class Bash(_Shell, BashComplete):
    """Bash puts what it is given in the place of the last piece of what was typed, with the
    "@" before it: of what stands behind the last "=" or ":", or in a quote that is open."""

    _quote = _outside = ""

    def get_completion_args(self) -> tuple[list[str], str]:
        pieces = os.environ.get("COMP_WORDS", "").split("\n")
        pieces = pieces[: int(os.environ.get("COMP_CWORD", "0")) + 1]
        words = _joined(pieces)
        self.begun = words.pop()
        typed, is_open = _words(pieces[-1])
        self._quote = pieces[-1][0] if is_open else ""
        if is_open or ":" in pieces[-2:]:
            last = "" if pieces[-1] == ":" else typed[0]
            self._outside = self.begun.removeprefix(self.before_value()).removesuffix(last)
        return words[1:], self.begun

    def format_completion(self, item: Item) -> str:
        value = str(item.value).removeprefix(self._outside)
        if not self._quote:
            return _NEEDS_A_SIGN.sub(r"\\\g<0>", value)
        # A quote that was opened within a word is not in here.
        return re.sub(*_IN_QUOTES[self._quote], value)


class Zsh(_Shell, ZshComplete):
    """Zsh takes a piece of its own language, which is made of one line without spaces in
    what is quoted: Typer's script lets it be split there."""

    def complete(self) -> str:
        items = self.get_completions(*self.get_completion_args())
        if not items:
            return "_files"
        told = " ".join(map(self.format_completion, items))
        value = "compset -P '*=';" if self.before_value() else ""
        return f"local -a found; found=({told}); {value} _describe -V collab found"

    def format_completion(self, item: Item) -> str:
        value = re.sub(r"[\\:]", r"\\\g<0>", str(item.value))
        told = f"{value}:{_about(item.help)}" if item.help else value
        return "$'" + re.sub(r"[^\w-]", _escaped, told, flags=re.ASCII) + "'"


class Fish(_Shell, FishComplete):
    """Fish takes whole words, an option and its "=" before the value."""

    def format_completion(self, item: Item) -> str:
        help_ = f"\t{_about(item.help)}" if item.help else ""
        return f"{self.before_value()}{item.value}{help_}"


def _about(help_: str) -> str:
    """What is said of a word: zsh prints it as it is, and the terminal would obey it."""
    from collab.rendering.plain import visible

    return visible(" ".join(help_.split()))


def _escaped(found: re.Match[str]) -> str:
    letter = found[0]
    return f"\\x{ord(letter):02x}" if letter.isascii() else letter


def _words(line: str) -> tuple[list[str], bool]:
    """The words of a line that is being typed, at least one, without quotes; whether the
    last one stands in a quote that is still open."""
    lexer = shlex.shlex(line + _END, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    try:
        for word in lexer:
            words.append(word)
    except ValueError:
        words.append(lexer.token)
        is_open = True
    else:
        is_open = False
    words[-1] = words[-1].removesuffix(_END)
    return words, is_open


def _joined(pieces: Sequence[str]) -> list[str]:
    """Bash's pieces as the words that were typed, without quotes.

    What stands on the two sides of a sign is taken for one word, for bash does not tell
    where there were spaces.
    """
    words: list[str] = []
    goes_on = False
    for piece in pieces:
        is_value = piece in ("=", "=@") and "".join(words[-1:]).startswith("-")
        text = " ".join(_words(piece)[0])
        if words and (goes_on or is_value or piece == ":"):
            words[-1] += text
        else:
            words.append(text)
        goes_on = is_value or piece in ("@", ":")
    return words
