"""How a page keeps its structure whatever a text holds.

Structure is an ATX heading at the top level of the document, followed by a comment of
collab. A text stands as it is where it cannot disturb that, and as a block quote where
it could. The reader of pages uses the same parser, so the two cannot disagree.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from collab.rendering.markdown.comments import PREFIX
from collab.rendering.markdown.labels import one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HARMLESS = {
    "paragraph_open",
    "paragraph_close",
    "inline",
    "bullet_list_open",
    "bullet_list_close",
    "ordered_list_open",
    "ordered_list_close",
    "list_item_open",
    "list_item_close",
    "fence",
}
# What means something inside a line, to CommonMark or to Obsidian.
_MARKS = re.compile(r"[\\`*_\[\]<>&#~$%=^|]")
_QUOTE_MARK = re.compile(r"\A> ?")
_WITNESSES = "### ?\n<!-- collab answer -->\n"
# A line that begins with a letter or one of these marks and holds no "<" can only belong
# to a paragraph. Most answers have no other lines, and need no parser.
_RISKY = re.compile(r"<|^(?![^\W\d_]|[@\"'(“„\n]|\Z)", re.MULTILINE)


def blocks(source: str) -> list[Token]:
    """The blocks of a Markdown document as markdown-it's tokens, with their lines."""
    return _parsed(source, {})


def begins_comment(line: str) -> bool:
    """Whether the line begins with a comment of collab, white space aside."""
    return line.lstrip(" \t").startswith(PREFIX)


def body(text: str) -> tuple[str, bool]:
    """How `text` stands on a page, and whether that is a block quote."""
    return (text, False) if stands_as_it_is(text) else (quoted(text), True)


def stands_as_it_is(text: str) -> bool:
    """Whether headings and comments below `text` stay what they are, and none is in it.

    It has to be made of paragraphs, lists and closed fences without HTML, and a heading
    with a comment after it has to come back at the top level.
    """
    return not _RISKY.search(text) or leaves_structure_whole(text)


def leaves_structure_whole(text: str) -> bool:
    """What `stands_as_it_is` promises, asked of the parser and without its short cut."""
    if any(map(begins_comment, text.split("\n"))):
        return False
    environment: dict[str, Any] = {}
    try:
        tokens = _parsed(f"{text}\n\n{_WITNESSES}", environment)
        *before, opening, _, closing, comment = tokens
        first = text.count("\n") + 2
        return (
            (opening.type, opening.level, opening.map) == ("heading_open", 0, [first, first + 1])
            and (comment.type, comment.level) == ("html_block", 0)
            and closing.type == "heading_close"
            and not environment.get("references")
            and all(_is_harmless(token, environment) for token in before)
        )
    except Exception:  # whatever the parser trips over is a reason to quote, not to stop
        return False


def quoted(text: str) -> str:
    """The text as a block quote."""
    return "\n".join(f"> {line}" for line in text.split("\n"))


def inline(text: str) -> str:
    """The text as plain words inside a line that begins with words of ours."""
    return _MARKS.sub(r"\\\g<0>", one_line(text))


def unquoted(line: str) -> str:
    """The line of a block quote without its mark; one that somebody added stays as it is."""
    return _QUOTE_MARK.sub("", line)


@functools.cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")


def _parsed(source: str, environment: dict[str, Any]) -> list[Token]:
    tokens: list[Token] = []
    parser = _parser()
    parser.block.parse(source, parser, environment, tokens)
    return tokens


def _is_harmless(token: Token, environment: dict[str, Any]) -> bool:
    if token.type == "fence":
        opened, ended = token.map or (0, 0)
        return ended - opened == token.content.count("\n") + 2
    if token.type == "inline" and "<" in token.content:
        return not _holds_html(token.content, environment)
    return token.type in _HARMLESS


def _holds_html(words: str, environment: dict[str, Any]) -> bool:
    parser = _parser()
    children: list[Token] = []
    parser.inline.parse(words, parser, environment, children)
    return any(child.type == "html_inline" for child in children)
