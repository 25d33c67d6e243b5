"""What is taken out of a text, and what is left in it."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from collab.domain.people import Person
from collab.rendering.redaction.labels import Labels
from collab.rendering.redaction.redactor import Redactor

FRIDAY = date(2026, 11, 20)
PEOPLE = (
    Person(id="1", name="ana", names=("ana", "José Pérez"), role="report"),
    Person(id="2", name="bo", names=("bo",), role="peer"),
    Person(id="3", name="田中", names=("田中",), role="boss"),
    Person(id="4", name="cy", names=("cy",), role="other"),
)


REAL_NAMES = {"1": "Ana-Lena de Souza", "2": "Bo O'Neill", "3": "田中 太郎", "4": "Cy Will Souza"}


def redactor(
    *own: str,
    others: tuple[str, ...] = (),
    starts: int = 0,
    people: tuple[Person, ...] = PEOPLE,
    real_names: dict[str, str] | None = None,
) -> Redactor:
    """One whose letters are not mixed: A goes to whoever is met first."""
    behind = (real_names or {}).items()
    return Redactor(Labels(people, others, lambda letters: None, behind), own, starts)


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


def test_each_of_several_somebody_has_to_do_with_is_called_by_a_letter() -> None:
    ours = redactor(others=("Ines and Jonas", "Ana, @Rui & Bo"))
    assert ours.text("Then ines left. Jonas, too, and rui's list.", FRIDAY) == (
        "Then person A left. person B, too, and person C's list."
    )
    assert ours.name("Ines and Jonas") == "person A and person B"
    assert ours.name("Ana, @Rui & Bo") == "report D and person C and peer E"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana-Lena de Souza's plan", "report A's plan"),
        ("ANA‑LENA  DE\nSOUZA and Ana, ana’s, LENA", "report A and report A, report A’s, report A"),
        ("Bo O’Neill, o'neill", "peer A, peer A"),
        ("太郎と田中", "boss Aとboss A"),
        ("Souza wrote", "[name] wrote"),
        ("made of debris, a lens, Soares", "made of debris, a lens, Soares"),
        ("@lena and @Souza", "report A and [name]"),
    ],
)
def test_a_real_name_is_found_whole_and_in_its_parts(text: str, expected: str) -> None:
    """ "Souza" is part of the names of two people, so it is nobody's letter."""
    assert redactor(real_names=REAL_NAMES).text(text, FRIDAY) == expected


def test_a_real_name_without_a_capital_has_parts_too() -> None:
    ours = redactor(real_names={"2": "bodil ng van rijn"})
    assert ours.text("Rijn, Bodil, van and Ng", FRIDAY) == "peer A, peer A, peer A and Ng"


class TestNamesThatAreEverydayWords:
    PEOPLE = (
        Person(id="1", name="will", names=("will",), role="report"),
        Person(id="2", name="s", names=("s", "T"), role="peer"),
    )

    def test_count_with_a_capital_or_as_a_mention(self) -> None:
        ours = redactor(people=self.PEOPLE)
        assert ours.text("Will will, @will WILL; May?", FRIDAY) == (
            "report A will, report A report A; May?"
        )
        assert dict(ours.left) == {"will": 1}

    def test_count_always_where_the_users_list_has_them(self) -> None:
        assert redactor("Will", people=self.PEOPLE).text("I told will", FRIDAY) == "I told report A"

    def test_of_one_letter_are_no_endings(self) -> None:
        text = "It's Bo's: don't, S. and t said"
        assert redactor(people=self.PEOPLE).text(text, FRIDAY) == (
            "It's Bo's: don't, peer A. and peer A said"
        )


@pytest.mark.parametrize("name", ["Helve", " @helve ", "the  Two of them", "…", "will"])
def test_a_name_that_stands_alone_is_always_taken_out(name: str) -> None:
    ours = redactor(others=("helve", "The two\nof them", "…", "will"))
    assert ours.name(name) == "person A"
    assert ours.replaced == {(name, "person A"): 1}


def test_a_name_that_nobody_has_is_someone() -> None:
    assert (redactor().name("Zoe"), redactor().name("  ")) == ("someone", "")


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


THIS, LAST = "[week of 16 November 2026]", "[week of 9 November 2026]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-18", THIS),
        ("2026-11-18T10:00, 2026/11/18, 2026.11.9", f"{THIS}T10:00, {THIS}, {LAST}"),
        ("Wednesday 18 November 2026", THIS),
        ("on Wed, 18th of Nov.", f"on {THIS}"),
        ("Tues. the 17th of November and thurs, nov 19", f"{THIS} and {THIS}"),
        ("18 Nov '25", "[week of 17 November 2025]"),
        ("18-Nov-2026", THIS),
        ("from 16 to 18 November, 16–18 Nov; Mon 16 - Wed 18 Nov", f"from {THIS}, {THIS}; {THIS}"),
        ("Nov 16-18, November the 18th, 2026", f"{THIS}, {THIS}"),
        ("December 31", "[week of 28 December 2026]"),
        ("Jan 2, 2025", "[week of 30 December 2024]"),
        ("3 Jan", "[week of 28 December 2026]"),
        ("18.11.2026, 18. 11. 2026, 11/18/26 and 18-11-2026", f"{THIS}, {THIS}, {THIS} and {THIS}"),
        ("3.4.2026 and 3/4/26", "[date] and [date]"),
        ("11.11.2026", LAST),
        ("Wed 18, Friday the 20th", f"{THIS}, {THIS}"),
        ("Friday 13th", LAST),
        ("Monday 13th", "[date]"),
        ("31 February", "[date]"),
        ("0001-01-01", "[week of 1 January 0001]"),
        ("5 decisions, 3 marks, May I?", "5 decisions, 3 marks, May I?"),
        ("on Monday 3 people came, Wed 18:00", "on Monday 3 people came, Wed 18:00"),
        ("in June 2024, version 1.2.3, 10:30", "in June 2024, version 1.2.3, 10:30"),
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


def test_a_name_that_is_typed_without_a_capital_as_well_is_named() -> None:
    ours = redactor()
    ours.text(
        "Words with Tiit. tiit and ana, Quay said: 'Rota'. words, quay, (Lists) lists", FRIDAY
    )
    assert ours.capitalised() == ("Tiit", "Quay", "Rota")


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
    many = tuple(f"anybody{'x' * number}" for number in range(60))
    text = redactor(others=many).text(" ".join(many), FRIDAY)
    assert len(set(text.split("person ")[1:])) == 60


def test_a_text_without_anything_to_take_out_stays() -> None:
    text = "We settled it together: nothing more is needed.\n\n- 3 of 5\n"
    assert redactor().text(text, FRIDAY) == text
    assert redactor().text(unicodedata.normalize("NFD", "café"), FRIDAY) == "café"
