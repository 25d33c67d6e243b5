"""Gives words into a journal as a session does: `python -m tests.faults.giving answer`.

A session itself needs a terminal, which is slow to drive through every fault.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path

from collab.commands.keeping import Keeper
from collab.domain.questions import Question
from collab.errors import CollabError
from tests.faults.processes import NOW, session_in

OPEN = Question(key="open:I-01", kind="open", text="What was said?", prompt="I-01")
PLAN = Question(
    key="plan:2026-11-21", kind="plan", text="If?", for_day=NOW.date() + timedelta(days=1)
)
ASKED = Question(key="asked:I-39", kind="asked", text="Who?", prompt="I-39")


def give(keeper: Keeper, what: str) -> None:
    """Keep one thing; its words are "words in hand" in every case."""
    if what == "answer":
        keeper.words(OPEN, ["words  in\nhand"])
    elif what == "plan":
        keeper.plan(PLAN, "words in", "hand")
    elif what == "outside view":
        keeper.words(ASKED, ["@words", "in hand"])
    elif what == "draft":
        keeper.begun(OPEN.key, ["words in hand"])
    elif what == "note":
        keeper.note("words in hand")


def main(what: str) -> int:
    session = session_in(Path(os.environ["COLLAB_HOME"]))
    try:
        give(Keeper(session, NOW.date(), "evening"), what)
    except CollabError as error:
        print(error.sentence, error.next_step, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
