"""`collab prompts`: what is printed, on which stream, with which exit code."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collab.commands.app import run
from collab.commands.session import Session

NOW = datetime(2024, 6, 12, 18, 30, tzinfo=UTC)

MINE = """\
[pack]
id = "mine"
title = "My questions"

[[prompt]]
id = "X-1"
theme = "trust"
moment = "evening"
every = 3
text = "What did I promise today, and to whom?"
deeper = "What could get in the way?"
"""


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Collab = Callable[..., Outcome]


@pytest.fixture
def collab(home: Path, capsys: pytest.CaptureFixture[str]) -> Collab:
    """Runs `collab prompts ...` in a home of its own."""

    def call(*arguments: str) -> Outcome:
        session = Session(clock=lambda: NOW, environ={"COLLAB_HOME": str(home)})
        code = run(["prompts", *arguments], session)
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def own(home: Path) -> Path:
    """The folder of the user's own packs, with one pack in it."""
    folder = home / "prompts"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(MINE)
    return folder


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def ids_in(text: str) -> list[str]:
    return re.findall(r"^  (\S+)  +\S", text, re.MULTILINE)


def cells(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def test_every_bundled_prompt_is_listed_under_its_moment(collab: Collab) -> None:
    listed = collab("list")
    assert (listed.code, listed.err) == (0, "")
    assert len(ids_in(listed.out)) == 97
    assert re.findall(r"^\S.*$", listed.out, re.MULTILINE) == [
        "setup",
        "morning",
        "outcome",
        "evening",
        "light",
        "tomorrow",
        "rating",
        "fit",
        "prepare",
        "hold",
        "passed",
        "debrief",
        "follow-up",
        "week",
    ]


def test_the_list_of_a_theme_and_a_moment(collab: Collab, own: Path) -> None:
    assert collab("list", "--theme", "Trust", "--moment", "EVENING").out == (
        "evening\n"
        "  I-25  trust  What promise did you make or receive today: who, what and by\n"
        "               when?\n"
        "  I-26  trust  Which promise came due today, and what happened with it?\n"
        "  I-27  trust  Where did you check or redo someone's work today, and what led\n"
        "               you to do that?\n"
        "  I-28  trust  What happened today that made trust with someone grow or shrink,\n"
        "               even a little?\n"
        "  X-1   trust  What did I promise today, and to whom? (yours)\n"
    )


def test_the_list_of_one_s_own(collab: Collab, own: Path) -> None:
    assert ids_in(collab("list", "--own").out) == ["X-1"]


def test_a_prompt_that_waits_to_be_switched_on_says_so(collab: Collab) -> None:
    listed = collab("list", "--theme", "empathy", "--moment", "evening").out
    assert " ".join(listed.split()).count("(when switched on)") == 1


def test_an_empty_choice_says_so(collab: Collab, own: Path) -> None:
    listed = collab("list", "--theme", "trust", "--moment", "morning")
    assert (listed.code, listed.out) == (0, "No prompt fits.\n")


def test_without_own_packs_the_list_says_how_to_add_one(collab: Collab, home: Path) -> None:
    listed = collab("list", "--own")
    assert listed.code == 0
    assert "collab prompts add FILE" in listed.out
    assert not home.exists()


@pytest.mark.parametrize("width", [60, 80])
def test_no_line_is_too_wide_and_no_word_is_broken(
    collab: Collab, own: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", "10000")
    whole = [collab("list").out, collab("show", "D-14").out, collab("show", "R-01").out]
    monkeypatch.setenv("COLUMNS", str(width))
    wrapped = [collab("list").out, collab("show", "D-14").out, collab("show", "R-01").out]
    for one, other in zip(whole, wrapped, strict=True):
        assert one.split() == other.split()
        assert max(map(cells, other.splitlines())) <= width
        assert not re.search(r" $", other, re.MULTILINE)


@pytest.mark.parametrize("width", [20, 60])
def test_long_ids_and_wide_characters_stay_within_the_lines(
    collab: Collab, own: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    text = "今日、誰の意見を聞きましたか。そして、その意見は何を変えましたか。" * 2
    (own / "mine.toml").write_text(
        MINE.replace("X-1", "questions-of-my-team-2024").replace("What did I promise", text)
    )
    monkeypatch.setenv("COLUMNS", str(width))
    listed = collab("list", "--own").out
    assert text in listed.replace(" ", "").replace("\n", "")
    assert max(map(cells, listed.splitlines())) <= max(width, 40)


def test_a_prompt_is_shown_with_all_that_is_known_of_it(collab: Collab, own: Path) -> None:
    shown = collab("show", "X-1")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == (
        "X-1\n"
        "\n"
        "What did I promise today, and to whom?\n"
        "\n"
        "Deeper  What could get in the way?\n"
        "Theme   Trust and accountability (trust)\n"
        "Asked   evening, at most once in 3 days\n"
        "Answer  in words\n"
        "Pack    My questions (mine.toml, yours)\n"
    )


def test_a_rating_is_shown_with_its_scale(collab: Collab) -> None:
    shown = collab("show", "R-07").out
    assert shown.endswith(
        "Answer  with a line of the scale, by one key\n"
        "Pack    Ratings (ratings.toml, bundled)\n"
        "Source  S16\n"
        "\n"
        "  1  I relied on my own control: I checked, redid or kept the work.\n"
        "  2  I handed over work and checked it at points that I had set.\n"
        "  3  We agreed a clear promise: who, what, by when.\n"
        "  4  I kept a promise, or told the person early that I could not.\n"
        "  5  We reviewed promises together: mine to them and theirs to me.\n"
        "  0  No occasion today.\n"
        "  W  I waited to be told who does what.\n"
    )


def test_an_id_may_be_typed_in_any_case_but_its_own_comes_first(collab: Collab, own: Path) -> None:
    (own / "other.toml").write_text(MINE.replace("X-1", "e-02").replace("mine", "other"))
    assert collab("show", "x-1").out == collab("show", "X-1").out
    assert "other.toml" in collab("show", "e-02").out
    assert "days.toml" in collab("show", "E-02").out


WRONG = {
    "an unknown prompt": (("show", "X-99"), "There is no prompt 'X-99'."),
    "an empty prompt": (("show", ""), "There is no prompt ''."),
    "an unknown theme": (("list", "--theme", "hope"), "There is no theme 'hope'."),
    "an unknown moment": (("list", "--moment", "noon"), "There is no moment 'noon'."),
    "a file that is not there": (
        ("check", "nowhere.toml"),
        "nowhere.toml cannot be read: no such file or directory.",
    ),
    "an empty path": (("check", ""), "'' cannot be read: no such file or directory."),
    "a folder": (("add", "folder.toml"), "folder.toml cannot be read: it is a folder."),
    "a broken pack to check": (("check", "broken.toml"), "broken.toml, prompt 1 (X-1), colour: "),
    "a broken pack to add": (("add", "broken.toml"), "broken.toml, prompt 1 (X-1), colour: "),
}


@pytest.mark.parametrize(("arguments", "sentence"), WRONG.values(), ids=WRONG)
def test_wrong_input_gets_a_sentence_and_a_next_step_and_changes_nothing(
    collab: Collab,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder.toml").mkdir()
    Path("broken.toml").write_text(MINE + "colour = 1\n")
    refused = collab(*arguments)
    assert (refused.code, refused.out) == (2, "")
    said, next_step = refused.err.splitlines()
    assert said.startswith(sentence)
    assert next_step
    assert not home.exists()


@pytest.mark.parametrize("arguments", [("list",), ("show", "E-02")], ids=["list", "show"])
def test_a_broken_own_pack_is_named_and_stops_nothing(
    collab: Collab, own: Path, arguments: tuple[str, ...]
) -> None:
    (own / "broken.toml").write_text("[pack\n")
    done = collab(*arguments)
    assert done.code == 0
    assert "E-02" in done.out
    assert done.err.startswith("Left out: broken.toml, line 1, column 6: This is not TOML")


def test_a_check_of_all_names_every_pack(collab: Collab, own: Path) -> None:
    checked = collab("check")
    assert (checked.code, checked.err) == (0, "")
    assert checked.out == (
        "days.toml: 8 prompts, nothing to mend\n"
        "independence.toml: 39 prompts, nothing to mend\n"
        "ratings.toml: 10 prompts, nothing to mend\n"
        "talks.toml: 35 prompts, nothing to mend\n"
        "week.toml: 5 prompts, nothing to mend\n"
        "mine.toml: 1 prompt, nothing to mend\n"
    )


def test_a_check_of_all_with_a_broken_pack_ends_with_1(collab: Collab, own: Path) -> None:
    (own / "broken.toml").write_text(MINE + "colour = 1\n")
    (own / "folder.toml").mkdir()
    checked = collab("check")
    assert checked.code == 1
    assert checked.out.endswith("mine.toml: 1 prompt, nothing to mend\n")
    first, second, *_ = checked.err.splitlines()
    assert first.startswith("Left out: broken.toml, prompt 1 (X-1), colour: There is no such key")
    assert second == f"Left out: {own / 'folder.toml'} cannot be read: it is a folder."


def test_a_warning_about_wording_leaves_the_exit_code_alone(collab: Collab, own: Path) -> None:
    (own / "mine.toml").write_text(MINE.replace("What did I promise today", "Did I fail him"))
    for arguments in (("check",), ("check", str(own / "mine.toml"))):
        checked = collab(*arguments)
        assert (checked.code, checked.err) == (0, "")
        assert checked.out.endswith(
            "mine.toml: 1 prompt, 4 warnings\n"
            "  X-1  The text begins with 'did', so that yes or no can answer it.\n"
            "  X-1  The text names no time: say today, tomorrow or this week.\n"
            "  X-1  The text has the word 'fail', which asks for a verdict or an excuse.\n"
            "  X-1  The text has the word 'him'; leave open who the person is.\n"
        )
    assert "X-1" in collab("list", "--own").out


def test_a_pack_in_another_language_is_spared_the_english_rules(collab: Collab, own: Path) -> None:
    german = MINE.replace('id = "mine"', 'id = "mine"\nlanguage = "de"')
    (own / "mine.toml").write_text(german.replace("What did I promise today", "Hast du he gesagt"))
    assert collab("check").out.endswith("mine.toml: 1 prompt, nothing to mend\n")


def test_an_added_pack_is_there_and_adding_it_again_says_so(
    collab: Collab, home: Path, tmp_path: Path
) -> None:
    source = tmp_path / "mine.toml"
    source.write_text(MINE)
    copy = home / "prompts" / "mine.toml"
    assert collab("add", str(source)) == Outcome(
        0, f"mine.toml: 1 prompt, nothing to mend\nAdded: {copy}\n", ""
    )
    assert ids_in(collab("list", "--own").out) == ["X-1"]
    assert collab("add", str(source)).out.endswith(f"There already: {copy}\n")
    source.write_text(MINE.replace("X-1", "X-2"))
    refused = collab("add", str(source))
    assert refused.code == 2
    assert f"{copy} is there already, with other content" in refused.err


def test_nothing_of_a_pack_reaches_the_terminal_as_a_command(collab: Collab, own: Path) -> None:
    text = "What \u202edid\u200b I say today?"
    (own / "mine.toml").write_text(MINE.replace("What did I promise today, and to whom?", text))
    os.rename(own / "mine.toml", own / "mi\x1b[2Jne.toml")
    (own / "broken\x1b[2J.toml").write_text("[pack\n")
    for arguments in (("list", "--own"), ("show", "X-1"), ("check",)):
        done = collab(*arguments)
        assert not re.search("[\x1b\u202e\u200b]", done.out + done.err)
        assert "X-1" in done.out or "mi␛[2Jne.toml" in done.out
