"""A day's page in Markdown, read: the form, the export and what became of them in an editor.

Whatever `collab.rendering.markdown` wrote comes back as it was: entries, answers, ratings
and plans with every field. A page that was filled in or edited is read as long as each
word on it has a place; otherwise it is refused with the line, and nothing of it is used.
"""

from collab.exchange.markdown.reading import (
    LookedBack,
    PageDay,
    Section,
    Unanswered,
    read,
    read_day,
)

__all__ = ["LookedBack", "PageDay", "Section", "Unanswered", "read", "read_day"]
