"""What a question looks like, seen in tmux."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from json import dumps
from pathlib import Path

import pytest

from tests.commands.interview.asked import FIT, PLAN, PROCESS

pytestmark = pytest.mark.slow

if not shutil.which("tmux"):
    pytest.skip("needs tmux", allow_module_level=True)

OPEN = {
    "above": [
        "Which moment with others today do you want to remember, and what did each of you do?",
        "",
    ],
    "editor": True,
    "light": True,
    "left": 3,
}
ANSWER = (
    "Told @Ana in front of everyone that the rota was settled. She said fine, and then "
    "nothing for the rest of the meeting."
)
AT_80 = """\
Which moment with others today do you want to remember, and what did each of
you do?

> Told @Ana in front of everyone that the rota was settled. She said fine, and
  then nothing for the rest of the meeting.

  Enter save · Ctrl-J new line · Ctrl-O editor · Ctrl-C stop   3 left"""
AT_60 = """\
Which moment with others today do you want to remember, and
what did each of you do?

> Told @Ana in front of everyone that the rota was settled.
  She said fine, and then nothing for the rest of the
  meeting.

  Enter save · ^J line · ^O editor · ^C stop   3 left"""
AT_40 = """\
Which moment with others today do you
want to remember, and what did each of
you do?

> Told @Ana in front of everyone that
  the rota was settled. She said fine,
  and then nothing for the rest of the
  meeting.

  Enter save · ^C stop   3 left"""


class Window:
    """A window of tmux in which questions are asked, below some lines that stood there."""

    def __init__(
        self,
        folder: Path,
        questions: list[object],
        columns: int,
        lines: int,
        *options: str,
        above: int = 1,
    ) -> None:
        self._socket = str(folder / "tmux")
        (folder / "clock").write_text("0")
        files = [str(folder / "results"), str(folder / "clock")]
        asking = shlex.join([sys.executable, str(PROCESS), *files, dumps(questions), *options])
        size = ["-x", str(columns), "-y", str(lines)]
        self._tmux(
            "-f", "/dev/null", "new-session", "-d", *size, f"{'echo before; ' * above}{asking}; cat"
        )
        self._waits_for(lambda: "stop" in self.page() or "n another way" in self.page(), True)

    def types(self, *keys: str) -> None:
        """Press keys by their names in tmux; text counts as its characters."""
        self._tmux("send-keys", *keys)

    def resizes(self, columns: int, lines: int = 24) -> None:
        self._tmux("resize-window", "-x", str(columns), "-y", str(lines))

    def shows(self, page: str, with_history: bool = False) -> None:
        """Wait until the window shows exactly `page`, with what has scrolled by or without."""
        self._waits_for(self.history if with_history else self.page, page)

    def has_its_cursor_at(self, column: int, line: int) -> None:
        self._waits_for(
            lambda: self._tmux("display", "-p", "#{cursor_x},#{cursor_y},#{cursor_flag}"),
            f"{column},{line},1",
        )

    def page(self) -> str:
        return self._tmux("capture-pane", "-p")

    def history(self) -> str:
        """The page and what has scrolled by."""
        return self._tmux("capture-pane", "-p", "-S", "-100")

    def closes(self) -> None:
        self._tmux("kill-server")

    def _waits_for(self, seen: Callable[[], object], wanted: object) -> None:
        for _ in range(200):
            if seen() == wanted:
                return
            time.sleep(0.05)
        assert seen() == wanted

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-u", "-S", self._socket, *arguments]
        environ = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
        return "\n".join(line.rstrip() for line in done.stdout.rstrip().split("\n"))


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Callable[..., Window]]:
    opened: list[Window] = []

    def open_window(*arguments: object, **options: int) -> Window:
        opened.append(Window(tmp_path, *arguments, **options))
        return opened[-1]

    yield open_window
    for each in opened:
        each.closes()


@pytest.mark.parametrize(
    ("columns", "page", "x"), [(80, AT_80, 43), (60, AT_60, 10), (40, AT_40, 10)]
)
def test_words_stay_whole_and_the_hint_stands_below_them(
    window: Callable[..., Window], columns: int, page: str, x: int
) -> None:
    asked = window([OPEN], columns, 24)
    asked.types("-l", ANSWER)
    asked.shows(f"before\n{page}")
    asked.has_its_cursor_at(x, page.count("\n") - 1)


def test_a_narrower_and_a_wider_window_are_drawn_anew(window: Callable[..., Window]) -> None:
    asked = window([OPEN], 80, 24, above=8)
    asked.types("-l", ANSWER)
    asked.shows("before\n" * 8 + AT_80)
    for columns, page in ((60, AT_60), (80, AT_80)):
        asked.resizes(columns)
        asked.shows("before\n" * 8 + page, with_history=True)


def test_an_answered_question_is_gone(window: Callable[..., Window]) -> None:
    asked = window([OPEN], 80, 24)
    asked.types("-l", ANSWER)
    asked.shows(f"before\n{AT_80}")
    asked.types("Enter")
    asked.shows("before\nkept")


def test_a_text_taller_than_the_window_scrolls_and_the_hint_stays(
    window: Callable[..., Window],
) -> None:
    asked = window([OPEN | {"initial": ["\n".join(map(str, range(30)))]}], 60, 10)
    above, hint = AT_60.split("\n")[:3], AT_60.split("\n")[-1]
    asked.shows("\n".join([*above, *(f"  {number}" for number in range(25, 30)), "", hint]))
    asked.types(*["BSpace"] * 3)
    asked.shows("\n".join([*above, *(f"  {number}" for number in range(24, 29)), "", hint]))
    asked.types(*["Up"] * 19)
    asked.has_its_cursor_at(3, 3)
    asked.shows("\n".join([*above, "  9", *(f"  {number}" for number in range(10, 14)), "", hint]))


def test_a_question_taller_than_the_window_can_be_read_above(
    window: Callable[..., Window],
) -> None:
    options = [f"line {number}" for number in range(12)]
    asked = window([{"above": [*options, ""], "answers": {"1": "1"}}], 60, 8)
    hint = "  one key · Enter skip · ↑ back · ^C stop"
    asked.shows("\n".join([*options[6:], "", hint]))
    assert "before\nline 0\nline 1" in asked.history()


def test_a_question_that_fills_the_window_leaves_nothing_to_scroll_up_to(
    window: Callable[..., Window],
) -> None:
    options = [f"line {number}" for number in range(6)]
    asked = window([{"above": [*options, ""], "answers": {"1": "1"}}], 60, 8)
    asked.types("1")
    asked.shows("before\nkept", with_history=True)


def test_wide_and_joined_characters_keep_their_columns(window: Callable[..., Window]) -> None:
    asked = window([{"above": []}], 60, 24)
    asked.types("-l", "你好 cafe\u0301 👩‍👧 x")
    asked.shows("before\n> 你好 cafe\u0301 👩‍👧 x\n\n  Enter save · ^J line · ^C stop")
    asked.has_its_cursor_at(16, 1)
    asked.types("Left", "Left", "Left", "BSpace")
    asked.shows("before\n> 你好 cafe\u0301👩‍👧 x\n\n  Enter save · ^J line · ^C stop")
    asked.has_its_cursor_at(11, 1)


def test_a_plan_shows_both_fields(window: Callable[..., Window]) -> None:
    asked = window([PLAN], 60, 24)
    asked.types("-l", "the vendor call turns into who is to blame,")
    asked.shows(
        "before\nThe plan?\n\n"
        "> If           the vendor call turns into who is to blame,\n"
        "> then I will\n\n"
        "  Enter next · ^J line · ^C stop"
    )
    asked.types("Enter")
    asked.has_its_cursor_at(15, 4)


def test_a_hint_too_long_for_its_line_goes_below_the_question(
    window: Callable[..., Window],
) -> None:
    asked = window([FIT | {"lead": "How did that suit the situation?", "left": 2}], 60, 24)
    asked.shows(
        "before\n  How did that suit the situation?\n  y well · p partly · n another way   2 left"
    )


def test_without_unicode_the_hint_is_ascii(window: Callable[..., Window]) -> None:
    asked = window([{"above": []}], 80, 24, "--ascii")
    asked.shows("before\n>\n\n  Enter skip . Up back . Ctrl-C stop")
