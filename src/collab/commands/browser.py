"""A page shown in the user's browser, from a private file.

The file has to outlive collab, since the browser reads it when it likes. It lies in memory
where the system has such a place, else in its folder for temporary files, so that it is
gone when the computer restarts; the next page takes its place.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from collab.commands.editor_folder import is_private, places_in_memory
from collab.commands.session import Session
from collab.errors import NoBrowser, UnwritableFile, reason
from collab.rendering.plain import visible

_NAME = "report.html"


def kept_for_browser(session: Session, text: str) -> str:
    """Write the page where only the user can read it; its path. Raises `UnwritableFile`."""
    from collab.storage.private_files import put_in_place

    fault: OSError | None = None
    for folder in _folders(session):
        path = os.path.join(folder, _NAME)
        try:
            with suppress(FileExistsError):
                os.mkdir(folder, 0o700)
            if is_private(folder):
                put_in_place(path, [text])
                return path
        except OSError as refused:
            fault = refused
    raise UnwritableFile(path, reason(fault) if fault else "its folder is not yours alone")


def open_in_browser(session: Session, path: str) -> None:
    """Show the file in the browser that the system or `BROWSER` names.

    Raises `NoBrowser` if there is none.
    """
    import webbrowser

    full = Path(path).absolute()
    if not webbrowser.open(full.as_uri()):
        raise NoBrowser(visible(str(full)))
    session.say(visible(f"Opened: {full}"))


def _folders(session: Session) -> Iterator[str]:
    """Where the page may lie, the best place first. Others may make folders there, too."""
    name = f"collab-report-{os.getuid()}"
    for place in (*places_in_memory(session), tempfile.gettempdir()):
        yield os.path.join(place, name)
