"""No face of a report for others holds anything of what was taken out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.domain.periods import (
    MONTHS,
    WEEKDAYS,
    Period,
    days_from_to,
    month_of,
    quarter_of,
    week_of,
    year_of,
)
from collab.domain.reports.make import report_on
from collab.domain.reports.report import Report
from collab.exchange.redaction import labels_for
from collab.rendering.html.page import as_html
from collab.rendering.redaction.records import redacted_report
from collab.rendering.redaction.redactor import Redactor
from collab.rendering.report_json import as_json
from collab.rendering.report_layout import Look
from collab.rendering.report_markdown import as_markdown
from collab.rendering.report_picture import as_svg
from collab.rendering.report_screen import file_page, screen
from collab.storage import people
from collab.storage.changes import unit
from collab.storage.database import Journal
from collab.storage.reports import records_for
from tests.examples import examples
from tests.exchange.documents import NOW, bring_in, document

TODAY = NOW.date()  # Friday 20 November 2026
FACES: dict[str, Callable[[Report], str]] = {
    "a terminal": lambda report: screen(report, Look()).plain,
    "a narrow terminal": lambda report: screen(report, Look(50)).plain,
    "a wide terminal, in full": lambda report: screen(report, Look(140, full=True)).plain,
    "a first screen": lambda report: screen(report, Look(first_rows=23), brief=True).plain,
    "a text file": lambda report: file_page(report, Look()),
    "a text file in full": lambda report: file_page(report, Look(full=True)),
    "Markdown": as_markdown,
    "HTML": as_html,
    "SVG": lambda report: as_svg(report, full=True),
    "JSON": as_json,
}
PERIODS: dict[str, Period] = {
    "a week": week_of(TODAY),
    "a week without a page": week_of(date(2026, 3, 4)),
    "a month": month_of(TODAY),
    "a quarter": quarter_of(TODAY),
    "a year": year_of(TODAY),
    "a few days": days_from_to(date(2026, 10, 7), date(2026, 11, 19)),
    "days of one week": days_from_to(date(2026, 11, 17), date(2026, 11, 19)),
    "days of two years": days_from_to(date(2025, 12, 30), TODAY),
}


class Secrets(NamedTuple):
    """What must not be seen, by kind; each stands for itself and is nothing else's part."""

    aliases: list[str]
    real_name: list[str]
    others: list[str]
    mention: str
    listed: str
    mail: str
    link: str
    phone: str

    def every(self) -> Iterator[str]:
        for kind in (self.aliases, self.real_name, self.others):
            yield from kind
        yield from (self.mention, self.listed, self.phone)
        yield from self.mail.split("@")
        yield self.link.removeprefix("https://").partition("/")[0]


@st.composite
def secrets(draw: st.DrawFn) -> Secrets:
    """Words of letters that no page of ours has beside each other."""
    word = st.text("jqxzv", min_size=4, max_size=7)
    words = draw(st.lists(word, min_size=10, max_size=10, unique=True).filter(_none_in_another))
    return Secrets(
        aliases=words[0:2],
        real_name=[words[2].title(), words[3].title()],
        others=words[4:6],
        mention=words[6],
        listed=words[7],
        mail=f"{words[8]}@{words[9]}.com",
        link=f"https://{words[9]}{words[8]}.org/x",
        phone=draw(st.integers(10**8, 10**9 - 1).map("0{}".format)),
    )


def _none_in_another(words: list[str]) -> bool:
    return not any(one in other for one in words for other in words if one is not other)


@st.composite
def journals(draw: st.DrawFn) -> tuple[dict[str, Any], Secrets]:
    """A journal of ten weeks with secrets in every field that holds words."""
    hidden = draw(secrets())
    said = [
        *hidden.aliases,
        " ".join(hidden.real_name),
        *hidden.real_name,
        *hidden.others,
        f"@{hidden.mention}",
        hidden.listed,
        hidden.mail,
        hidden.link,
        hidden.phone,
        "2026-11-17",
        "Wed 18 Nov",
        "November 19th",
        "17/11/2026",
    ]
    form = st.sampled_from([str.upper, str.lower, str.title, "{}'s".format, "({}),".format])

    some = st.lists(st.tuples(st.sampled_from(said), form), min_size=1, max_size=4)
    drawn = draw(st.lists(some, min_size=13, max_size=13))
    words = cycle("so " + " and ".join(form(one) for one, form in some) for some in drawn).__next__
    numbers = draw(st.lists(st.integers(1, 69), max_size=20, unique=True))
    days = [TODAY - timedelta(days=n) for n in sorted([0, *numbers, 70], reverse=True)]
    everybody = [*hidden.aliases, *hidden.others]
    return {
        "people": [
            {"id": "p1", "name": hidden.aliases[0], "names": hidden.aliases, "role": "report"}
            | {"circle": True, "added": "2026-01-07"}
        ],
        "entries": [
            _page(day, words, name, value)
            for day, name, value in zip(days, cycle(everybody), cycle([1, 4, 3]), strict=False)
        ],
        "talks": [
            {"id": f"IDt{n}", "who": who, "about": words(), "added": "2026-10-08"}
            | {"date": "2026-11-18", "expected": 4}
            | draw(st.sampled_from([{}, {"held": "2026-11-18", "was": 2}]))
            | draw(st.sampled_from([{}, {"debriefed": "2026-11-18", "held": "2026-11-18"}]))
            | {"follow_ups": draw(st.sampled_from([[], [{"due": "2026-11-19"}]]))}
            for n, who in enumerate(everybody)
        ],
        "promises": [
            {"id": f"IDm{n}", "side": side, "who": everybody[n], "what": words()}
            | {"made": "2026-11-03", "due": str(TODAY + timedelta(days=n))}
            for n, side in enumerate(["mine", "theirs", "mine"])
        ],
    }, hidden


