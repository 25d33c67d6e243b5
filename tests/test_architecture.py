"""Who may import whom, and what no file may be called or grow to.

    commands -> exchange -> rendering -> domain -> errors
        |          |                       ^
        +----------+----> storage ---------+

Settings stand at the door: all but domain and rendering may ask them.
An import counts wherever it stands: at the head of a file, inside a function, for the
type checker only, or as `import_module("...")` with the name written out.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"
MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(SOURCE.rglob("*.py"))
}

MAY_IMPORT = {
    "errors": set(),
    "domain": {"errors"},
    "storage": {"domain", "settings", "errors"},
    "rendering": {"domain", "errors"},
    "exchange": {"rendering", "storage", "domain", "settings", "errors"},
    "settings": {"domain", "errors"},
    "commands": {"exchange", "rendering", "storage", "domain", "settings", "errors"},
    "__main__": {"commands", "errors"},
    "": set(),
}
"""For each room what else of collab it may import.

Each may import from itself, and from collab itself (""), which holds its version.
"""

LIBRARIES = {
    "typer": ["commands"],
    "click": ["commands"],
    "rich": ["rendering", "commands.session"],
    "prompt_toolkit": ["commands.interview"],
    "sqlite3": ["storage"],
    "sqlite_utils": ["storage"],
    "tomllib": ["storage", "settings"],
    "tomlkit": ["storage", "settings"],
    "platformdirs": ["settings"],
    "pydantic": ["domain", "exchange", "settings"],
    "pydantic_core": ["domain", "exchange", "settings"],
    "dateutil": ["domain"],
    "markdown_it": ["rendering", "exchange"],
    "ruamel": ["rendering", "exchange"],
}
"""For each library the only places that may import it."""

NO_CONCEPTS = {"utils", "util", "helpers", "helper", "manager", "core", "base", "common", "misc"}
LONGEST_FILE = 450


def faults_in(module: str, source: str) -> list[str]:
    """What of `module` (a name such as "collab.domain.entries") breaks a rule."""
    faults = [
        f"is called '{part}', which is no concept" for part in NO_CONCEPTS & set(module.split("."))
    ]
    if source.count("\n") > LONGEST_FILE:
        faults.append(f"is longer than {LONGEST_FILE} lines")
    room = _room(module)
    if room not in MAY_IMPORT:
        return [*faults, f"stands in no room: {room}"]
    for name in _imported(ast.parse(source)):
        faults.extend(_fault_of_import(module, room, name))
    return faults


def _fault_of_import(module: str, room: str, name: str) -> Iterator[str]:
    top = name.partition(".")[0]
    if name.startswith("."):
        yield f"imports {name}, a place that is not written out"
    elif top == "collab":
        other = _room(name)
        if other in MAY_IMPORT and other not in {room, ""} | MAY_IMPORT[room]:
            yield f"imports {name}, which '{room}' may not"
    elif top in LIBRARIES:
        if not any(_lies_in(module, f"collab.{place}") for place in LIBRARIES[top]):
            yield f"imports {top}, which belongs in {' and '.join(LIBRARIES[top])}"
    elif top not in sys.stdlib_module_names:
        yield f"imports {top}, which has no place in this table"


def _imported(tree: ast.AST) -> Iterator[str]:
    """The full name of every module, or of what is taken from one, that `tree` imports."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=origin, names=names, level=level):
                place = "." * level + (origin or "")
                yield from (f"{place}.{alias.name}" for alias in names)
            case ast.Call(
                func=ast.Name(id="import_module" | "__import__")
                | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def _room(name: str) -> str:
    """The room or door that a name belongs to; "" for collab itself."""
    return name.split(".")[1] if "." in name else ""


def _lies_in(module: str, place: str) -> bool:
    return module == place or module.startswith(f"{place}.")


@pytest.mark.parametrize("module", MODULES)
def test_every_file_keeps_to_its_room(module: str) -> None:
    assert faults_in(module, MODULES[module].read_text("utf-8")) == []


def test_no_two_errors_have_one_name() -> None:
    """`collab.errors` gives each file of its own on whole: a second one would hide the first."""
    names = [
        node.name
        for module, path in MODULES.items()
        if _lies_in(module, "collab.errors")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    ]
    assert len(names) > 50
    assert sorted(set(names)) == sorted(names)


def test_all_rooms_of_the_house_are_there() -> None:
    rooms = {_room(module) for module in MODULES}
    assert rooms == set(MAY_IMPORT)


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        pytest.param("domain.x", "import collab.storage.entries", "may not", id="domain, storage"),
        pytest.param("domain.x", "from collab import storage", "may not", id="a room as a name"),
        pytest.param("domain.x", "from collab import rendering as r", "may not", id="renamed"),
        pytest.param("domain.x", "from ..storage import x", "not written out", id="relative"),
        pytest.param("domain.x", "from . import entries", "not written out", id="a neighbour"),
        pytest.param("domain.x", "def f():\n    import rich", "belongs in", id="in a function"),
        pytest.param("errors", "import collab.domain.entries", "may not", id="errors, domain"),
        pytest.param("storage.x", "import collab.rendering.plain", "may not", id="storage, faces"),
        pytest.param("domain.x", "import collab.settings", "may not", id="domain, settings"),
        pytest.param("rendering.x", "import collab.settings", "may not", id="faces, settings"),
        pytest.param("rendering.x", "import collab.storage", "may not", id="faces, storage"),
        pytest.param("rendering.x", "import collab.exchange", "may not", id="faces, exchange"),
        pytest.param(
            "exchange.x", "import collab.commands.app", "may not", id="exchange, commands"
        ),
        pytest.param("settings", "import collab.storage", "may not", id="settings, storage"),
        pytest.param("__main__", "import collab.storage", "may not", id="the entry, storage"),
        pytest.param("", "import collab.errors", "may not", id="collab itself, errors"),
        pytest.param(
            "domain.x",
            "if TYPE_CHECKING:\n    from collab.storage.entries import Row",
            "may not",
            id="for the type checker",
        ),
        pytest.param(
            "domain.x", "importlib.import_module('collab.storage')", "may not", id="by its name"
        ),
        pytest.param("exchange.x", "import typer", "typer, which belongs in", id="typer"),
        pytest.param("rendering.x", "from click import echo", "click, which", id="click"),
        pytest.param("commands.x", "from rich.text import Text", "rich, which", id="rich"),
        pytest.param("commands.session_x", "import rich", "rich, which", id="only the session"),
        pytest.param("commands.x", "import sqlite3", "sqlite3, which", id="sqlite3"),
        pytest.param("exchange.x", "import sqlite_utils.db", "sqlite_utils, which", id="its tools"),
        pytest.param("commands.x", "import prompt_toolkit", "belongs in", id="prompt_toolkit"),
        pytest.param("domain.x", "import tomllib", "belongs in", id="TOML"),
        pytest.param("domain.x", "import platformdirs", "belongs in", id="platformdirs"),
        pytest.param("rendering.x", "import pydantic", "belongs in", id="pydantic"),
        pytest.param("commands.x", "import dateutil.parser", "belongs in", id="dateutil"),
        pytest.param("domain.x", "import markdown_it", "belongs in", id="markdown"),
        pytest.param("storage.x", "from ruamel.yaml import YAML", "belongs in", id="YAML"),
        pytest.param("domain.x", "import requests", "no place", id="a library nobody named"),
        pytest.param("storage.utils", "", "no concept", id="a file without a concept"),
        pytest.param("storage.helpers.x", "", "no concept", id="a folder without a concept"),
        pytest.param("attic.x", "", "stands in no room", id="a room nobody drew"),
        pytest.param("domain.x", "\n" * 451, "longer than 450", id="a long file"),
    ],
)
def test_a_breach_is_found(module: str, source: str, fault: str) -> None:
    found = faults_in(f"collab.{module}".removesuffix("."), source)
    assert len(found) == 1
    assert fault in found[0]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("collab.domain.x", "import re, datetime\nfrom collab.errors import CollabError"),
        ("collab.domain.reports.x", "from collab.domain.entries import Entry"),
        ("collab.commands.x", "import typer\nfrom collab import __version__"),
        ("collab.commands.session", "from rich.console import Console"),
        ("collab.commands.interview.screen", "import prompt_toolkit"),
        ("collab.exchange.x", "from collab.storage import entries\nimport collab.rendering.plain"),
        ("collab.storage.database", "import sqlite3\nfrom sqlite_utils import Database"),
    ],
)
def test_what_the_drawing_allows_is_no_breach(module: str, source: str) -> None:
    assert faults_in(module, source) == []
