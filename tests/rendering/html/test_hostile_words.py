"""No words of the user's become an element, an attribute, an address or an entity."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collab.rendering.html.page import as_html
from collab.rendering.plain import visible
from tests.hostile_texts import HOSTILE_TEXTS
from tests.rendering.html.pages import Reader, without_spaces
from tests.rendering.test_report_markdown import HOSTILE, with_everywhere

WITH_PLAIN_WORDS = Reader(as_html(with_everywhere("two\nlines\n\nand one"))).tags
PLAIN = set(WITH_PLAIN_WORDS)
OF_ANY_WORDS = [tag for tag in WITH_PLAIN_WORDS if tag[0] not in ("p", "br")]


def check_words_stay_words(text: str) -> None:
    page = as_html(with_everywhere(text))
    reader = Reader(page)
    assert set(reader.tags) <= PLAIN
    assert [tag for tag in reader.tags if tag[0] not in ("p", "br")] == OF_ANY_WORDS
    assert reader.others == []
    harmless = without_spaces(visible(text)).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert without_spaces("".join(reader.words("blockquote"))) == harmless * 6
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", page)


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        *HOSTILE_TEXTS.values(),
        "rising",
        "1-5 on 2024-06-10",
        "higher than your usual (difference +1.0, NAP 0.88)",
        "</title><script>x</script>",
        "\" onload='x' a=\"",
        "&lt;b&gt; &amp;amp; &#60;i&#62; &quot",
        "]]> <![CDATA[ <!-- --> <?php ?>",
        "<svg/onload=x> <style>*{display:none}</style>",
        "\ufffe \uffff \ufdd0",
    ],
)
def test_hostile_words_stay_words(text: str) -> None:
    check_words_stay_words(text)


@given(st.text(st.sampled_from("<>&;\"'/=!-?[]#xa \n\t\x00\x1b\u202e\u2028\ufffeé"), min_size=1))
def test_any_words_stay_words(text: str) -> None:
    check_words_stay_words(text)


@given(st.text(min_size=1))
def test_any_letters_of_the_world_stay_words(text: str) -> None:
    check_words_stay_words(text)


def test_an_override_of_the_direction_is_seen() -> None:
    assert "invoice&lt;U+202E&gt;fdp.exe" in as_html(with_everywhere("invoice\u202efdp.exe"))
