"""What a document must be, and the one sentence about what it is not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.errors import BrokenDocument
from collab.exchange.journal_json.reading import Content, read_document
from tests.examples import examples
from tests.exchange.documents import content_of, document

SECRET = "Bo nearly left the company"
GOOD = {"day": "2024-06-10", "text": "a good entry"}
HEAD = b'{"format": "collab-journal", "version": 1, '


def refusal(data: bytes) -> str:
    """The sentence about a document that cannot be read at all."""
    with pytest.raises(BrokenDocument) as refused:
        read_document(data, "old.json")
    assert refused.value.exit_code == 2
    return refused.value.sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "old.json: is empty.", id="nothing"),
        pytest.param(b"\xef\xbb\xbf \n", "old.json: is empty.", id="only a mark"),
        pytest.param(b"[]", "old.json: holds no JSON object.", id="a list"),
        pytest.param(b"null", "old.json: holds no JSON object.", id="null"),
        pytest.param(b"NaN", "old.json: is NaN, which is no JSON number.", id="not a number"),
        pytest.param(b"{}", 'old.json, format: must be "collab-journal".', id="an empty object"),
        pytest.param(
            b'{"format": "collab-report", "version": 1}',
            'old.json, format: must be "collab-journal".',
            id="a report",
        ),
        pytest.param(
            b'{"format": "collab-journal"}',
            "old.json, version: must be 1; a newer collab may read it.",
            id="no version",
        ),
        pytest.param(
            b'{"format": "collab-journal", "version": 2}',
            "old.json, version: must be 1; a newer collab may read it.",
            id="a later version",
        ),
        pytest.param(
            b'{"format": "collab-journal", "version": true}',
            "old.json, version: must be 1; a newer collab may read it.",
            id="true is no number",
        ),
        pytest.param(
            b'{"format": "collab-journal", "version": 1, "version": 1}',
            'old.json: has the field "version" twice.',
            id="a field twice",
        ),
        pytest.param(
            HEAD + b'"pages": []}', "old.json, pages: there is no such field.", id="unknown field"
        ),
        pytest.param(
            HEAD + b'"a b\\u0007": []}',
            'old.json, ["a b\\u0007"]: there is no such field.',
            id="unknown field of odd letters",
        ),
        pytest.param(HEAD + b'"talks": {}}', "old.json, talks: must be a list.", id="no list"),
        pytest.param(
            HEAD + b'"talks": [1, 2\n',
            "old.json, line 2, column 1: is not JSON (Expecting ',' delimiter).",
            id="cut short",
        ),
        pytest.param(
            HEAD + b'"entries": ' + b"[" * 100_000,
            "old.json, line 1, column 154: is nested too deeply.",
            id="nested",
        ),
        pytest.param(
            HEAD + b'"entries": ' + b'{"[[[":' * 100_000,
            "old.json, line 1, column 748: is nested too deeply.",
            id="nested objects",
        ),
        pytest.param(
            document(entries=[GOOD]).decode().encode("utf-16"),
            "old.json, byte 1: is not UTF-8 text.",
            id="UTF-16",
        ),
        pytest.param(
            document(entries=[GOOD]).decode().encode("utf-16-le"),
            "old.json, line 1, column 2: is not JSON"
            " (Expecting property name enclosed in double quotes).",
            id="UTF-16 without a mark",
        ),
        pytest.param(
            HEAD + '"entries": [{"text": "café"}]}'.encode("latin-1"),
            "old.json, byte 69: is not UTF-8 text.",
            id="Latin-1",
        ),
    ],
)
def test_what_is_no_document_is_refused_with_its_place(data: bytes, sentence: str) -> None:
    assert refusal(data) == sentence


def test_a_byte_order_mark_is_no_fault() -> None:
    assert len(content_of(b"\xef\xbb\xbf" + document(entries=[GOOD])).entries) == 1


def test_null_is_absent_everywhere() -> None:
    names = ["id", "kind", "written_at", "light", "starred", "tags", "people", "week", "answers"]
    content = content_of(document(entries=[GOOD | dict.fromkeys(names)], talks=None))
    assert content.faults == []
    assert content.entries[0][1].kind == "note"


def faults(content: Content) -> dict[str, str]:
    return {fault.place: fault.sentence for fault in content.faults}


ANSWER = {"text": "words"}
RATING = {"theme": "decide", "value": 3}
A_DAY = "must be a day such as 2024-06-10."
A_THEME = (
    "must be one of the nine themes: decide, purpose, empathy, candour, difficult, network,"
    " trust, negotiate, enable."
)
AN_ID = "must be letters, digits, '.', '_' or '-', and never '--'."
SCALE = "ratings[0].scale_version"
TALK = {"who": "B.", "added": "2024-06-05"}
ENTRY_FAULTS = [
    ({"day": None}, "day", "is missing."),
    ({"day": "10.06.2024"}, "day", A_DAY),
    ({"day": "2024-6-10"}, "day", A_DAY),
    ({"day": "20240610"}, "day", A_DAY),
    ({"day": "2024-W24-1"}, "day", A_DAY),
    ({"day": 20240610}, "day", A_DAY),
    ({"day": "2024-06-10T18:00:00Z"}, "day", A_DAY),
    ({"day": "٢٠٢٤-٠٦-١٠"}, "day", A_DAY),
    ({"day": "2023-02-29"}, "day", "is no day of the calendar."),
    ({"day": "0000-01-01"}, "day", "is no day of the calendar."),
    ({"kind": "diary"}, "kind", None),
    ({"kind": ["note"]}, "kind", None),
    ({"written_at": "2024-06-10T18:00:00"}, "written_at", None),
    ({"written_at": "2024-06-10 18:00:00Z"}, "written_at", None),
    ({"written_at": 1718035200}, "written_at", None),
    ({"written_at": "2024-06-10T25:00:00Z"}, "written_at", "is no instant of the calendar."),
    ({"written_at": "2024-06-10T18:00:00+25:00"}, "written_at", "is no instant of the calendar."),
    ({"written_at": "0001-01-01T00:00:00+02:00"}, "written_at", "is no instant of the calendar."),
    ({"light": "yes"}, "light", "must be true or false."),
    ({"light": 1}, "light", "must be true or false."),
    ({"tags": "budget"}, "tags", "must be a list."),
    ({"tags": ["a", 5]}, "tags[1]", "must be text."),
    ({"week": "2024-24"}, "week", "must be an ISO week such as 2024-W24."),
    ({"week": "2024-W53"}, "week", "must be an ISO week such as 2024-W24."),
    ({"text": 5}, "text", "must be text."),
    ({"text": ["a"]}, "text", "must be text."),
    ({"text": "a\0b"}, "text", "holds a NUL character."),
    ({"text": "a\ud83d"}, "text", "holds half of a surrogate pair."),
    ({"outside": "\0"}, "outside", "holds a NUL character."),
    ({"mood": "good"}, "mood", "there is no such field."),
    ({"if": "no plan"}, "if", "there is no such field."),
    ({"id": ""}, "id", AN_ID),
    ({"id": "-a"}, "id", AN_ID),
    ({"id": "a--b"}, "id", AN_ID),
    ({"id": "ä"}, "id", AN_ID),
    ({"id": "a b"}, "id", AN_ID),
    ({"id": 5}, "id", AN_ID),
    ({"answers": {}}, "answers", "must be a list."),
    ({"answers": ["words"]}, "answers[0]", "must be an object."),
    ({"answers": [{}]}, "answers[0]", "an answer needs 'text', or 'if' or 'then'."),
    ({"answers": [{"text": " \n"}]}, "answers[0]", "an answer needs 'text', or 'if' or 'then'."),
    ({"answers": [ANSWER, ANSWER | {"prompt": "E 02"}]}, "answers[1].prompt", None),
    ({"answers": [ANSWER | {"theme": "love"}]}, "answers[0].theme", A_THEME),
    ({"answers": [ANSWER | {"step": "later"}]}, "answers[0].step", None),
    ({"answers": [ANSWER | {"starred": "no"}]}, "answers[0].starred", "must be true or false."),
    ({"ratings": [{"value": 3}]}, "ratings[0].theme", "is missing."),
    ({"ratings": [{"theme": "decide"}]}, "ratings[0].value", "is missing."),
    ({"ratings": [RATING | {"theme": "any"}]}, "ratings[0].theme", A_THEME),
    *(
        (
            {"ratings": [RATING | {"value": value}]},
            "ratings[0].value",
            'must be 1 to 5, 0 (no occasion) or "W" (waited or gave way).',
        )
        for value in (6, -1, 3.0, "3", "w", True, None, [3])
    ),
    ({"ratings": [RATING | {"fit": "badly"}]}, "ratings[0].fit", None),
    ({"ratings": [RATING | {"scale_version": 0}]}, SCALE, "must be 1 or more."),
    ({"ratings": [RATING | {"scale_version": 10**18}]}, SCALE, "must be 1000000 or less."),
    ({"ratings": [RATING | {"scale_version": 1.5}]}, SCALE, "must be a whole number."),
    ({"plan": []}, "plan", "must be an object."),
    ({"plan": {"for": "2024-06-11"}}, "plan", "a plan needs 'if' or 'then'."),
    ({"plan": {"if": "x", "outcome": "won"}}, "plan.outcome", None),
    ({"plan": {"if": "x", "for": "tomorrow"}}, "plan.for", A_DAY),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "place", "sentence"),
    ENTRY_FAULTS,
    ids=[f"{place}: {str(change)[:40]!a}" for change, place, _ in ENTRY_FAULTS],
)
def test_a_fault_in_an_entry_is_named_with_its_path(
    change: dict[str, Any], place: str, sentence: str | None
) -> None:
    content = content_of(document(entries=[GOOD, GOOD | {"text": SECRET} | change]))
    found = faults(content)
    assert list(found) == [f"entries[1].{place}"]
    if sentence:
        assert found[f"entries[1].{place}"] == sentence
    assert [entry.text for _, entry in content.entries] == ["a good entry"]


OTHER_FAULTS = [
    ("people", {}, "name", "is missing."),
    ("people", {"name": "  "}, "name", "must not be empty."),
    ("people", {"name": None}, "name", "must not be empty."),
    ("people", {"name": "ana", "role": "chief"}, "role", None),
    ("people", {"name": "ana", "added": "May"}, "added", A_DAY),
    ("talks", {"added": "2024-06-05"}, "who", "is missing."),
    ("talks", {"who": "", "added": "2024-06-05"}, "who", "must not be empty."),
    ("talks", {"who": "B."}, "added", "is missing."),
    ("talks", TALK | {"expected": 6}, "expected", "must be 5 or less."),
    ("talks", TALK | {"was": "2"}, "was", "must be a whole number."),
    (
        "talks",
        {"who": "B.", "added": "2024-06-05", "follow_ups": [{"done": "2024-06-05"}]},
        "follow_ups[0].due",
        "is missing.",
    ),
    (
        "talks",
        {"who": "B.", "added": "2024-06-05", "moved": [{"on": "2024-06-05", "to": "2024-06-05"}]},
        "moved[0].from",
        "is missing.",
    ),
    ("promises", {"what": "x", "due": "2024-06-05"}, "side", "is missing."),
    ("promises", {"side": "ours", "what": "x", "due": "2024-06-05"}, "side", None),
    ("promises", {"side": "mine", "due": "2024-06-05"}, "what", "is missing."),
    ("promises", {"side": "mine", "what": "\n", "due": "2024-06-05"}, "what", "must not be empty."),
    ("promises", {"side": "mine", "what": "x"}, "due", "is missing."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "record", "place", "sentence"),
    OTHER_FAULTS,
    ids=[f"{part}: {place} {number}" for number, (part, _, place, _) in enumerate(OTHER_FAULTS)],
)
def test_a_fault_in_another_record_is_named_with_its_path(
    part: str, record: dict[str, Any], place: str, sentence: str | None
) -> None:
    found = faults(content_of(document(**{part: [record]})))
    assert list(found) == [f"{part}[0].{place}"]
    assert sentence in (None, found[f"{part}[0].{place}"])


@pytest.mark.parametrize(
    ("entry", "place", "sentence"),
    [
        pytest.param("5", "entries[1]", "must be an object.", id="a number"),
        pytest.param("{}", "entries[1].day", "is missing.", id="an empty object"),
        pytest.param(
            '{"day": "2024-06-10"}',
            "entries[1]",
            "an entry needs a text, an answer, a rating or a plan.",
            id="nothing in it",
        ),
        pytest.param(
            '{"day": "2024-06-10", "text": "a", "text": "b"}',
            "entries[1]",
            'has the field "text" twice.',
            id="a field twice",
        ),
        pytest.param(
            '{"day": "2024-06-10", "ratings": [{"theme": "decide", "value": NaN}]}',
            "entries[1].ratings[0].value",
            "is NaN, which is no JSON number.",
            id="not a number",
        ),
        pytest.param(
            '{"day": "2024-06-10", "ratings": [{"theme": "decide", "value": -Infinity}]}',
            "entries[1].ratings[0].value",
            "is -Infinity, which is no JSON number.",
            id="infinity",
        ),
        pytest.param(
            '{"day": "2024-06-10", "ratings": [{"theme": "decide", "value": 1e999}]}',
            "entries[1].ratings[0].value",
            'must be 1 to 5, 0 (no occasion) or "W" (waited or gave way).',
            id="beyond all numbers",
        ),
        pytest.param(
            '{"day": "2024-06-10", "ratings": [{"theme": "decide", "value": %s}]}' % ("9" * 5000),
            "entries[1].ratings[0].value",
            "has too many digits.",
            id="five thousand digits",
        ),
        pytest.param(
            '{"day": "2024-06-10", "text": %s}' % ("[" * 400 + "]" * 400),
            "entries[1].text",
            "must be text.",
            id="nested, but not too deeply",
        ),
        pytest.param(
            '{"day": "2024-06-10", "text": "\\ud800"}',
            "entries[1].text",
            "holds half of a surrogate pair.",
            id="an escaped surrogate",
        ),
        pytest.param(
            '{"day": "2024-06-10", "\\ud800": 1, "text": "a"}',
            "entries[1]",
            'has no field "\\ud800".',
            id="a surrogate as a name",
        ),
    ],
)
def test_a_fault_below_json_spoils_its_record_alone(entry: str, place: str, sentence: str) -> None:
    content = content_of(HEAD + f'"entries": [{json.dumps(GOOD)}, {entry}]}}'.encode())
    assert faults(content) == {place: sentence}
    assert len(content.entries) == 1


def test_every_fault_of_a_document_is_named() -> None:
    bad = {"day": 1, "answers": [{}], "plan": {}}
    assert list(faults(content_of(document(entries=[bad, GOOD, {}], talks=[{}])))) == [
        "entries[0].day",
        "entries[0].answers[0]",
        "entries[0].plan",
        "entries[2].day",
        "talks[0].who",
        "talks[0].added",
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("  two\r\nlines\rand three\n\n", "two\nlines\nand three", id="line ends"),
        pytest.param("\u3000\xa0wide\x85", "wide", id="all white space"),
        pytest.param("\ufeffmarked\u200b", "\ufeffmarked\u200b", id="what only looks empty"),
        pytest.param("a\x1b[31mb\x07", "a\x1b[31mb\x07", id="controls"),
        pytest.param("e\u0301", "e\u0301", id="as composed"),
        pytest.param("tab\tand  two spaces", "tab\tand  two spaces", id="inner white space"),
    ],
)
def test_text_is_kept_as_typed_but_for_its_ends(typed: str, kept: str) -> None:
    content = content_of(document(entries=[GOOD | {"text": typed}]))
    assert content.entries[0][1].text == kept


@pytest.mark.parametrize("name", ["question", "deeper_question", "if", "then"])
def test_what_is_one_line_becomes_one_line(name: str) -> None:
    answer = {"text": "x", name: " one\r\ntwo\u2028three\n\nfour "}
    content = content_of(document(entries=[GOOD | {"answers": [answer]}]))
    kept = content.entries[0][1].answers[0]
    assert getattr(kept, "if_" if name == "if" else name) == "one two three  four"


def test_an_unknown_prompt_is_kept() -> None:
    answer = ANSWER | {"prompt": "my-pack.Q1"}
    content = content_of(document(entries=[GOOD | {"answers": [answer]}]))
    assert content.entries[0][1].answers[0].prompt == "my-pack.Q1"


def test_a_plan_without_a_day_is_for_the_day_of_its_entry() -> None:
    content = content_of(document(entries=[GOOD | {"plan": {"then": "ask"}}]))
    plan = content.entries[0][1].plan
    assert plan is not None
    assert str(plan.for_) == "2024-06-10"


def test_the_names_of_a_person_begin_with_the_present_one() -> None:
    person = {"name": "Ana", "names": ["anna", "ANA", " ", "Anna", "an"]}
    assert content_of(document(people=[person])).people[0][1].names == ("Ana", "anna", "an")


anything = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just("decide")
    ),
    lambda parts: st.one_of(
        st.lists(parts, max_size=3),
        st.dictionaries(st.sampled_from(["day", "text", "answers", "ratings", "plan"]), parts),
    ),
    max_leaves=12,
)


@examples(150)
@given(st.lists(anything, max_size=2), st.sampled_from(["people", "entries", "talks", "promises"]))
def test_whatever_a_document_holds_is_read_or_named(records: list[Any], part: str) -> None:
    content = content_of(document(**{part: records}))
    places = {fault.place for fault in content.faults}
    read = {place for place, _ in getattr(content, part)}
    assert all(place.startswith(f"{part}[") for place in places)
    assert len(read | {place[: place.index("]") + 1] for place in places}) == len(records)


@examples(150)
@given(st.binary(max_size=40))
def test_no_bytes_are_a_fault_of_the_program(data: bytes) -> None:
    refusal(data)
