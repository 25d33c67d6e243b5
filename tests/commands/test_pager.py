"""What is longer than the terminal goes through a pager: real terminals, the real less."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from collab.storage.database import Journal
from tests.drawn_journal import drawn_journal
from tests.exchange.documents import bring_in
from tests.journeys.person import CTRL_C, Person
from tests.tools import needs

REPORT = ("report", "--week", "--of", "2024-06-10")
THE_END = "where the share may lie by chance."
AT = datetime(2024, 7, 1, 20, tzinfo=UTC)


@pytest.fixture
def home(home: Path) -> Path:
    """A home that holds the journal whose week is drawn."""
    home.mkdir()
    bring_in(Journal(str(home / "journal.db")), drawn_journal())
    return home


class TestLess:
    @pytest.fixture(autouse=True)
    def less(self) -> None:
        needs("less")

    def test_shows_the_words_first_and_the_numbers_on_space(self, home: Path) -> None:
        with Person(home, *REPORT, at=AT) as leader:
            leader.sees("Space: the numbers . q: done")
            first = leader.page().splitlines()
            assert first[0].startswith("Week 2024-06-10 to 2024-06-16")
            assert first[22].startswith("Next         Tue 18")
            leader.presses(" ")
            leader.sees("Space: more . q: done")
            assert leader.page().splitlines()[0] == "Balance (your ratings)"
            leader.presses("q")
            assert "Traceback" not in leader.leaves(0)

    def test_is_not_ended_by_ctrl_c_and_keeps_nothing_that_was_looked_for(self, home: Path) -> None:
        with Person(home, *REPORT, at=AT) as leader:
            leader.sees("the numbers . q: done")
            leader.presses(CTRL_C)
            leader.types("/supplier\r")
            leader.sees("more . q: done")
            leader.presses("G")
            leader.sees(THE_END)
            leader.sees("q: done")
            leader.presses("q")
            leader.leaves(0)
        assert not list(home.parent.glob(".less*"))

    def test_obeys_what_the_user_has_set_for_it(self, home: Path) -> None:
        with Person(home, *REPORT, at=AT, LESS="N") as leader:
            leader.sees("1 Week 2024-06-10 to 2024-06-16")
            leader.sees("the numbers . q: done")
            leader.presses("q")
            leader.leaves(0)

    def test_shows_a_long_list_too(self, home: Path) -> None:
        with Person(home, "journal", "list", at=AT, lines=12) as leader:
            leader.sees("Space: more . q: done")
            leader.presses("G")
            leader.sees("more; see them with --limit")
            leader.presses("q")
            leader.leaves(0)


@pytest.mark.parametrize(
    ("options", "environ"),
    [
        pytest.param((), {"PAGER": "cat"}, id="cat"),
        pytest.param((), {"PAGER": "less", "COLLAB_PAGER": ""}, id="none set for collab"),
        pytest.param((), {"TERM": "dumb"}, id="a dumb terminal"),
        pytest.param((), {"PATH": "/nowhere"}, id="no less installed"),
        pytest.param((), {"PAGER": "'no such' pager"}, id="a pager the shell does not find"),
        pytest.param(("--no-pager",), {}, id="not wanted"),
    ],
)
def test_without_a_pager_all_is_printed_at_once(
    options: tuple[str, ...], environ: dict[str, str], home: Path
) -> None:
    with Person(home, *REPORT, *options, at=AT, lines=90, **environ) as leader:
        leader.sees(THE_END)
        leader.leaves(0)
        assert "vendor numbers\n\nBalance (your ratings)\n" in leader.page()


def test_what_fits_is_printed_at_once(home: Path) -> None:
    with Person(home, *REPORT, at=AT, lines=120) as leader:
        leader.sees(THE_END)
        leader.leaves(0)


def test_a_pager_of_ones_own_gets_the_colours_and_does_not_decide_the_exit_code(
    home: Path,
) -> None:
    with Person(home, *REPORT, at=AT, COLLAB_PAGER="cat -v; exit 3", PAGER="less") as leader:
        leader.sees("^[[1mWeek 2024-06-10 to 2024-06-16^[[0m")
        leader.sees("^[[36mTue 18^[[0m: from Cy, two hires")
        leader.leaves(0)


class TestTheFirstScreen:
    def test_of_a_low_window_gives_up_days_without_a_star(self, home: Path) -> None:
        with Person(home, *REPORT, "--brief", at=AT, lines=21) as leader:
            leader.sees("Week 2024-06-10")
            drawn = leader.leaves(0)
        assert "Wed" in drawn
        assert "Mon" not in drawn
        assert "light evening Fri" not in drawn

    def test_gives_up_nothing_in_full(self, home: Path) -> None:
        with Person(home, *REPORT, "--full", "--no-pager", at=AT, lines=10) as leader:
            leader.sees("Mon Told @Bo the supplier date had slipped")
            leader.sees("Thu light evening Fri")
            leader.leaves(0)
