"""Preparing a talk, looking back on it and following it up, at a terminal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from collab.commands.steps.talks import ENDING, HARDNESS
from collab.domain.questions import ANSWER_KEYS
from tests.commands.conftest import Collab
from tests.commands.talks.conftest import RUI, STORY, Talking, answered, at
from tests.journeys.person import CTRL_C, ENTER, UP, Person

pytestmark = pytest.mark.slow

MONDAY = at("2024-06-03", "18:30")
FRIDAY = at("2024-06-14", "18:30")

NEW = {"id": "T-RUI1", "who": "Rui", "about": "the handovers that slip", "added": "2024-05-31"}
HELD = {**NEW, "date": "2024-06-12", "held": "2024-06-12", "expected": 4, "was": 2}
FOLLOWED = {**HELD, "debriefed": "2024-06-14", "follow_ups": [{"due": "2024-06-28"}]}

Kept = Callable[[], dict]
Bring = Callable[..., None]


def _answers(ana: Person, *texts: str) -> None:
    """Give an answer, and go on past the deeper question and the star."""
    for number, text in enumerate(texts):
        if number:
            ana.presses(ENTER)
            ana.sees("Enter save")
            ana.pauses()
        ana.types(text)
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)


def answers_in(document: dict) -> list[tuple[object, ...]]:
    return [
        (page["day"], page["kind"], one["prompt"], one["step"], one["talk"], one.get("text"))
        for page in document["entries"]
        for one in page["answers"]
        if "talk" in one
    ]


def test_the_keys_are_those_of_their_kind() -> None:
    assert set(HARDNESS) == set(ANSWER_KEYS["hardness"])
    assert set(ENDING) == set(ANSWER_KEYS["ending"])


PREPARED = """
Talk with Rui about the handovers that slip, prepare

  Is this about safety, harassment, discrimination, threats or a breach of law?
  Then a private talk may be the wrong way. Use your organisation's formal
  channel or outside advice first.

Which talk are you carrying around today? What may happen if you hold it, and
if you wait?

> The handovers.
  saved 18:30

What happened, told today only with facts that a camera could have recorded?
  skipped

As you see it today, how might the other person tell the story of what
happened?

> He did not know.
  saved 18:30

What do you want from this talk for yourself, for the other person and for the
relationship?

> One list.
  saved 18:30

What will your first sentence be, if it describes the gap between you without
blame?

> I see them one way.
  saved 18:30

If this talk gets stuck or heated, what will you do?

> If           it gets heated
> then I will  put the pen down
  saved 18:30

  Rui        talk expected 4 · saved 18:30
  Rui        talk set for Wed 12 June · saved 18:30