def _page(day: date, words: Callable[[], str], who: str, value: int) -> dict[str, Any]:
    answer = {"prompt": "I-01", "question": words(), "text": words(), "deeper_text": words()}
    return {
        "id": f"IDe{day}",
        "day": str(day),
        "kind": "week" if day.weekday() == 6 else "evening",
        "starred": value == 4,
        "tags": [who],
        "people": [who],
        "answers": [
            {"id": f"IDa{day}", **answer},
            {"id": f"IDo{day}", "text": words(), "outside": who},
        ],
        "ratings": [{"theme": "trust", "value": value, "fit": "well"}],
        "plan": {"if": words(), "then": words(), "for": str(day + timedelta(days=1))},
    }


def kept(new_journal: Callable[[], Journal], made: dict[str, Any], hidden: Secrets) -> Journal:
    journal = new_journal()
    bring_in(journal, document(**made))
    with unit(journal, "people", NOW) as deed:
        person = people.everyone(deed.db.conn)[0]
        people.put(deed, person, " ".join(hidden.real_name))
    return journal


def reported(journal: Journal, period: Period, listed: list[str]) -> tuple[Report, Report]:
    """The report for the user, and the one for others."""
    with journal.read() as connection:
        report = report_on(records_for(connection, period, TODAY, "en", 0, None))
        labels = labels_for(connection, (view.from_ for view in report.outside.views))
    return report, redacted_report(report, Redactor(labels, listed))


def leaks(face: str, hidden: Secrets, period: Period) -> list[str]:
    """The secrets, the ids and the single days that can be read in a face."""
    text = face.casefold()
    found = [secret for secret in hidden.every() if secret.casefold() in text]
    found += re.findall(r"ID[aemot]\S*", face)
    found += [day for day in WEEKDAYS if day in _without_titles(face)]
    return found + [day for day in _days_in(face) if not _is_told(day, period)]


def _without_titles(face: str) -> str:
    """The face without what tells a listener on which day of the week a week begins."""
    return re.sub(r"(?:<th scope=\"row\">|<title>)\w+day ", "", face)


def _days_in(face: str) -> Iterator[date]:
    for year, month, day in re.findall(r"\b(\d{4})-(\d\d)-(\d\d)\b", face):
        yield date(int(year), int(month), int(day))
    for day, month in re.findall(rf"\b(\d\d?) ({'|'.join(MONTHS)})\b", face):
        yield date(2026, MONTHS.index(month) + 1, int(day))
    for _, day in re.findall(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d\d?)\b", face):
        yield date(1, 1, int(day))


def _is_told(day: date, period: Period) -> bool:
    """Whether it is a week's first day, or one of a period that the calendar names."""
    edges = () if period.kind == "days" else (period.first, period.last)
    week = day.weekday() == 0 or (day.replace(year=2025).weekday() == 0)
    return day in edges or (day.year > 1 and week)


@given(journals(), st.sampled_from(sorted(PERIODS)))
@examples(100)
def test_no_face_of_any_period_tells_a_secret(
    new_journal: Callable[[], Journal], made: tuple[dict[str, Any], Secrets], name: str
) -> None:
    journal, hidden = kept(new_journal, *made), made[1]
    _, redacted = reported(journal, PERIODS[name], [hidden.listed])

    for face, drawn in FACES.items():
        text = drawn(redacted)
        assert leaks(text, hidden, PERIODS[name]) == [], face
        assert "Self-notes for development. Not for appraisal." in text, face
        shown = " ".join(re.sub(r"<[^>]*>", " ", text).split())
        assert "Redacted is not anonymous. In a small team people may be recognised." in shown, face


