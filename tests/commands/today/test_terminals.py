"""The same evening on narrow terminals and on those that can show or do little."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.commands.today.conftest import Sit, at, written
from tests.journeys.person import ENTER

NARROW = """
Thursday 13 June 2024, evening

  Your plan  If Dee asks for a date, then I will say what I
             know.
             partly · saved 18:30

What did you say openly today, and what did you keep to
yourself?

> I told @Bo that the numbers would come on Friday and not
  before.
  saved 18:30

  Shared decisions           2  I decided alone, then told …
                             suited the situation well ·
                             saved 18:30
  Open dialogue              skipped
  Difficult conversations    skipped

At which moment tomorrow will it matter how you act, alone
or with others?
  skipped

  Bo         peer · saved 18:30

Saved: Thursday 13 June, 1 answer, 1 rating.
Tomorrow evening: one question."""

DUMB = """
Thursday 13 June 2024, evening

  Your plan  If Dee asks for a date, then I will say what I know.
What became of your if-then plan for today?
  d  done
  p  partly
  n  not done
  c  no occasion
  a key, then Enter
> p

             partly . saved 18:30
"""

PLAN = {"if": "Dee asks for a date", "then": "say what I know.", "for": "2024-06-13"}


@pytest.fixture
def _three_evenings(home, import_journal: Callable[..., None]) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('focus = ["candour", "difficult"]\n')
    entries = [written("2024-06-10"), written("2024-06-11"), written("2024-06-12", plan=PLAN)]
    import_journal(entries=[*entries, written("2024-06-09"), written("2024-06-08")])


@pytest.mark.usefixtures("_three_evenings")
def test_sixty_columns_are_enough(sit: Sit) -> None:
    ana = sit(at("2024-06-13"), columns=60)
    ana.sees("d done")
    ana.presses("p")
    ana.sees("Enter skip · ↑ back · ^L light · ^C stop 4 left")
    ana.types("I told @Bo that the numbers would come on Friday and not before.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("one key")
    ana.presses("2")
    ana.sees("y well")
    ana.presses("y")
    for question in ("Open dialogue today", "Difficult conversations today", "then I will"):
        ana.sees(question)
        ana.presses(ENTER)
    ana.sees("Who is Bo to you? 1 report · 2 peer · 3 boss · 4 partner · 5 other")
    ana.presses("2")
    ana.leaves(0)

    assert ana.page() == NARROW


@pytest.mark.usefixtures("_three_evenings")
def test_a_terminal_without_a_cursor_or_unicode_is_asked_line_by_line(sit: Sit) -> None:
    ana = sit(at("2024-06-13"), TERM="dumb", PYTHONIOENCODING="ascii")
    ana.sees("a key, then Enter")
    ana.types("p")
    ana.presses(ENTER)
    ana.sees("saved 18:30")
    ana.sees("Enter skip")

    assert ana.page().startswith(DUMB)
