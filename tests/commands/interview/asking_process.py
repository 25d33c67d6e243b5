"""A process that asks: `python asking_process.py RESULTS CLOCK QUESTIONS [--ascii]`.

QUESTIONS is a JSON list. A text or key question is an object of the arguments of
`Interview.ask_text` or `ask_key` (a key question is the one with "answers"), a number is
the time in seconds that saving takes. Outcomes go to the file RESULTS, one JSON object a
line, as soon as they are there. The file CLOCK holds the seconds that the interview reads.
"""

from __future__ import annotations

import json
import sys
import termios
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from collab.commands.interview import Interview, Stop
from collab.errors import UsageFault

NAMES = ["@Ana", "@Anders", "@Bo", "#rota"]


def completed(begun: str) -> list[str]:
    return [name for name in NAMES if name.lower().startswith(begun.lower())]


def edited(text: str) -> str:
    """Stands in for an editor: it says how it finds the terminal, and adds a line."""
    if text == "refuse":
        raise UsageFault("There is no editor 'nosuch'.", "Set EDITOR.")
    mode = termios.tcgetattr(0)[3]
    print("editing with echo" if mode & termios.ECHO and mode & termios.ICANON else "raw")
    return f"{text}\r\nfrom the editor\n"


def ask(interview: Interview, question: dict[str, Any]) -> Any:
    if "answers" in question:
        return interview.ask_key(**question)
    if question.pop("editor", False):
        question["edit"] = edited
    return interview.ask_text(**question)


def main() -> int:
    results, clock = Path(sys.argv[1]), Path(sys.argv[2])
    questions, unicode = json.loads(sys.argv[3]), "--ascii" not in sys.argv
    with (
        Interview(
            unicode=unicode, complete=completed, now=lambda: float(clock.read_text())
        ) as interview,
        results.open("w", encoding="utf-8") as kept,
    ):
        for question in questions:
            if isinstance(question, int | float):
                time.sleep(question)
                continue
            outcome = ask(interview, question)
            json.dump([type(outcome).__name__, asdict(outcome)], kept)
            print(file=kept, flush=True)
            if isinstance(outcome, Stop):
                return 128 + outcome.signal if outcome.signal else 130
            print("kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())
