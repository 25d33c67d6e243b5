"""The system tools some tests drive."""

from __future__ import annotations

import os
import shutil

import pytest


def needs(tool: str) -> str:
    """The path of the program `tool`.

    Where it is not installed the test that asks is skipped with the reason. Where
    `COLLAB_CI` is set it fails: there every tool has been installed, and a silent skip
    would leave a promise unchecked.
    """
    if path := shutil.which(tool):
        return path
    reason = f"needs {tool}, which is not installed"
    if os.environ.get("COLLAB_CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
