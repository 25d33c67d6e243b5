"""Nobody's name, address, number or link survives in what is given to others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from collab.domain.selections import Selection
from collab.exchange.redaction import entries_meant, labels_for, outside_in, pages_for_others
from collab.rendering.redaction.redactor import Redactor
from collab.storage.database import Journal
from tests.examples import examples
from tests.exchange.documents import bring_in, document

_FORMS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    str.title,
    *(lambda text, form=form: unicodedata.normalize(form, text) for form in ("NFD", "NFKD", "NFC")),
    "@{}".format,
    "\u200b".join,
)
_AROUND = st.sampled_from(
    ["", " ", ", ", "\n", "\n\n", "*", "_", "(", ")", '"', "# ", "> ", "…", "-"]
)
_VOCABULARY = """
    report peer boss person someone name link mail phone date week evening morning note talk light
    answer going deeper plan then will fit well partly would choose another way words so if
    shared decisions today which highest line that true asked least affected input before decided
    self notes for development not appraisal redacted anonymous small team people may recognised
"""
_SAID = frozenset(_VOCABULARY.split())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


_names = (
    st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=4, max_size=8)
    .map(lambda name: unicodedata.normalize("NFC", name))
    .filter(lambda name: _folded(name).isalpha() and _folded(name) not in _SAID)
)
_label = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=8)
_mails = st.builds("{}.{}@{}.example.com".format, _label, _label, _label)
_links = st.builds(
    "{}://{}.example.net/{}?q={}".format,
    st.sampled_from(["http", "https", "ftp"]),
    _label,
    _label,
    _label,
)
_digits = st.text("0123456789", min_size=9, max_size=12)
_phones = st.builds(
    lambda digits, apart, plus: plus + apart.join([digits[:3], digits[3:6], digits[6:]]),
    _digits,
    st.sampled_from(["", " ", "-", ".", "/"]),
    st.sampled_from(["", "+"]),
)


@st.composite
def journals(draw: st.DrawFn) -> tuple[bytes, dict[str, list[str]]]:
    """A journal with secrets in every field that holds words, and the secrets by kind."""
    secrets = {
        "name": draw(st.lists(_names, min_size=1, max_size=3, unique_by=_folded)),
        "mail": draw(st.lists(_mails, max_size=1)),
        "link": draw(st.lists(_links, max_size=1)),
        "phone": draw(st.lists(_phones, max_size=1)),
    }
    spread = [one for found in secrets.values() for one in found]

    def words() -> str:
        parts = draw(
            st.lists(
                st.tuples(st.sampled_from(spread), st.sampled_from(_FORMS), _AROUND, _AROUND),
                min_size=1,
                max_size=4,
            )
        )
        return "so " + " ".join(
            before
            + (form(one) if one in secrets["name"] else draw(st.sampled_from([one, one.upper()])))
            + behind
            for one, form, before, behind in parts
        )

    entry: dict[str, Any] = {
        "day": "2026-11-20",
        "kind": "evening",
        "tags": [draw(st.sampled_from(secrets["name"]))],
        "text": words(),
        "answers": [
            {
                "question": words(),
                "text": words(),
                "deeper_question": words(),
                "deeper_text": words(),
                "outside": secrets["name"][0],
            },
            {"if": words(), "then": words()},
        ],
        "ratings": [
            {"theme": "decide", "value": 3, "deeper_question": words(), "deeper_text": words()}
        ],
        "plan": {"question": words(), "if": words(), "then": words()},
    }
    people = [{"name": secrets["name"][0], "names": [secrets["name"][0]], "role": "report"}]
    talks = [{"who": name, "added": "2026-11-02"} for name in secrets["name"][1:]]
    return document(people=people, entries=[entry], talks=talks), secrets


@given(journals())
@examples(30)
def test_no_secret_survives(
    new_journal: Callable[[], Journal], made: tuple[bytes, dict[str, list[str]]]
) -> None:
    data, secrets = made
    journal = new_journal()
    bring_in(journal, data)
    with journal.read() as connection:
        entries = entries_meant(connection, Selection())
        labels = labels_for(connection, outside_in(entries))

    text = _folded(pages_for_others(entries, Redactor(labels)))

    for name in secrets["name"]:
        assert not re.search(rf"(?<![^\W_]){re.escape(_folded(name))}(?![^\W_])", text), name
    for mail in secrets["mail"]:
        assert mail.partition("@")[0] not in text
        assert "example.com" not in text
    for _ in secrets["link"]:
        assert "example.net" not in text
    for phone in secrets["phone"]:
        digits = re.sub(r"\D", "", phone)
        assert digits not in re.sub(r"[ \-./+]", "", text)


def test_the_letters_of_two_documents_have_nothing_to_do_with_each_other(
    new_journal: Callable[[], Journal],
) -> None:
    journal = new_journal()
    names = [f"person{letter}" for letter in "abcdefgh"]
    bring_in(journal, document(entries=[{"day": "2026-11-20", "people": names, "text": "x"}]))
    orders = set()
    for _ in range(5):
        with journal.read() as connection:
            labels = labels_for(connection, ())
        orders.add(tuple(labels.of(name) for name in names))
    assert len(orders) > 1