HIDDEN = Secrets(
    aliases=["qxzj", "xjqv"],
    real_name=["Vqjz", "Jzxq"],
    others=["zvqx", "jxvz"],
    mention="qvxj",
    listed="zqjv",
    mail="xqvz@vzxj.com",
    link="https://jqzx.org/x",
    phone="0123456789",
)
_SAYS_IT_ALL = (
    f"{' '.join(HIDDEN.aliases)} {' '.join(HIDDEN.real_name)} {' '.join(HIDDEN.others)}"
    f" @{HIDDEN.mention} {HIDDEN.listed} {HIDDEN.mail} {HIDDEN.link} {HIDDEN.phone}"
)
_TELLING = {
    "people": [{"id": "p1", "name": "qxzj", "names": HIDDEN.aliases, "role": "report"}],
    "entries": [
        {"id": "IDe1", "day": "2026-11-18", "text": _SAYS_IT_ALL, "starred": True},
        {"id": "IDe2", "day": "2026-11-19", "text": "Vqjz and qxzj", "outside": "zvqx"},
    ],
    "talks": [{"who": "jxvz", "added": "2026-11-02", "date": "2026-11-20", "about": "x"}],
}


@pytest.mark.parametrize("face", [face for face in FACES if face != "a first screen"])
def test_the_same_look_finds_every_secret_in_a_report_for_oneself(
    new_journal: Callable[[], Journal], face: str
) -> None:
    journal = kept(new_journal, _TELLING, HIDDEN)
    report, _ = reported(journal, PERIODS["a week"], [HIDDEN.listed])
    found = leaks(" ".join(FACES[face](report).split()), HIDDEN, PERIODS["a week"])
    assert {*HIDDEN.every()} <= {*found}
    if face == "JSON":
        assert {'IDe1",', date(2026, 11, 18)} <= {*found}


@pytest.mark.parametrize("face", FACES)
def test_one_person_has_one_letter_on_a_page(new_journal: Callable[[], Journal], face: str) -> None:
    journal = kept(new_journal, _TELLING, HIDDEN)
    _, redacted = reported(journal, PERIODS["a week"], [HIDDEN.listed])
    labels = re.findall(r"report\s+([A-Z])\b", FACES[face](redacted))
    assert len(labels) >= 3
    assert len({*labels}) == 1


@pytest.mark.parametrize(
    ("first", "said", "told"),
    [
        (date(2026, 11, 20), "Nothing written. The last day with a page", "Nothing written."),
        (date(2026, 10, 1), "nothing starred; all pages:", "nothing starred\n"),
    ],
    ids=["nothing written", "nothing starred"],
)
def test_no_command_names_a_day(
    new_journal: Callable[[], Journal], first: date, said: str, told: str
) -> None:
    page = {"day": "2026-11-19", "text": "a quiet day"}
    journal = kept(new_journal, {"people": _TELLING["people"], "entries": [page]}, HIDDEN)
    report, redacted = reported(journal, days_from_to(first, TODAY), [])
    assert said in FACES["a terminal"](report)
    assert told in FACES["a terminal"](redacted)
    for face in FACES.values():
        assert "collab journal" not in face(redacted)
        assert "collab report --" not in face(redacted)


def test_the_letters_of_two_reports_have_nothing_to_do_with_each_other(
    new_journal: Callable[[], Journal],
) -> None:
    journal = kept(new_journal, _TELLING, HIDDEN)
    pages = (reported(journal, PERIODS["a week"], [])[1] for _ in range(8))
    assert len({as_markdown(page) for page in pages}) > 1


def test_every_figure_stays(new_journal: Callable[[], Journal]) -> None:
    """Names that look like the words of a sentence of ours change none of them."""
    names = ["n", "S", "mean", "due", "in all", "rising", "days", "it"]
    journal = new_journal()
    bring_in(
        journal,
        document(
            people=[{"id": f"p{n}", "name": name} for n, name in enumerate(names)],
            entries=[
                {"day": f"2026-11-{day}", "ratings": [{"theme": "trust", "value": value}]}
                for day, value in ((16, 2), (17, 4), (18, 4), (19, "W"))
            ],
            talks=[
                {"who": "it", "added": "2026-11-02", "held": "2026-11-18", "expected": 4, "was": 2}
            ],
        ),
    )
    report, redacted = reported(journal, PERIODS["a week"], [])
    for section in ("head", "plans", "promises", "balance", "outside", "language"):
        assert getattr(redacted, section).says == getattr(report, section).says
    assert [theme.says for theme in redacted.themes] == [theme.says for theme in report.themes]
    before, after = json.loads(as_json(report)), json.loads(as_json(redacted))
    assert [line["text"] for line in after["talks"]["says"]] == [
        re.sub(r"^it:", redacted.talks.says[2].text.partition(":")[0] + ":", line["text"])
        for line in before["talks"]["says"]
    ]
    assert redacted.talks.says[2].text.startswith("person ")
