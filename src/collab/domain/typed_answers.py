"""What was typed to a question, as the answer that it becomes."""

from __future__ import annotations

from collab.domain.entries import Answer
from collab.domain.frozen import replace
from collab.domain.texts import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from collab.domain.questions import Question


def answer_typed(question: Question, texts: Sequence[str]) -> Answer:
    """The answer that `texts` are, one for each field of the question; as yet without an id.

    Words that somebody said are an outside view under the prompt that asked for them.
    Words without a name are kept under no prompt, since nobody was asked for them; a name
    without words is once more whom to ask. In a review words without a name are whom to
    ask, too.
    """
    answer = Answer(
        id="",
        prompt=question.prompt,
        theme=question.theme,
        question=one_line(question.text),
        talk=question.talk,
        step=question.step,
    )
    if question.fields == ("if", "then"):
        return replace(answer, if_=one_line(texts[0]), then=one_line(texts[1]))
    if question.kind not in ("asked", "told"):
        return replace(answer, text=texts[0].strip())
    who, words = one_line(texts[0].lstrip(" @")), texts[1].strip()
    if not words:
        return replace(answer, text=who)
    if question.kind == "told":
        return replace(answer, text=words, outside=who)
    return replace(answer, prompt=question.prompt if who else None, text=words, outside=who)
