"""Pages in Markdown that cannot be read: refused whole, with the line and without its words."""

from __future__ import annotations

import pytest

from collab.errors import UnreadablePage
from collab.exchange.markdown import read_day
from tests.sample_pages import THEMES

DAY = "# Day\n<!-- collab day date=2024-06-10 -->\n\n"
NOTE = f"{DAY}## Note\n<!-- collab entry -->\n\n"
ASKED = f"{NOTE}### Q\n<!-- collab answer -->\n"
RATING = f"{NOTE}### R\n<!-- collab rating theme=decide -->\n\n"
PLAN = f"{NOTE}### P\n<!-- collab plan -->\n\n"


def answer(values: str) -> str:
    return f"{NOTE}### Q\n<!-- collab answer {values} -->\n\nsesame\n"


def entry(values: str) -> str:
    return f"{DAY}## N\n<!-- collab entry {values} -->\n\nsesame\n"


REFUSED = {
    "nothing": ("", 1, "not said which day"),
    "only words": ("sesame\n", 1, "belong to no heading of collab"),
    "front matter never closed": ("---\nsesame\n", 1, "belong to no heading of collab"),
    "no such day in front": ("---\ndate: 2024-02-30\n---\n", 2, "no such day"),
    "no day": ("## N\n<!-- collab entry -->\n", 1, "not said which day"),
    "a day without date": ("# D\n<!-- collab day -->\n", 1, "no date in its comment"),
    "no such day": ("# D\n<!-- collab day date=2024-02-30 -->\n", 2, "'date'"),
    "a day spelled otherwise": ("# D\n<!-- collab day date=20240610 -->\n", 2, "'date'"),
    "two days": (
        f"{NOTE}x\n\n# E\n<!-- collab day date=2024-06-11 -->\n",
        9,
        "a second day begins here",
    ),
    "words below the day": (f"{DAY}sesame\n", 4, "belong to no entry"),
    "an answer without entry": (
        f"{DAY}### Q\n<!-- collab answer -->\n",
        4,
        "above the first entry",
    ),
    "NUL": (f"{NOTE}sesame\0\n", 7, "no text"),
    "half a character": (f"{NOTE}x\nsesame\ud800\n", 8, "no text"),
    "open fence": (f"{NOTE}```\nx\n\n### Q\n<!-- collab answer -->\n", 7, "in line 11"),
    "open fence in a list": (
        f"{NOTE}- a\n\n  ```\n  x\n  <!-- collab answer -->\n",
        9,
        "in line 11",
    ),
    "open comment": (f"{NOTE}x\n\n<!-- y\n\n### Q\n<!-- collab answer -->\n", 9, "in line 12"),
    "open script": (f"{NOTE}<script>\n\n### Q\n<!-- collab answer -->\n", 7, "in line 10"),
    "comment without heading": (f"{NOTE}x\n<!-- collab answer -->\n", 8, "no heading directly"),
    "comment apart": (f"{NOTE}### Q\nx\n\n<!-- collab answer -->\n", 10, "no heading directly"),
    "underlined heading": (f"{NOTE}Q\n---\n<!-- collab answer -->\n", 9, "no heading directly"),
    "comment not closed": (f"{NOTE}### Q\n<!-- collab answer\n", 8, "cannot be read"),
    "words beside a comment": (
        f"{NOTE}### Q\n<!-- collab answer --> sesame\n",
        8,
        "cannot be read",
    ),
    "key without value": (answer("id"), 8, "cannot be read"),
    "unknown kind": (f"{NOTE}### Q\n<!-- collab poem -->\n", 8, "'poem'"),
    "unknown key": (answer("colour=1"), 8, "'colour' is no key"),
    "key of another kind": (answer("kind=note"), 8, "'kind' is no key"),
    "key twice": (answer("id=a id=b"), 8, "'id' stands twice"),
    "bad id": (answer("id=a--b"), 8, "'id' in this comment takes"),
    "bad prompt": (answer("prompt=-a"), 8, "'prompt'"),
    "unknown theme": (answer("theme=x"), 8, "'theme'"),
    "unknown step": (answer("step=x"), 8, "'step'"),
    "time without offset": (answer("at=2024-06-10T18:00:00"), 8, "'at'"),
    "time outside the calendar": (answer("at=0001-01-01T00:00:00+14:00"), 8, "'at'"),
    "no time at all": (answer("at=noon"), 8, "'at'"),
    "bad flag": (answer("starred=1"), 8, "'starred'"),
    "bad text": (answer("question=%FF"), 8, "'question'"),
    "NUL in a comment": (answer("question=a%00"), 8, "'question'"),
    "unknown sort of entry": (entry("kind=poem"), 5, "'kind'"),
    "no such week": (entry("week=2023-W53"), 5, "'week'"),
    "an empty name": (entry("people=ana,,bo"), 5, "'people'"),
    "deeper question alone": (
        f"{NOTE}#### D\n<!-- collab deeper -->\n\nsesame\n",
        7,
        "no question above",
    ),
    "only the deeper one answered": (
        f"{ASKED}#### D\n<!-- collab deeper -->\nsesame\n",
        9,
        "not the one above",
    ),
    "two deeper questions": (
        f"{ASKED}x\n" + "#### D\n<!-- collab deeper -->\n" * 2,
        12,
        "second deeper question",
    ),
    "nobody's words": (answer("outside=").replace("sesame", "Who:\nsesame"), 7, "needs both"),
    "a name without words": (answer("outside=").replace("sesame", "Who: sesame"), 7, "needs both"),
    "rating without theme": (f"{NOTE}### R\n<!-- collab rating -->\n", 7, "name its theme"),
    "rating of no theme": (f"{NOTE}### R\n<!-- collab rating theme=any -->\n", 8, "'theme'"),
    "scale version": (
        f"{NOTE}### R\n<!-- collab rating theme=decide scale_version=0 -->\n",
        8,
        "'scale_version'",
    ),
    "outside the scale": (f"{RATING}Choice: 6\n", 10, "takes 1 to 5, 0 or W"),
    "two values": (f"{RATING}Choice: 3 or 4\n", 10, "takes 1 to 5, 0 or W"),
    "words for a choice": (f"{RATING}Choice: sesame\n", 10, "takes 1 to 5, 0 or W"),
    "a digit of another script": (f"{RATING}Choice: \uff13\n", 10, "takes 1 to 5, 0 or W"),
    "unknown fit": (f"{RATING}Choice: 3\nFit: sesame\n", 11, "'Fit:' takes well, partly"),
    "fit without choice": (f"{RATING}Choice:\nFit: well\n", 7, "no line is chosen"),
    "words without choice": (f"{RATING}Choice:\n\nsesame\n", 7, "no line is chosen"),
    "unknown outcome": (f"{PLAN}If: a\nOutcome: sesame\n", 11, "'Outcome:' takes done, partly"),
    "words above a plan": (f"{PLAN}sesame\nIf: a\n", 10, "no room"),
    "words below an outcome": (f"{PLAN}If: a\nOutcome: done\nsesame\n", 12, "no room"),
    "outcome of nothing": (f"{PLAN}If:\nOutcome: done\n", 7, "neither half"),
    "two plans": (f"{PLAN}If: a\n### P\n<!-- collab plan -->\nIf: b\n", 11, "a plan already"),
    "a plan's deeper question": (
        f"{PLAN}If: a\n#### D\n<!-- collab deeper -->\n",
        11,
        "no deeper question",
    ),
}


@pytest.mark.parametrize(("text", "line", "fault"), REFUSED.values(), ids=REFUSED)
def test_a_page_that_cannot_be_read_is_refused_with_its_line(
    text: str, line: int, fault: str
) -> None:
    with pytest.raises(UnreadablePage) as refused:
        read_day(text, "page.md", THEMES)

    assert refused.value.sentence.startswith(f"page.md, line {line}: ")
    assert fault in refused.value.sentence
    assert refused.value.next_step.startswith("Nothing was saved.")
    assert refused.value.exit_code == 2
    assert "sesame" not in f"{refused.value.sentence} {refused.value.next_step}"
