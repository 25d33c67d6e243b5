"""Stopping, closing the window, suspending: no begun word is lost, no terminal spoilt."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tests.commands.interview.asked import (
    CTRL_C,
    CTRL_D,
    CTRL_Z,
    ENTER,
    PASTE_BEGINS,
    PASTE_ENDS,
    PLAN,
    PROCESS,
    WORDS,
    Asked,
)

Ask = Callable[..., Asked]


def stopped(*texts: str, by: int | None = None) -> list[object]:
    return ["Stop", {"texts": list(texts), "signal": by}]


def test_ctrl_c_stops_at_once_and_hands_over_the_begun_text(ask: Ask) -> None:
    person = ask([PLAN])
    person.sees("then I will")
    person.types("the rota")
    person.sees("the rota")
    person.types(CTRL_C + CTRL_C)
    assert person.outcomes() == [stopped("the rota", "")]
    assert person.exit_code() == 130
    assert person.finds_the_terminal_as_it_was()


def test_ctrl_d_stops_on_an_empty_field(ask: Ask) -> None:
    person = ask([WORDS])
    person.sees("Enter skip")
    person.types(CTRL_D)
    assert person.outcomes() == [stopped("")]


def test_ctrl_c_while_an_answer_is_saved_stops_at_the_next_question(ask: Ask) -> None:
    person = ask([WORDS, 0.4, WORDS])
    person.sees("Enter skip")
    person.answers(f"one{ENTER}")
    person.types(CTRL_C)
    assert person.outcomes() == [["Given", {"texts": ["one"]}], stopped("")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_hands_over_the_begun_text_and_gives_the_terminal_back(
    ask: Ask, number: signal.Signals
) -> None:
    person = ask([WORDS])
    person.sees("Enter skip")
    person.types("I had")
    person.sees("I had")
    person.sends(number)
    assert person.outcomes() == [stopped("I had", by=number)]
    assert person.exit_code() == 128 + number
    assert person.finds_the_terminal_as_it_was()


def test_a_signal_while_an_answer_is_saved_ends_the_session_at_the_next_question(
    ask: Ask,
) -> None:
    person = ask([WORDS, 0.4, WORDS | {"initial": ["I had"]}])
    person.sees("Enter skip")
    person.answers(f"one{ENTER}")
    person.sends(signal.SIGTERM)
    assert person.outcomes()[1:] == [stopped("I had", by=signal.SIGTERM)]


def test_an_interrupt_from_outside_is_a_ctrl_c(ask: Ask) -> None:
    person = ask([WORDS])
    person.sees("Enter skip")
    person.sends(signal.SIGINT)
    assert person.outcomes() == [stopped("")]
    assert person.exit_code() == 130


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_closed_window_hands_over_the_begun_text(ask: Ask, term: str) -> None:
    person = ask([WORDS], TERM=term)
    person.sees("Enter skip")
    person.types("I had")
    person.sees("I had")
    person.closes_the_window()
    assert person.outcomes() == [stopped("I had", by=signal.SIGHUP)]


def test_a_paste_that_goes_on_behind_the_last_answer_does_not_reach_the_shell(
    tmp_path: Path,
) -> None:
    with pexpect.spawn("bash", ["--norc", "-i"], encoding="utf-8", timeout=10) as shell:
        _start(shell, tmp_path, [WORDS])
        shell.expect_exact("Enter skip")
        shell.send(f"one{PASTE_BEGINS}{PASTE_ENDS}\r")
        shell.expect_exact("kept")
        shell.sendline("echo the shell is back")
        shell.expect_exact("the shell is back")


def test_ctrl_z_lends_the_terminal_to_the_shell_and_fg_goes_on_in_the_field(
    tmp_path: Path,
) -> None:
    with pexpect.spawn("bash", ["--norc", "-i"], encoding="utf-8", timeout=10) as shell:
        _start(shell, tmp_path, [WORDS])
        shell.expect_exact("Enter skip")
        shell.send("I had")
        shell.expect_exact("> I had")
        shell.send(CTRL_Z)
        shell.expect_exact("\x1b[?2004l")
        shell.expect_exact("Stopped")
        shell.sendline("stty -a")
        shell.expect(r"[^-]icanon.*[^-]echo\b")
        shell.sendline("fg")
        shell.expect_exact("> I had")
        shell.send(f" to go{ENTER}")
        shell.expect_exact("kept")
    (line,) = (tmp_path / "results").read_text().splitlines()
    assert json.loads(line) == ["Given", {"texts": ["I had to go"]}]


def _start(shell: pexpect.spawn[str], folder: Path, questions: list[object]) -> None:
    (folder / "clock").write_text("0")
    (folder / "questions").write_text(json.dumps(questions))
    files = f"{folder}/results {folder}/clock"
    shell.sendline(f'{sys.executable} {PROCESS} {files} "$(cat {folder}/questions)"')
