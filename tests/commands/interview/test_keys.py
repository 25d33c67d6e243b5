"""What the characters of a terminal mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.keys import Keys

from collab.commands.interview.keys import Decoder, Pasted, Special, Stroke, Typed, joined, words

PARTS = st.sampled_from(
    [
        "abc",
        "\r",
        "\n",
        "é你",
        "\x03",
        "\x1b[A",
        "\x1bOP",
        "\x1b[1;5D",
        "\x1bb",
        "\x1b\r",
        "\x1b[24;80R",
        "\x1b[97;5u",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        "\x1bP1$r0m\x1b\\",
        "\x1b[200~one\rtwo\x1b[A\x1b[201~",
    ]
)


def strokes_of(*parts: str) -> list[Stroke]:
    decoder = Decoder()
    return joined([stroke for part in parts for stroke in decoder.feed(part)])


@given(st.lists(PARTS, max_size=8).map("".join), st.data())
def test_it_does_not_matter_where_a_read_buffer_ends(sent: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(sent)))
    assert strokes_of(sent[:cut], sent[cut:]) == strokes_of(sent)


def test_typed_and_pasted_characters_and_keys_are_told_apart() -> None:
    sent = "ab\rc\x1b[A\x1b[200~two\rlines\x1b[201~\x1b\r\x02"
    assert strokes_of(sent) == [
        Typed("ab\rc"),
        Special((Keys.Up,)),
        Pasted("two\rlines"),
        Special((Keys.Escape, Keys.ControlM)),
        Special((Keys.ControlB,)),
    ]


def test_reports_and_unknown_keys_are_taken_out_whole() -> None:
    assert strokes_of("a\x1b[24;80Rb\x1b[Ic\x1b[97;5ud") == [Typed("abcd")]


def test_what_a_terminal_says_of_itself_is_taken_out_whole() -> None:
    assert strokes_of("a\x1b]11;rgb:1e/1e/1e\x07b\x1b]10;x\x1b\\c\x1bP1$r0m\x1b\\d") == [
        Typed("abcd")
    ]


def test_a_line_end_ends_a_sequence_that_never_came() -> None:
    assert strokes_of("\x1b]abc\r")[1:] == [Typed("abc\r")]


def test_a_lone_escape_is_a_key_once_nothing_follows() -> None:
    decoder = Decoder()
    assert decoder.feed("\x1b") == []
    assert not decoder.amid_something
    assert decoder.flush() == [Special((Keys.Escape,))]
    assert decoder.feed("a") == [Typed("a")]


def test_of_the_control_characters_only_tabs_and_line_ends_enter_an_answer() -> None:
    assert words("a\r\nb\rc\td\0e\x1bf\x9bg\x7fh\ud800") == "a\nb\nc\tdefgh\ufffd"
