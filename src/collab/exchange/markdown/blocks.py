"""A page in Markdown cut into blocks: a heading, its comment and the lines below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from collab.errors import UnreadablePage
from collab.rendering.markdown import comments
from collab.rendering.markdown.comments import Comment, CommentKind
from collab.rendering.markdown.labels import one_line
from collab.rendering.markdown.structure import begins_comment, blocks, unquoted

if TYPE_CHECKING:
    from markdown_it.token import Token

_HEADING = re.compile(r" {0,3}#{1,6}(.*)")
_DATE = re.compile(r"date:[ \t]*[\"']?(\d{4}-\d\d-\d\d)(?!\d)")
_FORBIDDEN = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file; `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One heading with its comment, and what stands below them.

    `line` is the heading's, counted from 1, and `words` what it says.
    """

    source: str
    line: int
    words: str
    comment: Comment
    body: tuple[Line, ...]

    @property
    def kind(self) -> CommentKind:
        return self.comment.kind

    def lines(self) -> tuple[Line, ...]:
        """The lines below the comment, without the marks of a block quote that is ours."""
        if not self.comment.values.get("quoted"):
            return self.body
        return tuple(Line(line.number, unquoted(line.text)) for line in self.body)

    def text(self) -> str | None:
        """The body as the text it was; None if it is empty."""
        return "\n".join(line.text for line in self.lines()).strip() or None

    def fault(self, sentence: str, line: int | None = None) -> UnreadablePage:
        """What is wrong in this block, or in `line`."""
        return UnreadablePage(self.source, line or self.line, sentence)

    def refuse_words(self, sentence: str) -> None:
        """Raise `UnreadablePage` with `sentence` if anything stands below the comment."""
        for line in self.body:
            if line.text.strip():
                raise self.fault(sentence, line.number)


class _Mark(NamedTuple):
    """A heading of collab: its line and that of its comment, both counted from 0."""

    heading: int
    below: int
    comment: Comment


@dataclass(frozen=True, slots=True)
class Cut:
    """A page in pieces; `front_day` is the date in its front matter."""

    front_day: date | None
    blocks: tuple[Block, ...]


def cut(text: str, source: str) -> Cut:
    """The blocks of a page. `source` names it in errors.

    A byte order mark goes, and CR LF and CR are read as LF. Raises `UnreadablePage` for
    NUL or a lone surrogate, for a comment of collab that cannot be read or is not read as
    structure, and for words that stand above the first heading of collab.
    """
    lines = _lines(text, source)
    below = _front_matter_end(lines)
    # Blank lines in place of the front matter keep the numbers of all other lines.
    tokens = blocks("\n" * below + "".join(f"{line}\n" for line in lines[below:]))
    marks = _marks(tokens, lines, source)
    _refuse_other_comments(lines, below, {mark.below for mark in marks}, tokens, source)
    starts = [mark.heading for mark in marks] + [len(lines)]
    for number in range(below, starts[0]):
        if lines[number].strip():
            raise UnreadablePage(source, number + 1, "these words belong to no heading of collab.")
    found = (_block(mark, lines, end, source) for mark, end in zip(marks, starts[1:], strict=True))
    return Cut(_front_day(lines[:below], source), tuple(found))


def _block(mark: _Mark, lines: Sequence[str], end: int, source: str) -> Block:
    return Block(
        source=source,
        line=mark.heading + 1,
        words=_words(lines[mark.heading]),
        comment=mark.comment,
        body=tuple(Line(number + 1, lines[number]) for number in range(mark.below + 1, end)),
    )


def _lines(text: str, source: str) -> list[str]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if found := _FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise UnreadablePage(source, line, "there is a character here that is no text.")
    return text.removesuffix("\n").split("\n")


def _front_matter_end(lines: Sequence[str]) -> int:
    """How many lines the front matter takes; 0 where there is none."""
    if lines[0].rstrip() != "---":
        return 0
    ends = (n for n, line in enumerate(lines[1:], 2) if line.rstrip() in ("---", "..."))
    return next(ends, 0)


def _front_day(front_matter: Sequence[str], source: str) -> date | None:
    for number, line in enumerate(front_matter, 1):
        if match := _DATE.match(line):
            try:
                return date.fromisoformat(match[1])
            except ValueError:
                raise UnreadablePage(source, number, "there is no such day.") from None
    return None


def _marks(tokens: Sequence[Token], lines: Sequence[str], source: str) -> list[_Mark]:
    top = [token for token in tokens if token.level == 0]
    marks = []
    for opening, _, comment in zip(top, top[1:], top[2:], strict=False):
        if (
            (opening.type, comment.type) != ("heading_open", "html_block")
            or opening.markup[0] != "#"
            or not begins_comment(comment.content)
        ):
            continue
        assert opening.map
        assert comment.map
        heading, below = opening.map[0], comment.map[0]
        try:
            marks.append(_Mark(heading, below, comments.read(lines[below])))
        except ValueError as error:
            raise UnreadablePage(source, below + 1, str(error)) from None
    return marks


def _refuse_other_comments(
    lines: Sequence[str], below: int, structure: set[int], tokens: Sequence[Token], source: str
) -> None:
    for number in range(below, len(lines)):
        if number in structure or not begins_comment(lines[number]):
            continue
        opened = _opening_line(tokens, number)
        if opened == number:
            raise UnreadablePage(
                source, number + 1, "this comment of collab has no heading directly above it."
            )
        raise UnreadablePage(
            source,
            opened + 1,
            f"what begins here swallows the comment of collab in line {number + 1}.",
            "Nothing was saved. End it before that line, then read the page again.",
        )


def _opening_line(tokens: Sequence[Token], number: int) -> int:
    """The first line of the innermost block that holds the line `number`."""
    around = [token.map[0] for token in tokens if token.map and number in range(*token.map)]
    return around[-1] if around else number


def _words(heading: str) -> str:
    match = _HEADING.fullmatch(heading)
    return one_line(match[1].strip()) if match else ""