Saved: 5 answers. The whole story: collab talk show rui"""


def test_a_talk_is_prepared_by_its_core_questions_and_the_rest_on_request(
    talking: Talking, import_journal: Bring, kept: Kept, collab: Collab
) -> None:
    import_journal(talks=[NEW])
    ana = talking(MONDAY, "prepare", "rui")
    ana.sees("Is this about safety, harassment")
    ana.sees("Which talk are you carrying")
    ana.sees("Enter skip")
    _answers(ana, "The handovers.")
    ana.sees("What happened, told today")
    ana.sees("Enter skip")
    ana.presses(ENTER)
    for question, texts in (
        ("how might the other person tell", ("He did not know.",)),
        ("What do you want from this talk", ("One list.",)),
        ("What will your first sentence be", ("I see them one way.",)),
        ("If this talk gets stuck", ("it gets heated", "put the pen down")),
    ):
        ana.sees(question)
        ana.sees("Enter skip")
        _answers(ana, *texts)
    ana.sees("How hard will it be?")
    ana.presses("4")
    ana.sees("by when?")
    ana.types("12 june")
    ana.presses(ENTER)
    ana.sees("m more to prepare it (9 questions)")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == PREPARED
    document = kept()
    assert document["talks"] == [{**NEW, "date": "2024-06-12", "expected": 4}]
    assert [one[2:5] for one in answers_in(document)] == [
        (prompt, "prepare", "T-RUI1") for prompt in ("D-01", "D-03", "D-08", "D-09", "D-14")
    ]
    assert {one[:2] for one in answers_in(document)} == {("2024-06-03", "talk")}
    assert collab("undo", now=MONDAY).out.startswith("Taken back: talk date, ")
    assert collab("undo", now=MONDAY).out.startswith("Taken back: talk expected, ")
    assert collab("undo", now=MONDAY).out.startswith("Taken back: answer")
    assert kept()["talks"] == [NEW]


@pytest.mark.parametrize(("later", "shown"), [(MONDAY, False), (at("2024-06-04", "09:00"), True)])
def test_the_gate_was_read_on_the_day_the_talk_was_added(
    talking: Talking, collab: Collab, later: datetime, shown: bool
) -> None:
    added = collab("talk", "add", "Rui", now=MONDAY)
    assert added.err.startswith("Is this about safety, harassment")
    ana = talking(later, "prepare", "rui")
    ana.sees("Which talk are you carrying")
    ana.sees("Enter skip")
    ana.presses(CTRL_C)
    ana.leaves(130)
    assert ("Is this about safety" in ana.page()) is shown


def test_begun_words_come_back_one_can_go_back_and_the_gate_stands_once(
    talking: Talking, import_journal: Bring, kept: Kept
) -> None:
    import_journal(talks=[NEW])
    ana = talking(MONDAY, "prepare", "rui")
    ana.sees("Which talk are you carrying")
    ana.sees("Enter skip")
    _answers(ana, "The handovers.")
    ana.sees("What happened, told today")
    ana.sees("Enter skip")
    ana.presses(UP)
    ana.sees("Which talk are you carrying")
    ana.sees("Enter save")
    ana.types(" And the rota.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(ENTER)
    ana.sees("What happened, told today")
    ana.sees("Enter skip")
    ana.types("Four handov")
    ana.presses(CTRL_C)
    end = ana.leaves(130)
    assert "Go on with: collab talk prepare rui" in end
    assert "Kept: 1 answer and the words you had begun." in end
    assert ana.page().count("Is this about safety") == 1

    ana = talking(MONDAY, "prepare", "@RUI")
    ana.sees("What happened, told today")
    ana.sees("Four handov")
    ana.types("ers.")
    ana.presses(ENTER)
    ana.sees("Enter go on")
    ana.presses(CTRL_C)
    ana.leaves(130)
    assert "Is this about safety" not in ana.page()
    assert [one[5] for one in answers_in(kept())] == [
        "The handovers. And the rota.",
        "Four handovers.",
    ]


def _prepared(talk: str, day: str, *prompts: str) -> list[dict]:
    answers = [answered(day, one, "Words.", "prepare", talk=talk)["answers"][0] for one in prompts]
    return [{"day": day, "kind": "talk", "answers": answers}]


def test_how_one_sees_oneself_is_asked_once_a_day_whatever_the_talk(
    talking: Talking, import_journal: Bring, kept: Kept
) -> None:
    core = ("D-01", "D-02", "D-03", "D-08", "D-09", "D-14")
    cy = {**NEW, "id": "T-CY1", "who": "Cy", "date": "2024-06-20", "expected": 3}
    import_journal(talks=[NEW, cy], entries=_prepared("T-CY1", "2024-06-01", *core))
    rest = len(["D-04", "D-05", "D-06", "D-07", "D-10", "D-11", "D-12", "D-13", "D-15"])

    ana = talking(MONDAY, "prepare", "cy")
    ana.sees(f"m more to prepare it ({rest} questions)")
    ana.presses("m")
    for question in ("What effect did the other", "What has each of you added", "What do you feel"):
        ana.sees(question)
        ana.sees("Enter skip")
        ana.presses(ENTER)
    ana.sees("What does this talk touch today in how you see yourself?")
    ana.sees("Enter skip")
    ana.presses(ENTER)
    ana.sees("What clear request will you make")
    ana.presses(CTRL_C)
    ana.leaves(130)

    dee = {**cy, "id": "T-DEE1", "who": "Dee"}
    import_journal(talks=[dee], entries=_prepared("T-DEE1", "2024-06-02", *core))
    for day, count in (("2024-06-03", rest - 1), ("2024-06-04", rest)):
        ana = talking(at(day, "19:00"), "prepare", "dee")
        ana.sees(f"m more to prepare it ({count} questions)")
        ana.presses(ENTER)
        ana.leaves(0)


DEBRIEFED = """
Talk with Rui about the handovers that slip, debrief

What was said and done in the talk, told as an outside observer would tell it?
  Before it you wrote: Four handovers in May came after 17:00. I wrote to him
  twice. We never spoke about it.

> He told me.
  saved 18:30

What do you know after this talk that you did not know before?
  Before it you wrote: That I do not trust him with the evening shift.

> It is the list.
  saved 18:30

What did the talk settle: who does what, by when, and how will you both check?

> It closes at noon.
  saved 18:30

What in this talk would you do again, and what would you do another way?
  Before it you wrote: If it gets heated, then I will put the pen down and ask
  what I have not understood.

> Asking first.
  saved 18:30

  Rui        talk to look at again Fri 28 June · saved 18:30

