"""The browser some tests drive: Chromium, where it is installed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.tools import needs

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ALONE = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window and with an empty profile of its own, which calls nobody.

    Skips, or fails where `COLLAB_CI` is set, as `needs` does.
    """
    path = next(filter(None, map(shutil.which, _NAMES)), None) or needs(_NAMES[0])
    # Chromium's own walls cannot be put up by the administrator.
    alone = [*_ALONE, *["--no-sandbox"] * (os.getuid() == 0)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=alone)
        try:
            yield browser
        finally:
            browser.close()
