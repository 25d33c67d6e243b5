"""What became of a question that was asked on the terminal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """Something was written. `texts` has one text for each field, as typed, without
    empty lines before and after it; at least one of them is more than blanks."""

    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words of a question with one field."""
        return self.texts[0]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A one-key question was answered; `value` is what the key stands for."""

    value: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Enter on nothing."""


@dataclass(frozen=True, slots=True)
class Back:
    """One question back. `texts` is what stands in the fields, to be kept as begun."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Light:
    """A light evening in place of all that is left; `texts` as in `Back`."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """The end of the session; `texts` as in `Back`.

    `signal` is None when the user stopped (Ctrl-C). Otherwise it is the number of the
    signal that ends the process, SIGHUP also where the window is gone without one:
    nothing can be printed any more, and the exit code is 128 + `signal`.
    """

    texts: tuple[str, ...] = ()
    signal: int | None = None


TextOutcome = Given | Skipped | Back | Light | Stop
KeyOutcome = Pressed | Skipped | Back | Light | Stop
