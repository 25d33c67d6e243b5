"""Where a talk stands, in a few words that fit a list."""

from __future__ import annotations

from datetime import date

import pytest

from collab.domain.frozen import replace
from collab.domain.talks import FollowUp, Talk
from collab.rendering.talk_lines import stands

TODAY = date(2024, 6, 20)
PLANNED = Talk(id="t", who="Rui", added=date(2024, 5, 31))
SET = PLANNED.set_for(date(2024, 6, 24), on=TODAY)
HELD = replace(PLANNED, held=date(2024, 6, 12))
LOOKED_BACK = HELD.debriefed_on(date(2024, 6, 14))
AGREED = LOOKED_BACK.to_follow_up(date(2024, 6, 28), on=TODAY)
LOOKED_AGAIN = AGREED.followed_up_on(TODAY)


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        (PLANNED, "first written 20 days ago"),
        (SET, "set for Mon 24 June"),
        (replace(SET, date=TODAY), "set for today"),
        (replace(SET, date=date(2024, 6, 19)), "was set for Wed 19 June"),
        (HELD, "held Wed 12 June"),
        (replace(HELD, follow_ups=(FollowUp(due=TODAY),)), "held Wed 12 June"),
        (LOOKED_BACK, "looked back on Fri 14 June"),
        (AGREED, "to look at again Fri 28 June"),
        (LOOKED_AGAIN, "looked at again Thu 20 June"),
        (LOOKED_AGAIN.closed_on(TODAY), "closed Thu 20 June"),
        (PLANNED.let_go_on(TODAY), "let go Thu 20 June"),
    ],
)
def test_a_talk_says_where_it_stands(talk: Talk, said: str) -> None:
    assert stands(talk, TODAY) == said
