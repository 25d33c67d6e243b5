"""The one filter that every text a user, an import or a pack brought passes on its way to
a terminal.

A terminal obeys some characters instead of showing them: they change the clipboard or the
window's title, wipe the screen, or show words in another order than they stand in. Here
they become readable or harmless. Stored text is never changed by it.
"""

from __future__ import annotations

import re

_TAB_WIDTH = 4

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"  # all but the tab and the new line
_OVERRIDES = "\u202d\u202e"
_SEPARATORS = "\u2028\u2029"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069"
_WITHOUT_WIDTH = "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\U0001bca0-\U0001bca3"
_NEVER_SEEN = "\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f"
_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"

# Left as text: compiling them costs every start, and few texts need it.
_OBEYED = f"[{_CONTROLS}{_OVERRIDES}{_SEPARATORS}{_DIRECTIONS}{_WITHOUT_WIDTH}{_NEVER_SEEN}]"
_HALF_OF_A_PAIR = "[\ud800-\udfff]"
_BUILDING_RUN = f"[{_SELECTORS}{_JOINERS}]+"
_EMOJI = "[\u2190-\u2bff\U0001f000-\U0001faff]"
_LETTER_OF_A_JOINING_SCRIPT = "[\u0600-\u109f\u1780-\u18af]"  # Arabic to Burmese, Khmer, Mongolian
_SELECTOR = f"[{_SELECTORS}]"


def _stand_ins(controls: dict[str, str]) -> dict[str, str]:
    """What is shown in place of a character; what is not named here is taken out.

    A control above U+007F is shown as the two characters it is short for: ESC and one
    more (ECMA-48, section 5.3).
    """
    short_forms = {chr(code): controls["\x1b"] + chr(code - 0x40) for code in range(0x80, 0xA0)}
    overrides = {sign: f"<U+{ord(sign):04X}>" for sign in _OVERRIDES}
    return controls | short_forms | overrides | dict.fromkeys(_SEPARATORS, " ")


_ASCII_CONTROLS = (*range(0x20), 0x7F)
_PICTURES = _stand_ins({chr(code): chr(0x2400 + min(code, 0x21)) for code in _ASCII_CONTROLS})
_CARETS = _stand_ins({chr(code): "^" + chr(code ^ 0x40) for code in _ASCII_CONTROLS})


def visible(text: str, unicode: bool = True) -> str:
    """`text` without anything that a terminal would obey or hide.

    - A control is shown by its picture (`␛`), or as `^[` where `unicode` is False.
    - A new line stays. A tab becomes spaces up to the next multiple of four; the line and
      paragraph separators become one space.
    - An override of the direction is shown as `<U+202E>`. Other marks of direction, and
      characters that have no width or are never seen, are taken out.
    - What builds one sign out of several stays where it does so: `👩‍👧`, `❤️`, `می‌خواهم`.
    - Half of a surrogate pair becomes `�`, or `?`.

    The result is at most eight times as long as `text`, and the filter leaves it as it is.
    """
    if text.replace("\n", "").isprintable() and (text.isascii() or not re.search(_SELECTOR, text)):
        return text
    stand_ins = _PICTURES if unicode else _CARETS
    text = re.sub(_OBEYED, lambda found: stand_ins.get(found[0], ""), text)
    text = re.sub(_HALF_OF_A_PAIR, "\ufffd" if unicode else "?", text)
    return re.sub(_BUILDING_RUN, _needed_part, text).expandtabs(_TAB_WIDTH)


def _needed_part(run: re.Match[str]) -> str:
    """Of a run of selectors and joiners, one selector and one joiner at most.

    Longer runs build nothing; they are a place to hide text in.
    """
    signs, start, end = run[0], run.start(), run.end()
    before, after = run.string[max(start - 1, 0) : start], run.string[end : end + 1]
    selector = "" if signs[0] in _JOINERS else signs[0]
    joiner = next((sign for sign in signs if sign in _JOINERS), "")
    joins = any(
        re.match(kind, before) and re.match(kind, after)
        for kind in (_EMOJI, _LETTER_OF_A_JOINING_SCRIPT)
    )
    return selector + joiner if joins else selector
