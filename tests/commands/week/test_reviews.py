"""Whole reviews: what is asked beside which facts, and the page that remains."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.commands.week.conftest import CY, FRIDAY, HIRES, WEEK, Review
from tests.journeys.person import DOWN, ENTER

pytestmark = pytest.mark.slow


FRIDAYS = """
Week 2024-06-10 to 2024-06-16

Which moment this week shows best how you worked with others, and what did you
do in it?
  1  Mon  Told @Bo the supplier date had slipped before he could hear it from …
  2  Tue  Asked all six about the rota. It took the day, and four had no view.
  3  Wed  @Rui said the handovers slip when I change the list after noon. I …
  4  Fri  @Ana said I asked, and then I waited.

> 4
  starred · saved 17:05

Where did acting alone, and where did acting together, suit this week's
situations?
  1-2  on my own   Mon Shared decisions: well · Mon Trust: well
  4-5  together    Tue Shared decisions: would choose another way
                   Tue, Wed, Fri Open dialogue: well

> Alone was right for the supplier call, there was an hour. Asking all six about
  the rota was a kindness nobody needed; two of them would have done.
  saved 17:05

What did someone tell you this week about your effect on them, or whom could
you ask?

> Who    Ana
> Words  You asked, and then you waited. I had not seen that before.
  saved 17:05 · 1 outside view this week

Which talks and promises are open this week, and what is the next step for each?
  Cy, the budget cut       talk, first written 18 days ago
  From Cy: two hires       moved to Tue 18 June, agreed; the old date counts ·
                           saved 17:05

What is one thing you will try next week?

> If           I am about to ask the whole group,
> then I will  name the two people it touches most and ask only them first.
  saved 17:05

Saved: the week. Your plan opens Monday. Sunday: collab report --week"""

NARROW = """
Week 2024-06-10 to 2024-06-16

Which moment this week shows best how you worked with
others, and what did you do in it?
  1  Mon  Told @Bo the supplier date had slipped before …
  2  Tue  Asked all six about the rota. It took the day, …
  3  Wed  @Rui said the handovers slip when I change the …
  4  Fri  @Ana said I asked, and then I waited.

> The rota. I asked all six at once and should have named
  two.
  saved 17:05

Where did acting alone, and where did acting together, suit
this week's situations?
  skipped

What did someone tell you this week about your effect on
them, or whom could you ask?

> Words  Bo, whether I tell him things in time.
  saved 17:05

Which talks and promises are open this week, and what is the
next step for each?
  Cy, the budget cut       held; was 3 · saved 17:05
  From Cy: two hires       dropped · saved 17:05
> The budget is closed for this year.

What is one thing you will try next week?
  skipped

Saved: the week. Sunday: collab report --week"""

DUMB = """
Week 2024-06-10 to 2024-06-16

Which moment this week shows best how you worked with others, and what did you
do in it?
  1  Mon  Told @Bo the supplier date had slipped before he could hear it ...
  2  Tue  Asked all six about the rota. It took the day, and four had no view.
  3  Wed  @Rui said the handovers slip when I change the list after noon. I ...
  4  Fri  @Ana said I asked, and then I waited.
  a number stars that answer for Sunday, or write . Enter skip

  Enter skip . Ctrl-O editor . Ctrl-C stop
> 9

Which moment this week shows best how you worked with others, and what did you
do in it?
  1  Mon  Told @Bo the supplier date had slipped before he could hear it ...
  2  Tue  Asked all six about the rota. It took the day, and four had no view.
  3  Wed  @Rui said the handovers slip when I change the list after noon. I ...
  4  Fri  @Ana said I asked, and then I waited.
  a number from 1 to 4, or words

  Enter save . Ctrl-O editor . Ctrl-C stop
> 9
"""

DUMB_THINGS = """
Which talks and promises are open this week, and what is the next step for each?
  Cy, the budget cut       talk, first written 18 days ago
  s  set a day
  h  held
  g  let it go
  a key, then Enter . Enter leave   2 left
> s
  Enter leave it . Up back . Ctrl-C stop
  to which day?            > mon

  Cy, the budget cut       set for Mon 17 June . saved 17:05
  From Cy: two hires       due Tue 11 June
  k  kept in time
  r  kept later
  m  move
  x  drop
  a key, then Enter . Enter leave   1 left
> r
  From Cy: two hires       kept later . saved 17:05
