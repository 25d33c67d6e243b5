"""What a shell is told when somebody presses Tab, for everything that a command can name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from collab.commands.app import run
from collab.commands.session import Session
from collab.storage.changes import unit
from collab.storage.database import Journal
from collab.storage.pages import remove_entry
from tests.commands.conftest import NOW
from tests.exchange.documents import bring_in, document

PEOPLE = [
    {"name": "ana", "role": "peer", "added": "2026-11-01"},
    {"name": "Anna Maria", "names": ["Anna Maria", "am"], "role": "report", "added": "2026-11-01"},
    {"name": "Jörg", "role": "boss", "added": "2026-11-01"},
    {"name": "O'Hara", "added": "2026-11-01"},
    {"name": "Straße", "added": "2026-11-01"},
]
TALKS = [
    {"id": "planned-AAAA", "who": "Rui", "about": "the handovers", "added": "2026-11-01"},
    {"id": "held-BBBB", "who": "am", "added": "2026-11-01", "held": "2026-11-02"},
    {"id": "one-CCCC", "who": "Cy", "about": "pay", "added": "2026-11-01"},
    {"id": "two-DDDD", "who": "cy", "about": "the cut", "added": "2026-11-02"},
    {"id": "over-EEEE", "who": "Eli", "added": "2026-11-01", "let_go": "2026-11-02"},
]
PROMISES = [
    {"id": "mine-P111", "side": "mine", "who": "ana", "what": "comments", "due": "2026-11-22"},
    {"id": "theirs-P222", "side": "theirs", "who": "Jörg", "what": "a call", "due": "2026-11-22"},
    {"id": "nobody-P333", "side": "mine", "what": "the list", "due": "2026-11-23"},
    {"id": "kept-P444", "side": "mine", "who": "bo", "what": "it", "due": "2026-11-03"}
    | {"done": "2026-11-03"},
]
ENTRIES = [
    {"id": "page-X111", "day": "2026-11-19", "text": "#Budget and #rota with @ana"},
    {"id": "page-X222", "day": "2026-11-20", "text": "@zoe-1 came"},
]

Tab = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with somebody and something of every kind."""
    path = tmp_path_factory.mktemp("completing") / "journal.db"
    parts = {"people": PEOPLE, "talks": TALKS, "promises": PROMISES, "entries": ENTRIES}
    bring_in(Journal(str(path)), document(**parts))
    return path


@pytest.fixture
def journal(home: Path, made_once: Path) -> Journal:
    """That journal in the home of the test."""
    home.mkdir()
    return Journal(str(shutil.copy(made_once, home / "journal.db")))


