"""What leads to somebody wherever it stands: addresses and numbers. All look at folded text."""

from __future__ import annotations

import re

_END = r"[^\s<>\".,;:!?)\]}'*_]"
_REST = rf"[^\s<>\"]*{_END}"
# Not within a word with hyphens: each of its parts would be looked at once more.
_WHOLE = r"(?<![^\W_])(?<!@)(?<![^\W_]-)"
LINK = re.compile(
    rf"(?<![\w+.\-])[\w+.\-]*://{_REST}"
    rf"|(?<![^\W_])(?:www\.|mailto:|tel:){_REST}"
    rf"|{_WHOLE}(?:[^\W_][\w\-]*\.){{1,8}}[a-z]{{2,}}(?:/{_REST}|:\d+)"
    rf"|{_WHOLE}(?:[^\W_][\w\-]*\.){{1,8}}(?:com|org|net|io|dev|app|eu|de|at|ch|fr|uk|edu|gov)(?![\w-])"
)
MAIL = re.compile(r"(?<![\w.+%'\-])[\w.+%'\-]+@[\w\-]+(?:\.[\w\-]+)+")
PHONE = re.compile(r"(?<![^\W_])\+?\(?\d(?:[ \u2010-\u2015().\-/]{0,3}\d){6,}(?![^\W_])")
MENTION = re.compile(r"@[^\W\d_](?:[\w.\-]*\w)?")
