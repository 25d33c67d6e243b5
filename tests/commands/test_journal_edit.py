"""A page of any day in the user's editor: `collab journal edit`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.commands.editors import Writer

NOTE = {
    "day": "2024-06-03",
    "id": "note0001",
    "text": "Ana was there.",
    "written_at": "2024-06-03T18:00:00+00:00",
    "tags": ["budget"],
    "starred": True,
}
TALK = {
    "day": "2024-06-03",
    "kind": "evening",
    "id": "page0002",
    "answers": [
        {"id": "a1", "question": "Who?", "text": "Ana."},
        {"id": "a2", "question": "Who?", "text": "Ana.", "deeper_text": "Or Bo."},
    ],
    "ratings": [
        {"id": "r1", "theme": "decide", "value": 2, "rated_at": "2024-06-03T18:00:00+00:00"}
    ],
}


@pytest.fixture
def writer(tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> Writer:
    writer = Writer(tmp_path, home, capsys)
    writer.imports(NOTE, TALK)
    return writer


def edits(writer: Writer, page: str, change: str, first: str = "true") -> int:
    """Do `change` to the text `t` of the page in the editor, after a shell command."""
    script = writer.runtime.parent / "change.py"
    script.write_text(f"import sys\np = sys.argv[1]\nt = open(p).read()\n{change}\n")
    with script.open("a") as file:
        file.write("open(p, 'w').write(t)\n")
    writer.has_editor(f"{first} && exec '{sys.executable}' '{script}' \"$1\"")
    return writer.runs("journal", "edit", page)


def entry(writer: Writer, name: str) -> dict[str, Any]:
    return next(one for one in writer.journal()["entries"] if one["id"] == name)


def test_changed_words_are_kept_in_place_and_can_be_undone(writer: Writer) -> None:
    assert edits(writer, "0001", "t = t.replace('Ana', 'Bo')") == 0
    assert writer.said == "Saved: a note.\n"
    assert entry(writer, "note0001").items() >= {**NOTE, "text": "Bo was there."}.items()
    assert writer.runs("undo") == 0
    assert entry(writer, "note0001")["text"] == "Ana was there."


def test_answers_are_told_apart_by_their_ids(writer: Writer) -> None:
    change = "head, mark, tail = t.partition('id=a2'); t = head + mark + tail.replace('Ana', 'Bo')"
    assert edits(writer, "0002", change) == 0
    assert [one["text"] for one in entry(writer, "page0002")["answers"]] == ["Ana.", "Bo."]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("t = t.replace('Ana.', '', 1)", id="its words are gone"),
        pytest.param(
            "a, b = t.index('### Who'), t.index('### Who', t.index('id=a1')); t = t[:a] + t[b:]",
            id="its question too",
        ),
    ],
)
def test_an_answer_that_is_gone_from_the_page_stays_unless_asked(
    writer: Writer, change: str
) -> None:
    before = writer.journal()
    assert edits(writer, "0002", f"assert 'Ana.' in t; {change}") == 0
    assert writer.said.startswith('Kept, though the page leaves it empty: the answer to "Who?"')
    assert writer.journal() == before


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param("t = t.replace('id=a1', 'id=a9')", "not as collab wrote it", id="an id"),
        pytest.param("t = t.replace(' id=a1', '')", "not as collab wrote it", id="no id"),
        pytest.param("t = t.replace('06-03', '06-04')", "not as collab wrote it", id="the day"),
        pytest.param("t += t[t.index('### Who'):]", "not as collab wrote it", id="twice"),
        pytest.param("t = t.replace('Choice: 2', 'Choice: 5')", "2024-06-03", id="an old rating"),
        pytest.param("t = t.replace('Choice: 2', 'Choice:')", "2024-06-03", id="emptied rating"),
        pytest.param("t = t[:t.index('## Evening')]", "heading of the page", id="no page"),
    ],
)
def test_a_page_out_of_order_is_refused_whole_and_kept(
    writer: Writer, change: str, fault: str
) -> None:
    before = writer.journal()
    assert edits(writer, "0002", f"t = t.replace('Or Bo.', 'Or Cy.')\n{change}") == 2
    assert fault in writer.told
    assert "Or Cy" not in writer.told
    assert len(writer.rescued()) == 1
    assert writer.journal() == before


def test_a_deeper_answer_never_moves_to_another_question(writer: Writer) -> None:
    # The second question is taken out, and its deeper one left standing.
    change = "a = t.index('### Who', t.index('id=a1')); t = t[:a] + t[t.index('#### '):]"
    assert edits(writer, "0002", change) == 2
    assert "not as collab wrote it" in writer.told


@pytest.mark.parametrize(
    ("meanwhile", "word"),
    [
        pytest.param("t = t.replace('Ana', 'Cy')", "Cy", id="changed"),
        pytest.param("", None, id="removed"),
    ],
)
def test_what_another_process_did_meanwhile_is_not_overwritten(
    writer: Writer, meanwhile: str, word: str | None
) -> None:
    page = writer.runtime.parent / "page.md"
    do = ["journal", "delete", "0001"]
    if word:
        edits(writer, "0001", f"open({str(page)!r}, 'w').write(t.replace('Ana', {word!r}))")
        do = ["journal", "today", "--from", str(page)]
    other = writer.runtime.parent / "other.py"
    other.write_text(
        "import sys\nfrom datetime import datetime, UTC\n"
        "from collab.commands.app import run\nfrom collab.commands.session import Session\n"
        f"now = datetime(2024, 6, 11, 19, tzinfo=UTC)\nsys.exit(run({do!r}, Session(lambda: now)))"
    )
    first = f"'{sys.executable}' '{other}' >/dev/null"
    assert edits(writer, "0001", "t = t.replace('Ana', 'Bo')", first) == 2
    assert "elsewhere" in writer.told
    assert "Bo was there." in writer.rescued()[0]
    texts = [one.get("text") for one in writer.journal()["entries"] if one["kind"] == "note"]
    assert texts == ([f"{word} was there."] if word else [])