@pytest.fixture
def answer(
    home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """What the shell that asks so through the environment is told; nothing beside it."""

    def ask(**asked: str) -> str:
        for name, value in asked.items():
            monkeypatch.setenv(name, value)
        run([], Session(lambda: NOW, {"COLLAB_HOME": str(home)}))
        told = capfd.readouterr()
        assert told.err == ""
        return told.out

    return ask


@pytest.fixture
def tab(answer: Callable[..., str]) -> Tab:
    """The words that fish is told for a line, without what is said about each."""

    def ask(line: str) -> list[str]:
        told = answer(
            _COLLAB_COMPLETE="complete_fish",
            _TYPER_COMPLETE_FISH_ACTION="get-args",
            _TYPER_COMPLETE_ARGS=f"collab {line}",
        )
        return [row.partition("\t")[0] for row in told.splitlines() if row]

    return ask


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        pytest.param("people show a", ["ana", "anna Maria"], id="a person"),
        pytest.param("people show AN", ["ANa", "ANna Maria"], id="as it was typed"),
        pytest.param("people show @a", ["@ana", "@anna Maria"], id="with the sign"),
        pytest.param("people show j\u0308", [], id="nobody"),
        pytest.param("people show jo\u0308", ["jo\u0308rg"], id="composed or not"),
        pytest.param("people show STRASS", ["STRASSe"], id="letters that fold to two"),
        pytest.param("people show am", ["am"], id="another name"),
        pytest.param("people edit o", ["o'Hara"], id="edit"),
        pytest.param("people rename jö", ["jörg"], id="rename"),
        pytest.param("people merge ana j", ["jörg"], id="merge into"),
        pytest.param("people forget j", ["jörg"], id="forget"),
        pytest.param("people forget ana --confirm a", ["ana", "anna Maria"], id="once more"),
        pytest.param("people add ", ["zoe-1"], id="add those only named"),
        pytest.param("people edit am --remove-alias ", ["am"], id="the other names of somebody"),
        pytest.param("people edit ana --remove-alias ", [], id="nobody else's"),
        pytest.param("people add cy --alias @", ["@zoe-1"], id="an alias that is only named"),
        pytest.param("journal list --person z", ["zoe-1"], id="list of a person"),
        pytest.param("journal list --person=@z", ["--person=@zoe-1"], id="with the option"),
        pytest.param("export markdown --person z", ["zoe-1"], id="export of a person"),
        pytest.param("journal list --tag ", ["Budget", "rota"], id="tags"),
        pytest.param("journal list --tag bu", ["budget"], id="a tag"),
        pytest.param('journal list --tag "#r', ["#rota"], id="a tag with its sign"),
        pytest.param("export markdown --tag=R", ["--tag=Rota"], id="export of a tag"),
        pytest.param("journal list --theme tr", ["trust"], id="a theme"),
        pytest.param("note --from-person @z", ["@zoe-1"], id="whose words"),
        pytest.param('note "told @z', ["told @zoe-1"], id="a name in a note"),
        pytest.param('note "told @an', ["told @ana"], id="not one with a space"),
        pytest.param('note "for #b', ["for #budget"], id="a tag in a note"),
        pytest.param("note a", [], id="plain words are nobody"),
        pytest.param("journal note @z", ["@zoe-1"], id="the same command elsewhere"),
        pytest.param("promise add x --to jö", ["jörg"], id="promise to"),
        pytest.param("promise add x --from=@jö", ["--from=@jörg"], id="promise from"),
        pytest.param("promise add call @a", ["@ana"], id="a name in a promise"),
        pytest.param("promise keep ", ["ana", "Jörg", "P333"], id="whose promise"),
        pytest.param("promise keep @", ["@ana", "@Jörg"], id="no end behind a sign"),
        pytest.param("promise move p2", ["p222"], id="the end of a promise"),
        pytest.param("promise drop p4", [], id="one that was kept"),
        pytest.param("talk add ann", ["anna Maria"], id="talk with whom"),
        pytest.param("talk add anna m", ["maria"], id="the rest of a name"),
        pytest.param("talk add cy --about @z", ["@zoe-1"], id="a name in what it is about"),
        pytest.param("talk prepare ", ["CCCC", "Rui", "DDDD"], id="planned talks"),
        pytest.param("talk held c", ["cCCC"], id="the end where a name is not enough"),
        pytest.param("talk debrief ", ["am"], id="held talks"),
        pytest.param("talk follow-up @A", ["@Am"], id="held talks with the sign"),
        pytest.param("talk close anna", ["anna Maria"], id="by another name of hers"),
        pytest.param("talk let-go r", ["rui"], id="an open talk"),
        pytest.param("talk let-go e", [], id="not one that is over"),
        pytest.param("talk show e", ["eli", "eEEE"], id="also one that is over"),
        pytest.param("journal show ", ["2026-11-20", "2026-11-19"], id="days with a page"),
        pytest.param("journal edit x1", ["x111"], id="the end of a page"),
        pytest.param("journal restore ", [], id="nothing was removed"),
    ],
)
@pytest.mark.usefixtures("journal")
def test_what_a_command_can_name_completes(tab: Tab, line: str, offered: list[str]) -> None:
    assert tab(line) == offered


def test_a_removed_page_completes_where_it_can_be_restored(tab: Tab, journal: Journal) -> None:
    with unit(journal, "delete", NOW) as deed:
        remove_entry(deed, "page-X222")

    assert tab("journal show x2") == []
    assert tab("journal restore x2") == ["x222"]