"""


def test_a_friday_leaves_the_page_as_drawn(
    review: Review, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=WEEK, talks=[CY], promises=[HIRES])
    ana = review(FRIDAY)
    ana.sees("a number stars that answer for Sunday, or write · Enter skip")
    ana.sees("Enter skip · Ctrl-O editor · Ctrl-C stop")
    ana.types("4")
    ana.presses(ENTER)
    ana.sees("Enter skip · Ctrl-O editor · ↑ back · Ctrl-C stop 4 left")
    ana.pastes(
        "Alone was right for the supplier call, there was an hour. Asking all six about the"
        " rota was a kindness nobody needed; two of them would have done."
    )
    ana.sees("Enter save")
    ana.presses(ENTER)
    ana.sees("Enter skip · ↓ whom to ask · Ctrl-O editor")
    ana.types("Ana")
    ana.presses(ENTER)
    ana.types("You asked, and then you waited. I had not seen that before.")
    ana.presses(ENTER)
    ana.sees("s set a day · h held · g let it go · Enter leave 2 left")
    ana.presses(ENTER)
    ana.sees("k kept in time · r kept later · m move · x drop · Enter leave 1 left")
    ana.presses("m")
    ana.sees("to which day?")
    ana.types("tue")
    ana.presses(ENTER)
    ana.sees("to which day?            > tue                    a agreed · n not agreed")
    ana.presses("a")
    ana.sees("What is one thing you will try next week?")
    ana.types("I am about to ask the whole group,")
    ana.presses(ENTER)
    ana.types("name the two people it touches most and ask only them first.")
    ana.presses(ENTER)
    ana.leaves(0)
    assert ana.page() == FRIDAYS

    journal = kept()
    page = journal["entries"][-1]
    assert (page["day"], page["kind"], page["week"]) == ("2024-06-14", "week", "2024-W24")
    alone, told = page["answers"]
    assert (alone["prompt"], "outside" in alone) == ("W-2", False)
    assert (told["prompt"], told["outside"]) == ("W-3", "Ana")
    assert (page["plan"]["prompt"], page["plan"]["for"]) == ("W-5", "2024-06-17")
    stars = [
        one["text"]
        for entry in journal["entries"]
        for one in entry.get("answers", [])
        if one.get("starred")
    ]
    assert stars == ["@Ana said I asked, and then I waited."]
    assert journal["promises"][0]["moved"] == [
        {"on": "2024-06-14", "from": "2024-06-11", "to": "2024-06-18", "agreed": True}
    ]


def test_sixty_columns_are_enough(
    review: Review, import_journal: Callable[..., None], kept: Callable[[], dict]
) -> None:
    import_journal(entries=WEEK, talks=[CY], promises=[HIRES])
    ana = review(FRIDAY, columns=60)
    ana.sees("Enter skip · ^O editor · ^C stop")
    ana.pastes("The rota. I asked all six at once and should have named two.")
    ana.sees("Enter save")
    ana.presses(ENTER)
    ana.sees("Where did acting alone")
    ana.presses(ENTER)
    ana.sees("Enter skip · ↓ whom to ask · ↑ back · ^C stop 3 left")
    ana.presses(DOWN)
    ana.types("Bo, whether I tell him things in time.")
    ana.presses(ENTER)
    ana.sees("h held")
    ana.presses("h")
    ana.sees("How hard was it?  1 easy to 5 very hard")
    ana.presses("3")
    ana.sees("x drop")
    ana.presses("x")
    ana.sees("why, in one line?")
    ana.types("The budget is closed for this year.")
    ana.presses(ENTER)
    ana.sees("then I will")
    ana.presses(ENTER)
    ana.leaves(0)
    assert ana.page() == NARROW

    journal = kept()
    whom = journal["entries"][-1]["answers"][1]
    assert (whom["prompt"], whom.get("outside")) == ("W-3", None)
    assert journal["promises"][0]["dropped"] == "2024-06-14"
    assert journal["promises"][0]["reason"] == "The budget is closed for this year."


def test_a_terminal_without_a_cursor_or_unicode_is_asked_line_by_line(
    review: Review, import_journal: Callable[..., None]
) -> None:
    import_journal(entries=WEEK, talks=[CY], promises=[HIRES])
    ana = review(FRIDAY, lines=120, TERM="dumb", PYTHONIOENCODING="ascii")
    ana.sees("Enter skip . Ctrl-O")
    ana.types("9")
    ana.presses(ENTER)
    ana.sees("Enter save")
    ana.sees("> 9")
    assert ana.page() == DUMB.rstrip()
    ana.presses("\x7f")
    ana.types("2")
    ana.presses(ENTER)
    ana.sees("starred . saved 17:05")
    for question in ("Where did acting alone", "What did someone tell you"):
        ana.sees(question)
        ana.sees("Enter skip")
        ana.presses(ENTER)
        if question.startswith("What"):
            ana.sees("> Words")
            ana.presses(ENTER)
    ana.sees("a key, then Enter")
    ana.types("s")
    ana.presses(ENTER)
    ana.sees("to which day?")
    ana.types("mon")
    ana.presses(ENTER)
    ana.sees("a key, then Enter")
    ana.types("r")
    ana.presses(ENTER)
    ana.sees("one thing you will try")
    assert DUMB_THINGS in ana.page()
