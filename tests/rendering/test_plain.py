"""Nothing that was typed or imported can make a terminal do something."""

from __future__ import annotations

import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from collab.rendering.plain import visible
from tests.hostile_texts import HOSTILE_TEXTS
from tests.terminal_oracle import TerminalOracle

each_hostile_text = pytest.mark.parametrize(
    "text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys()
)
each_output = pytest.mark.parametrize("unicode", [True, False], ids=["unicode", "ascii"])

# Signs of scripts that are shown although Unicode counts them as format characters.
SHOWN_FORMATS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
SHOWN_FORMATS |= set(range(0x13430, 0x13440))
ACTING = [
    character
    for character in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    and ord(character) not in SHOWN_FORMATS
    and character != "\n"
]
odd_text = st.text(
    st.characters()
    | st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])
    | st.sampled_from("\t\n\r\u200c\u200d\ufe0f\ufe0e\U000e0101👩👧🏳🌈❤يखā1 ")
)


@pytest.mark.parametrize(
    ("text", "unicode_form", "ascii_form"),
    [
        pytest.param("\x1b[2J", "␛[2J", "^[[2J", id="escape sequence"),
        pytest.param("\x9b2J", "␛[2J", "^[[2J", id="its 8-bit form"),
        pytest.param("\x1b]0;x\x07y", "␛]0;x␇y", "^[]0;x^Gy", id="ended by BEL"),
        pytest.param("a\rb", "a␍b", "a^Mb", id="carriage return"),
        pytest.param("a\bb", "a␈b", "a^Hb", id="backspace"),
        pytest.param("a\x00b\x7f", "a␀b␡", "a^@b^?", id="NUL and delete"),
        pytest.param("a\tb", "a   b", "a   b", id="tab"),
        pytest.param("abcd\tb\n\tc", "abcd    b\n    c", "abcd    b\n    c", id="tab stops"),
        pytest.param("a\nb\n", "a\nb\n", "a\nb\n", id="new lines"),
        pytest.param("a\x85b", "a␛Eb", "a^[Eb", id="next line"),
        pytest.param("a\u2028b\u2029c", "a b c", "a b c", id="separators"),
        pytest.param("a\u202eb", "a<U+202E>b", "a<U+202E>b", id="override"),
        pytest.param("a\u2067b\u2069c\u200f", "abc", "abc", id="isolates and marks"),
        pytest.param("a\u200bb\ufeff\u2060c\xad", "abc", "abc", id="zero width"),
        pytest.param("a\U000e0041\U000e0042b", "ab", "ab", id="tags"),
        pytest.param("a\ufff9b\ufffac\ufffb", "abc", "abc", id="interlinear"),
        pytest.param("a\ud800b\udce9", "a\ufffdb\ufffd", "a?b?", id="half pairs"),
        pytest.param("a\u200db\u200cc", "abc", "abc", id="joiners that join nothing"),
        pytest.param("👩\u200d", "👩", "👩", id="a joiner with nothing after it"),
        pytest.param("👩\u200d\u200b👧", "👩\u200d👧", "👩\u200d👧", id="a joiner, interrupted"),
        pytest.param("a\ufe0f\ufe0e\U000e0101b", "a\ufe0fb", "a\ufe0fb", id="selectors in a row"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_or_taken_out(
    text: str, unicode_form: str, ascii_form: str
) -> None:
    assert visible(text) == unicode_form
    assert visible(text, unicode=False) == ascii_form


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Told @Bo the date had slipped; 3 – “no more”.", id="ordinary words"),
        pytest.param("👩‍👧 👨‍👩‍👧‍👦 👩🏽‍🚀 👩‍⚕️", id="people"),
        pytest.param("🏳️‍🌈 ❤️‍🔥 ⛓️‍💥 🙂‍↔️ 🐦‍⬛ 👁️‍🗨️", id="emoji with selectors and joiners"),
        pytest.param("❤️ ☎︎ 1️⃣ 🇺🇦", id="emoji with selectors"),
        pytest.param("می‌خواهم क्‍ष ශ්‍රී", id="scripts that need joiners"),
        pytest.param("Ὤ̣ e\u0301 שלום 你好", id="marks, Hebrew, Chinese"),
        pytest.param("[/today] [x] :smile: C:\\", id="markup, which is not its business"),
        pytest.param("line one\n\n  line two", id="lines"),
        pytest.param("", id="nothing"),
    ],
)
@each_output
def test_what_is_only_text_stays_as_it_is(text: str, unicode: bool) -> None:
    assert visible(text, unicode) == text


@each_output
def test_no_control_or_format_character_of_unicode_gets_through(unicode: bool) -> None:
    passed = [c for c in ACTING if c in visible(f"a{c}b", unicode)]
    assert passed == []


def test_the_corpus_is_large_and_most_of_it_is_held_back() -> None:
    changed = [name for name, text in HOSTILE_TEXTS.items() if visible(text) != text]
    assert len(HOSTILE_TEXTS) >= 100
    assert len(changed) >= 85


@each_hostile_text
@each_output
def test_a_hostile_text_can_be_printed(text: str, unicode: bool) -> None:
    shown = visible(text, unicode)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown if c != "\n")
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert visible(shown, unicode) == shown


@given(odd_text, st.booleans())
@example("\ufe0f\u200b\ufe0f", True)
@example("👩\u200d\u200d👧", True)
def test_whatever_the_text_the_result_is_harmless_settled_and_not_much_longer(
    text: str, unicode: bool
) -> None:
    shown = visible(text, unicode)
    joiners = {"\u200c", "\u200d"}
    assert not {c for c in shown if c in ACTING} - joiners
    assert visible(shown, unicode) == shown
    assert len(shown) <= 8 * len(text)
    assert shown.count("\n") == text.count("\n")


@pytest.fixture
def terminal() -> Iterator[TerminalOracle]:
    # The path of a socket may have about a hundred bytes; that of tmp_path can be longer.
    with tempfile.TemporaryDirectory(prefix="collab-") as folder:
        terminal = TerminalOracle(Path(folder))
        yield terminal
        terminal.close()


def test_a_real_terminal_shows_the_filtered_texts_and_obeys_none(terminal: TerminalOracle) -> None:
    terminal.show(["nothing hostile"])
    before = terminal.state()

    typed = terminal.show([visible(text) for text in HOSTILE_TEXTS.values()])

    assert terminal.state() == before
    assert typed == ""
    markers = [line for line in terminal.lines() if line.startswith("marker ")]
    assert markers == [f"marker {number}" for number in range(len(HOSTILE_TEXTS))]


@pytest.mark.parametrize(
    "name",
    [
        "title, ended by ST",
        "clipboard, ended by BEL",
        "alarm",
        "the other screen",
        "a region that scrolls alone",
        "mouse reports",
        "where the cursor is, asked for",
    ],
)
def test_the_same_terminal_obeys_what_was_not_filtered(terminal: TerminalOracle, name: str) -> None:
    terminal.show(["nothing hostile"])
    before = terminal.state()

    typed = terminal.show([HOSTILE_TEXTS[name]])

    assert (terminal.state(), typed) != (before, "")
