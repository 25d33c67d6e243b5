"""Whole evenings: what is asked, and the page that remains on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.commands.today.conftest import MONDAY, Sit, at, written
from tests.journeys.person import CTRL_C, CTRL_L, ENTER, collab

pytestmark = pytest.mark.slow


FIRST_EVENING = """
collab: a few questions a day about working with and through others.

  Yours      One file on this computer: {path}
             Nothing is ever sent. It is not encrypted: whoever can use your
             account can read it.
  Others     Write only what you could stand by if the person read it. No
             health, family, belief, union or sexual matters of others. Do not
             use this as a personnel file. A short name will do: @bo

Monday 22 April 2024, evening

Which moment with others today do you want to remember, and what did each of
you do?

> Told @Ana in front of everyone that the rota was settled. She said fine, and
  then nothing for the rest of the meeting.
  saved 18:34

  Shared decisions           2  I decided alone, then told people affected …
                             suited the situation partly · saved 18:34

At which moment tomorrow will it matter how you act, alone or with others?

> If           the rota comes up again at ten,
> then I will  ask Ana what she would change before I say anything.
  saved 18:34

  Focus      Open dialogue and Difficult conversations
  saved 18:34

  Ana        report · saved 18:34

Saved: Monday 22 April, 1 answer, 1 rating, a plan for tomorrow.
Tomorrow evening: what became of the plan, then one question. Answering changes
what you notice."""

SECOND_EVENING = """
Tuesday 23 April 2024, evening

  Your plan  If the rota comes up again at ten, then I will ask Ana what she
             would change before I say anything.
             done · saved 18:31

What did you say openly today, and what did you keep to yourself?

> I said what the budget was.
  saved 18:31

  Shared decisions           4  I asked people affected, and their input …
                             suited the situation well · saved 18:31
  Open dialogue              w  I waited for others to speak first, or agreed …
                             saved 18:31
  Difficult conversations    skipped

At which moment tomorrow will it matter how you act, alone or with others?
  skipped

After which moment of the day will you write?

> the last call
  saved 18:31

Saved: Tuesday 23 April, 1 answer, 2 ratings.
Tomorrow, after the last call: one question."""


def test_the_first_two_evenings_leave_pages_that_read_well(home, sit: Sit) -> None:
    ana = sit(MONDAY)
    ana.sees("Enter begin")
    ana.presses(ENTER)
    ana.sees("Enter skip")
    ana.types(
        "Told @Ana in front of everyone that the rota was settled. She said fine, and then"
        " nothing for the rest of the meeting."
    )
    ana.sees("Enter save")
    ana.presses(ENTER)
    ana.sees("saved 18:34")
    ana.sees("What one small thing does it suggest for tomorrow? d answer that too")
    ana.presses(ENTER)
    ana.sees("Think of the occasion that mattered most.")
    ana.sees("one key · Enter skip · ↑ back · Ctrl-C stop 3 left")
    ana.presses("2")
    ana.sees("How did that suit the situation today? y well · p partly · n another way")
    ana.presses("p")
    ana.sees("If")
    ana.types("the rota comes up again at ten,")
    ana.presses(ENTER)
    ana.types("ask Ana what she would change before I say anything.")
    ana.presses(ENTER)
    ana.sees("One thing to set up.")
    ana.types("3 4")
    ana.presses(ENTER)
    ana.sees("that you cannot do yet?")
    ana.presses(ENTER)
    ana.sees("Who is Ana to you? 1 report · 2 peer · 3 boss · 4 partner · 5 other")
    ana.presses("1")
    ana.leaves(0)
    assert ana.page() == FIRST_EVENING.replace("{path}", "~/home/journal.db").rstrip()

    bob = sit(at("2024-04-23", "18:31"))
    bob.sees("d done · p partly · n not done · c no occasion")
    bob.presses("d")
    bob.sees("Enter skip")
    bob.types("I said what the budget was.")
    bob.sees("Enter save")
    bob.presses(ENTER)
    bob.sees("Enter go on")
    bob.presses(ENTER)
    bob.sees("one key")
    bob.presses("4")
    bob.sees("y well")
    bob.presses("y")
    bob.sees("one key")
    bob.presses("W")
    bob.sees("Difficult conversations today")
    bob.presses(ENTER)
    bob.sees("then I will")
    bob.presses(ENTER)
    bob.sees("After which moment")
    bob.types("the last call")
    bob.presses(ENTER)
    bob.leaves(0)
    assert bob.page() == SECOND_EVENING


def test_after_notes_the_first_evening_begins_with_the_page_on_privacy(home, sit: Sit) -> None:
    collab(home, "note", "words", at=MONDAY)
    ana = sit(MONDAY)
    ana.sees("A short name will do: @bo")
    ana.sees("Enter begin · Ctrl-C not now")


def test_a_light_evening_asks_one_question_and_names_nothing_due(
    sit: Sit, import_journal: Callable[..., None]
) -> None:
    import_journal(
        entries=[written("2024-06-12")],
        promises=[{"side": "mine", "who": "dee", "what": "the figures", "due": "2024-06-13"}],
    )

    ana = sit(at("2024-06-13", "21:52"), "--light")
    ana.sees("Enter skip")
    ana.types("The introduction for Dee. Tomorrow is soon enough.")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == (
        "\nThursday 13 June 2024, light evening\n\n"
        "For tonight: what can you put down, and what small thing could help?\n\n"
        "> The introduction for Dee. Tomorrow is soon enough.\n"
        "  saved 21:52\n\n"
        "That is all for today."
    )


LONG_WORD = "https://wiki.example.org/" + "teams-and-their-rotas/" * 4 + "june"

LONG_WORD_IN_THE_FIELD = f"""
> {LONG_WORD[:78]}
  {LONG_WORD[78:]} says it.

  Enter save"""

LONG_WORD_ON_THE_PAGE = f"""
> {LONG_WORD[:78]}
  {LONG_WORD[78:]} says it.
  saved 21:52
