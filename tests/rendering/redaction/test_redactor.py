"""What is taken out of a text, and what is left in it."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from collab.domain.people import Person
from collab.rendering.redaction.patterns import days_to_weeks
from collab.rendering.redaction.redactor import Labels, Redactor

FRIDAY = date(2026, 11, 20)
PEOPLE = (
    Person(id="1", name="ana", names=("ana", "José Pérez"), role="report"),
    Person(id="2", name="bo", names=("bo",), role="peer"),
    Person(id="3", name="田中", names=("田中",), role="boss"),
    Person(id="4", name="cy", names=("cy",), role="other"),
)


def redactor(*own: str, others: tuple[str, ...] = (), starts: int = 0) -> Redactor:
    """One whose letters are not mixed: A goes to whoever is met first."""
    return Redactor(Labels(PEOPLE, others, lambda letters: None), own, starts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@Ana told bo, then ANA again", "report A told peer B, then report A again"),
        ("Jose\u0301 PE\u0301REZ, José\n Pérez", "report A, report A"),
        ("Ａｎａ and a\u00adn\u200ba", "report A and report A"),
        ("ana's, _ana_ and **ana**", "report A's, _report A_ and **report A**"),
        ("Anas bone banana", "Anas bone banana"),
        ("田中さんは cy", "boss Aさんは person B"),
        ("#ana and @dora", "#report A and someone"),
        ("Helve. helve", "person A. person A"),
    ],
)
def test_people_are_called_by_role_and_letter(text: str, expected: str) -> None:
    assert redactor(others=("Helve",)).text(text, FRIDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to A.B+c@Ex-1.co.uk.", "write to [e-mail]."),
        ("ana＠ex．com", "[e-mail]"),
        ("see https://x.org/a?b=ana), ok", "see [link]), ok"),
        ("WWW.X.ORG and x.org/team, x.com.", "[link] and [link], [link]."),
        ("e.g. this, i.e. that. No link", "e.g. this, i.e. that. No link"),
        ("+49 (170) 123-45 67", "[phone]"),
        ("0170/1234567, 555.123.4567; 0049 30 123456", "[phone], [phone]; [phone]"),
        ("３０１２３４５６７", "[phone]"),
        ("_0170 1234567_ and _www.x.foo_", "_[phone]_ and _[link]_"),
        ("10:30, 3 of 5, 2024, 12.5 and 1 000 000", "10:30, 3 of 5, 2024, 12.5 and [phone]"),
    ],
)
def test_whatever_leads_to_somebody_is_removed(text: str, expected: str) -> None:
    assert redactor().text(text, FRIDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-18", "[week of 16 November 2026]"),
        ("Wednesday 18 November 2026", "[week of 16 November 2026]"),
        ("on Wed, 18th of Nov.", "on [week of 16 November 2026]"),
        ("December 31", "[week of 28 December 2026]"),
        ("Jan 2, 2025", "[week of 30 December 2024]"),
        ("18.11.2026 and 3/4/26", "[date] and [date]"),
        ("31 February", "[date]"),
        ("5 decisions, 3 marks, May I?", "5 decisions, 3 marks, May I?"),
        ("on Monday", "on Monday"),
    ],
)
def test_dates_become_weeks(text: str, expected: str) -> None:
    assert redactor().text(text, FRIDAY) == expected


def test_a_week_begins_where_the_users_does() -> None:
    assert redactor(starts=6).text("2026-11-20", FRIDAY) == "[week of 15 November 2026]"


def test_the_users_own_list_is_taken_out() -> None:
    ours = redactor("Acme Corp", "kraken")
    assert ours.text("ACME  corp ships Kraken.", FRIDAY) == "[name] ships [name]."


def test_words_with_a_capital_that_are_in_no_list_are_named() -> None:
    ours = redactor()
    ours.text("Tiit asked ana. Words went on. The Quay, and Tiit's words. I said: Monday", FRIDAY)
    ours.text("What did Nobody Ask?", FRIDAY, own_words=False)
    assert ours.capitalised() == ("Tiit", "Quay", "Tiit's")


def test_every_replacement_is_remembered() -> None:
    ours = redactor()
    ours.text("@ana, ana and ana", FRIDAY)
    assert dict(ours.replaced) == {("@ana", "report A"): 1, ("ana", "report A"): 2}


def test_letters_are_mixed_anew_for_each_document() -> None:
    def reversed_(letters: list[str]) -> None:
        letters.reverse()

    mixed = Redactor(Labels(PEOPLE, (), reversed_))
    assert mixed.text("ana, bo, ana", FRIDAY) == "report Z, peer Y, report Z"


def test_more_people_than_letters_are_told_apart() -> None:
    many = tuple(f"somebody{'x' * number}" for number in range(60))
    text = redactor(others=many).text(" ".join(many), FRIDAY)
    assert len(set(text.split("person ")[1:])) == 60


def test_a_text_without_anything_to_take_out_stays() -> None:
    text = "We settled it together: nothing more is needed.\n\n- 3 of 5\n"
    assert redactor().text(text, FRIDAY) == text
    assert redactor().text(unicodedata.normalize("NFD", "café"), FRIDAY) == "café"


def test_days_of_a_page_of_ours_become_weeks() -> None:
    page = (
        "### Monday 23 November 2026, starred\n- Tue 24 November: x\n"
        "### Week of Monday 16 November 2026"
    )
    assert days_to_weeks(page, FRIDAY, 0) == (
        "### Week of 23 November 2026, starred\n- Week of 23 November 2026: x\n"
        "### Week of 16 November 2026"
    )
