"""The worked examples: 38 journals and the exact sentences of their report."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.reports.journals import (
    LATER,
    WORKED_EXAMPLES,
    Json,
    lines,
    report_of,
    section,
)


@pytest.mark.parametrize(
    "example", WORKED_EXAMPLES, ids=[f"{one['id']}: {one['title']}" for one in WORKED_EXAMPLES]
)
def test_the_report_says_what_the_worked_example_says(example: Json) -> None:
    today = date.fromisoformat(example["today"]) if example["today"] else LATER
    report = report_of(example["journal"], today=today, language=example["language"])
    says = {name: lines(section(report, name)) for name in example["says"]}
    assert says == example["says"]


def test_there_are_38_worked_examples() -> None:
    assert [one["id"] for one in WORKED_EXAMPLES] == [f"T{n:02}" for n in range(1, 39)]