"""


def test_a_word_wider_than_the_row_stands_behind_its_mark_while_typing_and_afterwards(
    sit: Sit, import_journal: Callable[..., None]
) -> None:
    import_journal(entries=[written("2024-06-12")])
    ana = sit(at("2024-06-13", "21:52"), "--light")
    ana.sees("Enter skip")
    ana.types(f"{LONG_WORD} says it.")
    ana.sees("it.")
    while_typing = ana.page()
    ana.presses(ENTER)
    ana.leaves(0)

    assert LONG_WORD_IN_THE_FIELD in while_typing
    assert LONG_WORD_ON_THE_PAGE in ana.page()


def test_a_light_page_handed_in_is_a_whole_evening(
    home, sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict[str, object]]
) -> None:
    import_journal(entries=[written("2024-06-11"), written("2024-06-12")])
    form = collab(home, "journal", "today", "--light", "--form", at=at("2024-06-13"))
    head, comment, rest = form.partition("prompt=E-03")
    line, end, after = rest.partition("-->")
    filled = f"{head}{comment}{line}{end}\n\nSoup.\n{after}"
    collab(home, "journal", "today", "--from", "-", at=at("2024-06-13"), stdin=filled)

    ana = sit(at("2024-06-13", "21:00"))
    ana.sees("Thursday 13 June is written: 1 answer.")
    ana.presses(ENTER)
    ana.leaves(0)
    assert kept()["entries"][-1]["light"] is True


def test_the_fifth_light_evening_of_a_week_names_support_and_the_sixth_does_not(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict[str, object]]
) -> None:
    light = {"prompt": "E-03", "theme": "any", "text": "Rest."}
    import_journal(
        entries=[
            {"day": f"2024-06-{day}", "kind": "evening", "light": True, "answers": [light]}
            for day in (10, 11, 12, 13)
        ]
    )
    line = "You chose the light evening 5 times.\nIf you want to talk to someone: collab support"
    pages = []
    for day in ("2024-06-14", "2024-06-15"):
        ana = sit(at(day), "--light", columns=100)
        ana.sees("Enter skip")
        ana.types("Rest.")
        ana.presses(ENTER)
        ana.leaves(0)
        pages.append(ana.page())

    assert [line in page for page in pages] == [True, False]


def test_ctrl_l_ends_the_evening_lightly_and_keeps_what_was_given(
    home, sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict[str, object]]
) -> None:
    import_journal(entries=[written("2024-06-11"), written("2024-06-12")])
    ana = sit(at("2024-06-13"))
    ana.sees("Enter skip")
    ana.types("Begun and left.")
    ana.presses(CTRL_L)
    ana.sees("For tonight")
    ana.types("Soup.")
    ana.presses(ENTER)
    ana.leaves(0)
    again = sit(at("2024-06-13", "22:00"))
    again.sees("Thursday 13 June is written: 1 answer.")
    again.presses(ENTER)
    again.leaves(0)

    page = kept()["entries"][-1]
    assert page["light"] is True
    assert [answer["text"] for answer in page["answers"]] == ["Soup."]
    assert collab(home, "status", at=at("2024-06-13")).startswith("unfinished")


def test_an_evening_with_another_answer_is_not_marked_light(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict[str, object]]
) -> None:
    import_journal(entries=[written("2024-06-11"), written("2024-06-12")])
    ana = sit(at("2024-06-13"))
    ana.sees("Enter skip")
    ana.types("One answer.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("one key")
    ana.presses("l")
    ana.sees("For tonight")
    ana.types("Soup.")
    ana.presses(ENTER)
    ana.leaves(0)

    page = kept()["entries"][-1]
    assert "light" not in page or page["light"] is False
    assert [answer["text"] for answer in page["answers"]] == ["One answer.", "Soup."]


def test_after_a_gap_one_question_is_a_whole_evening(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict[str, object]]
) -> None:
    import_journal(
        entries=[written("2024-06-17"), written("2024-06-18")],
        talks=[TALK],
        promises=[PROMISE],
    )

    ana = sit(at("2024-06-22", "18:41"))
    ana.sees("Enter skip")
    ana.types("@Bo did it.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("w what waits · c the days between · Enter done")
    ana.presses("w")
    ana.sees("Due from Cy: two hires, since Fri 21 June")
    ana.sees("k kept in time · r kept later · m move · x drop · o still open")
    ana.presses("r")
    ana.sees("Planned talk with Rui about the handovers, for Thu 20 June")
    ana.presses("h")
    ana.sees("How hard was it?")
    ana.presses("2")
    ana.sees("c the days between · Enter done")
    ana.presses("c")
    for words in ("Friday's.", "Thursday's."):
        ana.sees("Enter end")
        ana.types(words)
        ana.presses(ENTER)
    ana.sees("Wednesday 19 June 2024")
    ana.sees("Enter end")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == GAP
    found = {entry["day"]: entry["answers"][0]["text"] for entry in kept()["entries"][2:]}
    assert found == {
        "2024-06-22": "@Bo did it.",
        "2024-06-21": "Friday's.",
        "2024-06-20": "Thursday's.",
    }
    assert kept()["promises"][0]["done"] == "2024-06-22"
    assert (kept()["talks"][0]["held"], kept()["talks"][0]["was"]) == ("2024-06-20", 2)


TALK = {"who": "Rui", "about": "the handovers", "added": "2024-06-14", "date": "2024-06-20"}
PROMISE = {
    "side": "theirs",
    "who": "Cy",
    "what": "two hires",
    "made": "2024-06-10",
    "due": "2024-06-21",
}

GAP = """
Saturday 22 June 2024, evening