@pytest.mark.usefixtures("journal")
def test_another_journal_is_looked_into_where_it_is_named(tab: Tab, home: Path) -> None:
    other = Journal(str(home / "other.db"))
    bring_in(other, document(people=[{"name": "amy"}]))

    assert tab(f"people show --journal {other.path} am") == ["amy"]
    assert tab(f"--journal {other.path} people show am") == ["amy"]


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        pytest.param(["collab", "people", "show", "ann"], r"anna\ Maria", id="a space"),
        pytest.param(["collab", "people", "show", r"Anna\ M"], r"Anna\ Maria", id="a typed one"),
        pytest.param(["collab", "people", "show", '"Anna '], "Anna Maria", id="in a quote"),
        pytest.param(["collab", "people", "show", "o"], r"o\'Hara", id="a quote"),
        pytest.param(["collab", "people", "show", "'O"], r"O'\''Hara", id="a quote in a quote"),
        pytest.param(["collab", "people", "show", '"O'], "O'Hara", id="another quote"),
        pytest.param(["collab", "people", "show", "@", "j"], "@jörg", id="a sign is a piece"),
        pytest.param(["collab", "people", "show", "@", '"J'], "Jörg", id="a sign and a quote"),
        pytest.param(["collab", "journal", "list", "--person", "=", "z"], "zoe-1", id="a value"),
        pytest.param(
            ["collab", "journal", "list", "--person", "=@", "z"], "@zoe-1", id="and its sign"
        ),
        pytest.param(["collab", "journal", "list", "--tag", "=", ""], "Budget\nrota", id="empty"),
        pytest.param(["collab", "journal", "list", "--tag", "#b"], r"\#budget", id="no comment"),
        pytest.param(
            ["collab", "promise", "add", "x", "--to", "@", "ana", "--from", "=", "j"],
            "jörg",
            id="a sign before",
        ),
        pytest.param(["collab", "people", "show", 'an"na M'], "", id="a quote within a word"),
    ],
)
@pytest.mark.usefixtures("journal")
def test_bash_is_told_what_takes_the_place_of_its_last_piece(
    answer: Callable[..., str], pieces: list[str], told: str
) -> None:
    said = answer(
        _COLLAB_COMPLETE="complete_bash",
        COMP_WORDS="\n".join(pieces),
        COMP_CWORD=str(len(pieces) - 1),
    )
    assert said.removesuffix("\n") == told


@pytest.mark.usefixtures("journal")
def test_zsh_and_fish_are_told_a_few_words_about_each(answer: Callable[..., str]) -> None:
    asked = {
        "_TYPER_COMPLETE_ARGS": "collab talk held r",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    assert answer(_COLLAB_COMPLETE="complete_fish", **asked) == "rui\tthe handovers\n"
    assert r"found=($'rui\x3athe\x20handovers')" in answer(_COLLAB_COMPLETE="complete_zsh", **asked)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_nothing_a_terminal_would_obey_is_said_about_a_word(
    answer: Callable[..., str], home: Path, shell: str
) -> None:
    about = "x \x1b]52;c;c3Rv\x07 \u202ey"
    talks = [{"id": "T-RUI1", "who": "rui", "about": about, "added": "2024-06-01"}]
    home.mkdir()
    bring_in(Journal(str(home / "journal.db")), document(talks=talks))

    told = answer(
        _COLLAB_COMPLETE=f"complete_{shell}",
        _TYPER_COMPLETE_ARGS="collab talk held r",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )

    assert "\u241b" in told  # the picture of an escape
    assert not any(sign in told for sign in ("\x1b", r"\x1b", "\x07", r"\x07", "\u202e"))


LINES = ["people show a", "talk held r", "promise keep ", "journal show ", "journal list --tag "]


def the_files(home: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(home)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(home.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("line", LINES)
@pytest.mark.usefixtures("journal")
def test_completion_writes_nothing(tab: Tab, home: Path, line: str) -> None:
    before = the_files(home)
    assert tab(line)
    assert the_files(home) == before


@pytest.mark.parametrize("line", [*LINES, "peple show a", "people show --no a", "", 'note "', "--"])
def test_completion_makes_no_journal_and_says_nothing(tab: Tab, home: Path, line: str) -> None:
    tab(line)
    assert not home.exists()


@pytest.mark.parametrize("content", [b"", b"no journal at all", b"SQLite format 3\0" + b"x" * 4096])
def test_what_is_no_journal_offers_nothing_and_stays(tab: Tab, home: Path, content: bytes) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(content)
    (home / "settings.toml").write_text("= not settings")

    for line in LINES:
        assert tab(line) == []
    assert (home / "journal.db").read_bytes() == content


def test_a_write_that_a_crash_cut_off_is_left_for_a_command(
    tab: Tab, journal: Journal, home: Path
) -> None:
    """SQLite rolls such a write back when somebody reads; completion leaves that alone."""
    with journal.write() as db:
        db.execute("PRAGMA cache_spill=1")
        db.execute("PRAGMA cache_size=1")
        db.execute("UPDATE people SET name = 'zed', names = '[\"zed\"]'")
        for number in range(200):
            db.execute("UPDATE entries SET text = ?", [f"{number} " * 5000])
        crashed = home.parent / "crashed"
        shutil.copytree(home, crashed)
        db.execute("ROLLBACK")
        db.execute("BEGIN")
    assert os.path.exists(crashed / "journal.db-journal")
    before = the_files(crashed)

    assert tab(f"people show --journal {crashed / 'journal.db'} a") == []
    assert the_files(crashed) == before
