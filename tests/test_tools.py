"""A promise that could not be checked for want of a tool is never passed over in silence."""

from __future__ import annotations

import pytest

from tests.tools import needs


def test_a_tool_that_is_there_is_named_by_its_path() -> None:
    assert needs("sh").endswith("/sh")


def test_a_test_without_its_tool_is_skipped_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COLLAB_CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs no-such-tool"):
        needs("no-such-tool")


def test_where_every_tool_was_installed_a_missing_one_fails_the_test(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLLAB_CI", "1")
    with pytest.raises(pytest.fail.Exception, match="needs no-such-tool"):
        needs("no-such-tool")