Your last page is from Tuesday 18 June. One question is enough tonight.

Which moment with others today do you want to remember, and what did each of
you do?

> @Bo did it.
  saved 18:41

That is a whole evening. Waiting: 1 promise, 1 talk.

  From Cy    two hires: kept later · saved 18:41
  Rui        talk held; was 2 · saved 18:41

Friday 21 June 2024, written later

Which moment with others that day do you want to remember, and what did each of
you do?

> Friday's.
  saved 18:41

Thursday 20 June 2024, written later

Which moment with others that day do you want to remember, and what did each of
you do?

> Thursday's.
  saved 18:41

Saved: 2 answers."""


def test_the_very_first_page_may_be_a_late_one(
    sit: Sit, kept: Callable[[], dict[str, object]]
) -> None:
    ana = sit(at("2024-06-13"), "--date", "-3")
    ana.sees("Enter begin")
    ana.presses(ENTER)
    ana.sees("Monday 10 June 2024, written later")
    ana.types("Words.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    assert "Saved: Monday 10 June, 1 answer." in ana.leaves(0)

    assert [entry["day"] for entry in kept()["entries"]] == ["2024-06-10"]


def test_a_late_page_asks_about_that_day_and_marks_its_ratings_late(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict[str, object]]
) -> None:
    import_journal(entries=[written("2024-06-10"), written("2024-06-11")])
    ana = sit(at("2024-06-13", "09:00"), "--date", "yesterday")
    ana.sees("Wednesday 12 June 2024, written later")
    ana.sees("that day")
    ana.types("Late words.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("Shared decisions that day: which is the highest line that is true?")
    ana.sees("0 No occasion that day.")
    ana.presses("3")
    ana.sees("How did that suit the situation that day?")
    ana.presses("y")
    ana.sees("one key")
    ana.presses(ENTER)
    ana.leaves(0)
    earlier = sit(at("2024-06-13", "09:10"), "--date", "2024-06-09")
    earlier.sees("Enter skip")
    earlier.types("Later still.")
    earlier.presses(ENTER)
    earlier.sees("Enter go on")
    earlier.presses(ENTER)
    earlier.leaves(0)

    pages = {entry["day"]: entry for entry in kept()["entries"]}
    assert [(one["value"], one["late"]) for one in pages["2024-06-12"]["ratings"]] == [(3, True)]
    assert "ratings" not in pages["2024-06-09"]
    assert pages["2024-06-09"]["answers"][0]["text"] == "Later still."


NAMED = [
    {"name": "Ana", "names": ["Ana"], "role": "report", "added": "2024-06-03"},
]


def test_who_is_named_for_the_first_time_is_asked_about_last(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict[str, object]]
) -> None:
    import_journal(
        entries=[written("2024-06-10"), written("2024-06-11", text="@ana and @old")], people=NAMED
    )

    ana = sit(at("2024-06-12"))
    ana.sees("Enter skip")
    ana.types("@Anna asked @Bo, @Cy and @old.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    for _ in range(3):  # the deeper question, the ratings
        ana.presses(ENTER)
        ana.pauses()
    ana.sees("At which moment")
    ana.presses(ENTER)
    ana.sees("Is Anna the same as Ana? s same · d different · Enter leave")
    ana.presses("s")
    ana.sees("Anna is Ana")
    ana.sees("Who is Bo to you?")
    ana.presses("2")
    ana.sees("Bo peer")
    assert "Who is Cy" not in ana.leaves(0)

    people = {one["name"]: one for one in kept()["people"]}
    assert people["Ana"]["names"] == ["Ana", "Anna"]
    assert people["Bo"]["role"] == "peer"
    assert "role" not in people["cy"]
    assert "Ana" in ana.page()


def test_at_a_role_one_can_stop_and_nothing_is_lost(
    sit: Sit, import_journal: Callable[..., None], kept: Callable[[], dict[str, object]]
) -> None:
    import_journal(entries=[written("2024-06-10"), written("2024-06-11")])

    ana = sit(at("2024-06-12"), "--evening")
    ana.sees("Enter skip")
    ana.types("Asked @Bo.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    for _ in range(4):
        ana.presses(ENTER)
        ana.pauses()
    ana.sees("Who is Bo to you?")
    ana.presses(CTRL_C)
    assert "Kept: 1 answer." in ana.leaves(130)
    ana = sit(at("2024-06-12", "19:00"))
    ana.sees("Wednesday 12 June is written: 1 answer.")
    ana.presses(ENTER)
    ana.leaves(0)


def test_on_a_light_evening_nobody_is_asked_about(
    sit: Sit, import_journal: Callable[..., None]
) -> None:
    import_journal(entries=[written("2024-06-10"), written("2024-06-11")])

    ana = sit(at("2024-06-12"), "--light")
    ana.sees("Enter skip")
    ana.types("Left it to @Bo.")
    ana.presses(ENTER)
    assert "Who is Bo" not in ana.leaves(0)
