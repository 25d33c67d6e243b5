"""A small honest writer of HTML and SVG.

Only `element` makes markup. Every other text, whoever wrote it, passes one gate on its way
in: what a browser would obey or hide becomes visible or is taken out, and what it would
take for a tag, an attribute's end or an entity is escaped. What is written here is
well-formed XML, too, apart from the few elements of HTML that have no end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from collab.rendering.plain import visible

_WITHOUT_END = frozenset({"br", "hr", "meta"})
_ON_A_LINE = frozenset({"br", "span", "strong", "time", "text", "b", "small"})
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")  # XML 1.0, section 2.2, forbids them


class Markup(str):
    """Text that is markup already and stands as it is."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str | float | None) -> Markup:
    """An element with its children, of which every one that is no `Markup` is text.

    An attribute's name is given with `_` for `-` and may end in `_`, as in `class_`; one
    that is None is left out. Numbers are written with two decimals at most.
    """
    start = f"<{name}{''.join(map(_attribute, attributes, attributes.values()))}>"
    end = "" if name in _ON_A_LINE else "\n"
    if name in _WITHOUT_END:
        return Markup(start + end)
    return Markup(f"{start}{joined(children)}</{name}>{end}")


def joined(children: Iterable[str]) -> Markup:
    """Markup and texts one after the other."""
    return Markup("".join(map(_marked_up, children)))


def _attribute(name: str, value: str | float | None) -> str:
    if value is None:
        return ""
    written = value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
    return f' {name.rstrip("_").replace("_", "-")}="{_escaped(written)}"'


def _marked_up(child: str) -> str:
    return child if isinstance(child, Markup) else _escaped(child)


def _escaped(text: str) -> str:
    return escape(_NO_CHARACTERS.sub("\ufffd", visible(text)))
