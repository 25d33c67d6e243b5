"""A Wednesday evening with everything that may come: a plan, a promise, a talk that was held,
one question, three ratings and the next plan. The page is compared whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.today.conftest import Sit, at, written
from tests.commands.today.test_mornings import PLAN, PROMISE
from tests.commands.today.test_talks import HELD_TEXT, PREPARED, RUI
from tests.journeys.person import CTRL_C, ENTER, Person

pytestmark = pytest.mark.slow

WEDNESDAY = at("2024-06-12", "18:31")

AT_80 = """
Wednesday 12 June 2024, evening

  Your plan  If the vendor call turns into who is to blame, then I will ask Bo
             to speak first and write down what he needs.
             done · saved 18:31
  To Ana     comments on the hiring plan: kept · saved 18:31
  Rui        talk held; expected 4, was 2 · saved 18:31

What was said and done in the talk, told as an outside observer would tell it?
  Before it you wrote: Four handovers in May came after 17:00. I wrote to him
  twice. We never spoke about it.

> @Rui said the handovers slip when I change the list after noon. I had never
  put the two together. The list closes at noon, and that binds me first.
  saved 18:31

  Three more about this talk wait for tomorrow, or: collab talk debrief rui

  Shared decisions           3  I asked at least one person affected for input …
                             suited the situation partly · saved 18:31
  Open dialogue              4  I said my view with a doubt or mistake of my …
                             suited the situation well · saved 18:31
  Trust and accountability   3  We agreed a clear promise: who, what, by when.
                             suited the situation well · saved 18:31

At which moment tomorrow will it matter how you act, alone or with others?

> If           Dee asks for a date I do not have,
> then I will  say what I know, and when I will know the rest.
  saved 18:31

Saved: Wednesday 12 June, 1 answer, 3 ratings, 1 promise, 1 talk, a plan.
Tomorrow, after the last call: to Dee, the introduction; the talk with Rui."""

AT_60 = """
Wednesday 12 June 2024, evening

  Your plan  If the vendor call turns into who is to blame,
             then I will ask Bo to speak first and write
             down what he needs.
             done · saved 18:31
  To Ana     comments on the hiring plan: kept ·
             saved 18:31
  Rui        talk held; expected 4, was 2 · saved 18:31

What was said and done in the talk, told as an outside
observer would tell it?
  Before it you wrote: Four handovers in May came after
  17:00. I wrote to him twice. We never spoke about it.

> @Rui said the handovers slip when I change the list after
  noon. I had never put the two together. The list closes at
  noon, and that binds me first.
  saved 18:31

  Three more about this talk wait for tomorrow, or:
  collab talk debrief rui

  Shared decisions           3  I asked at least one …
                             suited the situation partly ·
                             saved 18:31
  Open dialogue              4  I said my view with a …
                             suited the situation well ·
                             saved 18:31
  Trust and accountability   3  We agreed a clear promise: …
                             suited the situation well ·
                             saved 18:31

At which moment tomorrow will it matter how you act, alone
or with others?

> If           Dee asks for a date I do not have,
> then I will  say what I know, and when I will know the
               rest.
  saved 18:31

Saved: Wednesday 12 June, 1 answer, 3 ratings, 1 promise,
1 talk, a plan.
Tomorrow, after the last call: to Dee, the introduction;
the talk with Rui."""


@pytest.fixture
def _prepared(home: Path, import_journal: Callable[..., None]) -> None:
    """What was written before that evening."""
    home.mkdir()
    (home / "settings.toml").write_text('focus = ["candour", "trust"]\ncue = "the last call"\n')
    before = [written(f"2024-06-{day:02}") for day in (5, 6, 7, 10)]
    to_dee = {**PROMISE, "who": "Dee", "what": "the introduction", "due": "2024-06-13"}
    import_journal(
        people=[
            {"name": name, "role": "peer", "added": "2024-05-01"}
            for name in ("Ana", "Bo", "Dee", "Rui")
        ],
        entries=[PREPARED, *before, written("2024-06-11", plan=PLAN)],
        promises=[PROMISE, to_dee],
        talks=[RUI],
    )


def _ticks_off(ana: Person) -> None:
    """The plan, the promise and the talk."""
    ana.sees("d done")
    ana.presses("d")
    ana.sees("Due today to Ana: comments on the hiring plan")
    ana.sees("k kept · m move · x drop · o still open")
    ana.presses("k")
    ana.sees("Today talk with Rui about the handovers that slip")
    ana.sees("h held · s set another day · g let it go")
    ana.presses("h")
    ana.sees("How hard was it? 1 easy to 5 very hard")
    ana.presses("2")
    ana.sees("told as an outside observer")
    ana.sees("Enter skip")


def _rates(ana: Person, theme: str, value: str, fit: str) -> None:
    ana.sees(f"{theme} today: which is the highest line that is true?")
    ana.sees("one key")
    ana.presses(value)
    ana.sees("y well")
    ana.presses(fit)


@pytest.mark.usefixtures("_prepared")
@pytest.mark.parametrize(("columns", "page"), [(80, AT_80), (60, AT_60)])
def test_the_whole_evening_leaves_one_page(sit: Sit, columns: int, page: str) -> None:
    ana = sit(WEDNESDAY, columns=columns, lines=70)
    _ticks_off(ana)
    ana.types(HELD_TEXT)
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    _rates(ana, "Shared decisions", "3", "p")
    _rates(ana, "Open dialogue", "4", "y")
    _rates(ana, "Trust and accountability", "3", "y")
    ana.sees("At which moment tomorrow")
    ana.sees("Enter skip")
    ana.types("Dee asks for a date I do not have,")
    ana.presses(ENTER)
    ana.pauses()
    ana.types("say what I know, and when I will know the rest.")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == page


STOPPED = """
> @Rui said the handovers slip when I change the list after noon. I had

Stopped. Kept: 3 answers and the words you had begun.
Go on today with: collab journal today"""

CONTINUED = """
Wednesday 12 June 2024, evening, continued
  Saved before: the plan, the promise to Ana, the talk held.

What was said and done in the talk, told as an outside observer would tell it?
  Before it you wrote: Four handovers in May came after 17:00. I wrote to him
  twice. We never spoke about it.

> @Rui said the handovers slip when I change the list after noon. I had

  your words from 18:31 · Enter save · Ctrl-J new line · Ctrl-C stop   4 left"""


@pytest.mark.usefixtures("_prepared")
def test_stopped_within_a_sentence_and_continued(sit: Sit) -> None:
    ana = sit(WEDNESDAY)
    _ticks_off(ana)
    ana.types("@Rui said the handovers slip when I change the list after noon. I had")
    ana.presses(CTRL_C)
    ana.leaves(130)
    assert ana.page().endswith(STOPPED)

    again = sit(at("2024-06-12", "18:40"))
    again.sees("4 left")
    assert again.page() == CONTINUED
    again.presses(CTRL_C)
    again.leaves(130)