Saved: 4 answers. The whole story: collab talk show rui"""


def _before() -> list[dict]:
    return [
        {
            **page,
            "answers": [one for one in page["answers"] if one["step"] == "prepare"],
        }
        for page in STORY[:2]
    ]


def test_a_debrief_stands_beside_the_preparation_and_ends_with_the_follow_up(
    talking: Talking, import_journal: Bring, kept: Kept, collab: Collab
) -> None:
    import_journal(talks=[HELD], entries=_before())
    ana = talking(FRIDAY, "debrief", "rui")
    for question, text in (
        ("What was said and done", "He told me."),
        ("What do you know after this talk", "It is the list."),
        ("What did the talk settle", "It closes at noon."),
        ("What in this talk would you do again", "Asking first."),
    ):
        ana.sees(question)
        ana.sees("Enter skip")
        _answers(ana, text)
    ana.sees("when to look again?")
    ana.types("28 june")
    ana.presses(ENTER)
    ana.sees("m more (5 questions)")
    ana.presses(ENTER)
    ana.leaves(0)

    assert ana.page() == DEBRIEFED
    assert kept()["talks"] == [FOLLOWED]
    collab("undo", now=FRIDAY)
    collab("undo", now=FRIDAY)
    assert kept()["talks"] == [HELD]  # the last answer is what ended the debrief
    assert [one[2] for one in answers_in(kept())][3:] == ["D-20", "D-21", "D-25"]


def test_a_follow_up_closes_the_talk_or_sets_the_next_date(
    talking: Talking, import_journal: Bring, kept: Kept
) -> None:
    import_journal(talks=[FOLLOWED])
    for day, key, after in (
        ("2024-06-28", "n", {}),
        ("2024-07-05", "c", {"closed": "2024-07-05"}),
    ):
        ana = talking(at(day), "follow-up", "rui")
        ana.sees("what has each of you done")
        ana.sees("Enter skip")
        _answers(ana, "We kept to it.")
        ana.sees("What does this issue need now")
        ana.sees("Enter skip")
        ana.presses(ENTER)
        ana.sees("c close it")
        ana.presses(key)
        if key == "n":
            ana.sees("when to look again?")
            ana.types("5 july")
            ana.presses(ENTER)
        ana.sees("m more (1 question)" if key == "n" else "m more")
        ana.presses(ENTER)
        ana.leaves(0)
        done = {"due": day, "done": day}
        talk = kept()["talks"][0]
        assert done in talk["follow_ups"]
        assert {**talk, "follow_ups": []} == {**FOLLOWED, "follow_ups": [], **after}
    assert kept()["talks"][0]["follow_ups"] == [
        {"due": "2024-06-28", "done": "2024-06-28"},
        {"due": "2024-07-05", "done": "2024-07-05"},
    ]


@pytest.mark.parametrize(
    ("talk", "words", "sentence"),
    [
        (NEW, "follow-up rui", "This talk was not held yet."),
        (NEW, "debrief rui", "This talk was not held yet."),
        (HELD, "prepare rui", "This talk was held on Wed 12 June 2024."),
        (RUI, "debrief rui", "This talk was closed on Fri 28 June 2024."),
        (RUI, "follow-up rui", "This talk was closed on Fri 28 June 2024."),
        (NEW, "prepare rui --on yesterday", "Thu 13 June is over."),
        (NEW, "prepare rui", "The questions need a terminal, and there is none here."),
        (NEW, "prepare rui --on mon", "The questions need a terminal, and there is none here."),
        (HELD, "debrief rui", "The questions need a terminal, and there is none here."),
    ],
)
def test_a_step_out_of_its_turn_says_so_and_changes_nothing(
    collab: Collab, import_journal: Bring, kept: Kept, talk: dict, words: str, sentence: str
) -> None:
    import_journal(talks=[talk])
    before = kept()

    outcome = collab("talk", *words.split(), now=FRIDAY)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(sentence)
    assert kept() == before


def test_a_debrief_asks_how_hard_it_was_where_that_is_not_known(
    talking: Talking, import_journal: Bring, kept: Kept, collab: Collab
) -> None:
    unknown = {key: value for key, value in HELD.items() if key != "was"}
    import_journal(talks=[unknown])
    ana = talking(FRIDAY, "debrief", "rui")
    ana.sees("How hard was it? 1 easy to 5 very hard")
    ana.presses("2")
    ana.sees("talk held; expected 4, was 2 · saved 18:30")
    ana.sees("What was said and done")
    ana.sees("Enter skip")
    ana.presses(CTRL_C)
    ana.leaves(130)

    assert kept()["talks"] == [HELD]
    assert collab("undo", now=FRIDAY).out.startswith("Taken back: talk held, ")
    assert kept()["talks"] == [unknown]


def test_a_debrief_of_which_all_was_asked_can_be_ended(
    talking: Talking, import_journal: Bring, kept: Kept, collab: Collab
) -> None:
    """Such is one that was imported so, and one whose end was taken back."""
    asked = [
        answered("2024-06-13", prompt, "words", "debrief", talk=HELD["id"])
        for prompt in ("D-20", "D-21", "D-25", "D-26")
    ]
    import_journal(talks=[HELD], entries=asked)
    assert collab("status", now=FRIDAY).out.startswith("1 due")

    ana = talking(FRIDAY, "debrief", "rui")
    ana.sees("when to look again?")
    ana.presses(ENTER)
    ana.sees("Enter done")
    ana.presses(ENTER)
    ana.leaves(0)

    assert kept()["talks"] == [{**HELD, "debriefed": "2024-06-13"}]
    assert collab("status", now=FRIDAY).out.startswith("nothing due")
    assert collab("undo", now=FRIDAY).out.startswith("Taken back: talk debriefed, ")
