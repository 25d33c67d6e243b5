"""One evening, as it is kept and as it is asked: for the tests that write and read pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from collab.domain.entries import Answer, Entry, Plan
from collab.domain.prompts import Prompt
from collab.domain.questions import (
    Question,
    asked_question,
    open_question,
    outcome_question,
    plan_question,
    rating_question,
)
from collab.domain.ratings import Rating
from collab.domain.themes import THEME_IDS, Theme

DAY = date(2024, 6, 10)
NEXT_DAY = date(2024, 6, 11)

DECIDE = Theme(
    id="decide",
    name="Shared decisions",
    field_term="participation",
    definition="Who has a say.",
    ind="Decides alone.",
    inter="Decides together.",
    lines=("I decided.", "I told them.", "I asked one.", "They changed it.", "We decided."),
    no_occasion="No occasion today.",
    waited="I waited for others to decide.",
    scale_version=1,
)
THEMES = tuple(
    replace(DECIDE, id=theme, name="Shared decisions" if theme == "decide" else theme.title())
    for theme in THEME_IDS
)

REMEMBERED = Prompt(
    id="E-02",
    theme="any",
    moment="evening",
    text="Which moment do you want to remember?",
    deeper="What does it suggest for tomorrow?",
)
OUTCOME = Prompt(
    id="E-01",
    theme="any",
    moment="outcome",
    answer="choice",
    text="What became of your plan for today?",
    deeper="What will you keep?",
)
TOMORROW = Prompt(
    id="E-04",
    theme="any",
    moment="tomorrow",
    answer="plan",
    text="At which moment tomorrow will it matter how you act?",
    deeper="What could get in the way?",
)
RATED = Prompt(
    id="R-01",
    theme="decide",
    moment="rating",
    answer="rating",
    text="Shared decisions today: which is the highest line that is true?",
    deeper="What made you choose this line?",
)
SOMEBODY = Prompt(id="I-39", theme="candour", moment="evening", text="Whom could you ask?")
STUCK = Prompt(
    id="D-14", theme="difficult", moment="prepare", answer="plan", text="If it gets stuck?"
)

EVENING = Entry(
    id="01JE",
    day=DAY,
    kind="evening",
    written_at=datetime.fromisoformat("2024-06-10T18:02:11+02:00"),
    tags=("budget",),
    people=("ana",),
    answers=(
        Answer(
            id="01JA",
            prompt="E-02",
            theme="any",
            question=REMEMBERED.text,
            text="Bo knew the supplier. I nearly found out a week too late.",
            deeper_question=REMEMBERED.deeper,
            deeper_text="Ask @bo first.",
            starred=True,
            at=datetime.fromisoformat("2024-06-10T18:03:00+02:00"),
        ),
    ),
    ratings=(
        Rating(
            id="01JR",
            theme="decide",
            value=3,
            fit="well",
            rated_at=datetime.fromisoformat("2024-06-10T18:04:00+02:00"),
        ),
    ),
    plan=Plan(
        id="01JP",
        prompt="E-04",
        question=TOMORROW.text,
        if_="the list comes up again",
        then="I will ask before I answer",
        for_=NEXT_DAY,
        outcome="done",
    ),
)
BLANK_EVENING = Entry(id="", day=DAY, kind="evening")
PLAN_FOR_TODAY = Plan(id="01JO", if_="the call turns,", then="ask Bo to speak first", for_=DAY)

QUESTIONS: tuple[Question, ...] = (
    outcome_question(OUTCOME, DAY, DAY),
    open_question(REMEMBERED),
    asked_question(SOMEBODY, "Ana, about the rota"),
    rating_question(RATED, "How did that suit the situation?"),
    plan_question(TOMORROW, NEXT_DAY, DAY),
)
