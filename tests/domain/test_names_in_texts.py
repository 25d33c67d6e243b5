"""Finding a person's names in texts, and putting another word in their place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.domain.names_in_texts import Names
from collab.domain.people import folded, mentions_in


def marked(names: Names, text: str) -> str:
    """The text with `<…>` around each mention and `[…]` around each plain word."""
    spans = [(*span, "<>") for span in names.mentions(text)]
    spans += [(*span, "[]") for span in names.plain_words(text)]
    for start, end, (left, right) in sorted(spans, reverse=True):
        text = f"{text[:start]}{left}{text[start:end]}{right}{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@ana said", "<@ana> said"),
        ("(@ANA), @Ana's.", "(<@ANA>), <@Ana>'s."),
        ("@ana.", "<@ana>."),
        ("@ana_k @ana-k @ana.k @anak", "@[ana]_k @[ana]-k @[ana].k @anak"),
        ("@@ana #@ana", "<@@ana> <#@ana>"),
        ("me@ana.org", "me@[ana].org"),
        ("Ana, ANA; ana's #ana", "[Ana], [ANA]; [ana]'s #[ana]"),
        ("_ana_ **Ana** _@ana_", "_[ana]_ **[Ana]** _@[ana]_"),
        ("banana Anastasia manana", "banana Anastasia manana"),
        ("B. came; b.c", "[B.] came; b.c"),
        ("", ""),
    ],
)
def test_a_mention_is_certain_and_a_plain_word_is_not(text: str, found: str) -> None:
    assert marked(Names(["ana", "B."]), text) == found


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_count_however_they_are_composed(form: str) -> None:
    text = unicodedata.normalize(form, "naïve @ZOË and Zoë, x́y")
    names = Names([unicodedata.normalize("NFD", "zoë")])

    assert marked(names, text) == unicodedata.normalize(form, "naïve <@ZOË> and [Zoë], x́y")


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Strauß", "STRAUSS and @strauss", "[STRAUSS] and <@strauss>"),
        ("王", "王さんと話した", "[王]さんと話した"),
        ("각", unicodedata.normalize("NFD", "각"), f"[{unicodedata.normalize('NFD', '각')}]"),
        ("Ana Maria", "ana maria, ana", "[ana maria], ana"),
        ('J"J', 'said J"J once', 'said [J"J] once'),
    ],
)
def test_names_of_other_scripts_and_shapes(name: str, text: str, found: str) -> None:
    assert marked(Names([name]), text) == found


def test_a_real_name_is_looked_for_whole_and_in_parts_but_never_as_a_mention() -> None:
    names = Names(["ana"], ["Ana de Kowalska"])
    assert marked(names, "Ana de Kowalska; Kowalska; de; @kowalska") == (
        "[Ana de Kowalska]; [Kowalska]; de; @[kowalska]"
    )


def test_each_part_of_a_double_name_is_looked_for() -> None:
    names = Names(["al"], ["Anna-Maria Lopez\u2011Roy"])
    assert marked(names, "Maria asked anna-maria, then Roy.") == (
        "[Maria] asked [anna-maria], then [Roy]."
    )


def test_only_what_was_ticked_is_replaced_of_plain_words() -> None:
    text = "Ana and @ana and ana"
    assert Names(["ana"]).replaced(text, "someone") == "Ana and someone and ana"
    assert Names(["ana"], ticked={text: frozenset({0})}).replaced(text, "someone") == (
        "someone and someone and ana"
    )


_LETTERS = st.text("aAnN@#.-_ \n\u0301\u0308éÉ", max_size=30)


@given(_LETTERS, st.sampled_from(["ana", "né", "a", "AN", "né-n"]))
def test_no_mention_is_left_and_no_other_goes(text: str, name: str) -> None:
    names = Names([name])
    before = [one for one in map(folded, mentions_in([text])) if one != folded(name)]

    after = names.replaced(text, "someone")

    assert [folded(one) for one in mentions_in([after])] == before


@given(_LETTERS, st.sampled_from(["ana", "né", "a.", "AN"]))
def test_when_all_is_ticked_no_word_is_left(text: str, name: str) -> None:
    spans = Names([name]).plain_words(text)
    names = Names([name], ticked={text: frozenset(span.start for span in spans)})

    after = names.replaced(text, "someone")

    assert Names([name]).mentions(after) == ()
    assert Names([name]).plain_words(after) == ()


@given(_LETTERS, st.sampled_from(["ana", "né", "a", "AN"]))
def test_the_first_mention_is_the_first_of_all(text: str, name: str) -> None:
    first = Names([name]).first_mention(text)
    assert [first] == [*Names([name]).mentions(text), None][:1]


@given(st.text(max_size=20))
def test_any_text_can_be_searched(text: str) -> None:
    names = Names(["ana", "é"])
    if not names.mentions(text) and not names.plain_words(text):
        assert names.replaced(text, "someone") == text
