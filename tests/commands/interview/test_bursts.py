"""A burst that reaches the reader in two parts."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest

from collab.commands.interview.bursts import OneKeyBurst, WrittenBurst
from collab.commands.interview.keyboard import Keyboard
from collab.commands.interview.keys import Stroke, Typed


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A terminal's two sides: what is written to the first is read from the second."""
    ours, theirs = os.openpty()
    yield ours, theirs
    os.close(ours)
    os.close(theirs)


def first_burst(
    pipe: tuple[int, int], rule: WrittenBurst | OneKeyBurst, *parts: str
) -> list[Stroke]:
    """What a keyboard takes for one burst of two parts sent one after the other."""
    ours, theirs = pipe
    with open(theirs, encoding="utf-8", closefd=False) as stdin:
        keyboard = Keyboard(stdin, lambda: 0.0)
        with keyboard.raw_mode():
            keyboard.listen(rule)
            os.write(ours, parts[0].encode())
            assert keyboard.waits_for(5)
            rest = threading.Timer(0.002, os.write, (ours, parts[1].encode()))
            rest.start()
            burst = keyboard.read_burst()
            rest.join()
            while keyboard.waits_for(0.02):
                keyboard.read_burst()
            return burst


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        pytest.param(WrittenBurst(), ("one\r", "two"), id="behind an Enter"),
        pytest.param(WrittenBurst(), ("x" * 2000, "two"), id="in a long text"),
        pytest.param(WrittenBurst(), ("a\x1b[", "24;80Rb"), id="in a report"),
        pytest.param(OneKeyBurst({"2"}), ("2 ", "people"), id="at a one-key question"),
    ],
)
def test_a_burst_cut_in_two_is_one_burst(
    pipe: tuple[int, int], rule: WrittenBurst | OneKeyBurst, parts: tuple[str, str]
) -> None:
    whole = [Typed("".join(parts).replace("\x1b[24;80R", ""))]
    # A busy machine may wake the sender too late, but not five times.
    assert any(first_burst(pipe, rule, *parts) == whole for _ in range(5))


@pytest.mark.parametrize("rule", [WrittenBurst(), OneKeyBurst({"2", "p"})])
def test_a_single_key_is_not_waited_behind(
    pipe: tuple[int, int], rule: WrittenBurst | OneKeyBurst
) -> None:
    assert any(first_burst(pipe, rule, "2", "p") == [Typed("2")] for _ in range(5))
