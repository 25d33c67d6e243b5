"""The one line of shell that a reminder runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shlex import join, quote

TITLE = "collab journal today"
"""What is shown is what to type; beside it stands what is due."""

_NOTIFY = (
    "if command -v notify-send >/dev/null 2>&1;"
    f' then notify-send --app-name=collab {quote(TITLE)} "$due"; fi'
)
_NOTIFY_ON_MACOS = f'osascript -e "display notification \\"$due\\" with title \\"{TITLE}\\""'


def shell_line(
    program: Sequence[str], environ: Mapping[str, str], *, on_macos: bool = False
) -> str:
    """Ask `program` for what is due, and show it where there is something that shows it.

    `environ` is set for the program. A journal that cannot be read leaves the reminder as
    it is: it is for writing, and says no more than "2 due".
    """
    set_ = "".join(f"{name}={quote(value)} " for name, value in environ.items())
    notify = _NOTIFY_ON_MACOS if on_macos else _NOTIFY
    return f"due=$({set_}{join(program)} status --short 2>/dev/null); {notify}"
