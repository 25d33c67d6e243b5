"""A day's page in Markdown, written.

There is one format: what `--form` prints, what `export markdown` writes and what
`collab.exchange.markdown` reads. Any text comes back from it unchanged.
"""

from collab.rendering.markdown.forms import Sheet, form
from collab.rendering.markdown.pages import document, page

__all__ = ["Sheet", "document", "form", "page"]
