"""Where collab keeps things, and what the user chose.

`SETTINGS` is the one table of every setting with its meaning and default; the
documentation is made from it. This module lies on the way of `collab status`, so it
imports nothing heavy: a TOML parser only for a file that is not of the plainest form,
platformdirs only off Linux, and the classes of errors only where one is raised (making
them all costs two fifths of a bare Python start).
"""

from __future__ import annotations

import os
import sys
from datetime import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from collab.errors import CollabError

    _Root = tuple[str, str]
    """A folder of ours, and the folder above it that has to be there."""

WEEK_STARTS = {"monday": 0, "saturday": 5, "sunday": 6}
LANGUAGES = ("off", "en", "other")


class Places:
    """The files and folders of one home. Nothing is created by naming them."""

    __slots__ = (
        "_roots",
        "journal",
        "journal_chosen",
        "prompts",
        "recovery",
        "redact",
        "settings",
        "support",
    )

    def __init__(self, data: _Root, config: _Root, journal: str | None) -> None:
        self._roots = (data, config)
        self.journal = journal if journal is not None else os.path.join(data[0], "journal.db")
        self.journal_chosen = journal is not None
        self.recovery = os.path.join(data[0], "recovery")
        self.settings = os.path.join(config[0], "settings.toml")
        self.prompts = os.path.join(config[0], "prompts")
        self.support = os.path.join(config[0], "support.txt")
        self.redact = os.path.join(config[0], "redact.txt")

    def make(self, folder: str) -> None:
        """Create one of the folders above, private to the user.

        A home named by `COLLAB_HOME` is created only where its parent exists, and
        nothing is created in a home folder that does not exist.

        Raises `NoHome` when it cannot be created.
        """
        try:
            for root, base in self._roots:
                if (folder + os.sep).startswith(os.path.join(root, "")):
                    _make_private(folder, base)
        except OSError as fault:
            from collab.errors import NoHome, reason

            raise NoHome(f"{folder} cannot be created ({reason(fault)})") from fault


def _make_private(folder: str, base: str) -> None:
    """Create `folder` and what lacks above it, up to `base`, which has to be there."""
    if os.path.isdir(folder) or folder == base:
        return
    _make_private(os.path.dirname(folder), base)
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        # Another collab may have been faster.
        if not os.path.isdir(folder):
            raise


def places(environ: Mapping[str, str], journal: str | None = None) -> Places:
    """Where things lie, by the environment and the journal named by the user.

    `COLLAB_HOME`, if set, holds everything; otherwise the platform's data and
    configuration folders do.

    Raises `NoHome` when neither is known.
    """
    home = environ.get("COLLAB_HOME")
    if home is None:
        return Places(*_platform_folders(environ), journal)
    if not home.strip():
        raise _no_home("COLLAB_HOME is set but empty")
    try:
        home = os.path.abspath(home)
    except FileNotFoundError:
        raise _no_home("COLLAB_HOME begins in this folder, which is gone") from None
    return Places((home, os.path.dirname(home)), (home, os.path.dirname(home)), journal)


def _platform_folders(environ: Mapping[str, str]) -> tuple[_Root, _Root]:
    if not sys.platform.startswith("linux"):
        import platformdirs

        home = os.path.expanduser("~")
        data = platformdirs.user_data_dir("collab", False)
        return (data, home), (platformdirs.user_config_dir("collab", False), home)
    # The XDG rule by hand: importing platformdirs costs 1.9 times a bare Python start,
    # more than all of `collab status`. A test holds this equal to platformdirs.
    return (
        _xdg_folder(environ, "XDG_DATA_HOME", ".local", "share"),
        _xdg_folder(environ, "XDG_CONFIG_HOME", ".config"),
    )


def _xdg_folder(environ: Mapping[str, str], name: str, *usual: str) -> _Root:
    chosen = environ.get(name, "")
    if os.path.isabs(chosen):
        return os.path.join(chosen, "collab"), ""
    home = os.path.normpath(environ.get("HOME", ""))
    if not os.path.isabs(home):
        raise _no_home("HOME is not set to a folder")
    return os.path.join(home, *usual, "collab"), home


def _no_home(why: str) -> CollabError:
    from collab.errors import NoHome

    return NoHome(why)


class Setting:
    """One row of the table: name, default, meaning, what it takes, and how it is read.

    `read` turns the value from the file into the one the program uses and raises
    `ValueError` when it does not fit.
    """

    __slots__ = ("default", "meaning", "name", "read", "takes")

    def __init__(
        self,
        name: str,
        default: object,
        meaning: str,
        takes: str,
        read: Callable[[object], object],
    ) -> None:
        self.name = name
        self.default = default
        self.meaning = meaning
        self.takes = takes
        self.read = read


def _time(value: object) -> time:
    if isinstance(value, time):
        chosen = value
    else:
        hours, colon, minutes = _text(value).partition(":")
        if not colon or len(minutes) != 2 or not (hours + minutes).isdecimal():
            raise ValueError
        chosen = time(int(hours), int(minutes))
    if chosen >= time(12):
        raise ValueError
    return chosen


def _text(value: object) -> str:
    if not isinstance(value, str) or "\n" in value:
        raise ValueError
    value.encode()  # raises ValueError for bytes of the command line that are no text
    return value.strip()


def _words_or_none(value: object) -> str:
    text = _text(value)
    return "" if text.lower() == "none" else text


def _switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("on", "true", "yes"):
        return True
    if value in ("off", "false", "no"):
        return False
    raise ValueError


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.replace(",", " ").split()
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError
    return tuple(dict.fromkeys(value))


def _prompt_ids(value: object) -> tuple[str, ...]:
    chosen = _words(value)
    return () if chosen in (("none",), ("None",)) else chosen


def _focus(value: object) -> tuple[str, ...]:
    chosen = tuple(word.lower() for word in _words(value))
    if chosen == ("none",):
        return ()
    if chosen:
        from collab.domain.theme_ids import THEME_IDS

        if len(chosen) > 2 or any(word not in THEME_IDS for word in chosen):
            raise ValueError
    return chosen


def _one_of(*known: str) -> Callable[[object], object]:
    def read(value: object) -> str:
        chosen = _text(value).lower()
        if chosen not in known:
            raise ValueError
        return chosen

    return read


def _week_day(value: object) -> int:
    chosen = _text(value).lower()
    if chosen not in WEEK_STARTS:
        raise ValueError
    return WEEK_STARTS[chosen]


SETTINGS = (
    Setting(
        "day_ends_at",
        "04:00",
        "When your day ends: before this hour it is still yesterday evening.",
        "a time from 00:00 to 11:59",
        _time,
    ),
    Setting(
        "week_starts_on",
        "monday",
        "The day your week starts on.",
        "monday, saturday or sunday",
        _week_day,
    ),
    Setting(
        "focus",
        [],
        "The themes you look at each evening besides shared decisions.",
        "none, one or two theme ids, such as: candour trust",
        _focus,
    ),
    Setting(
        "cue",
        "",
        "After which moment of the day you write; named at the end of an evening.",
        "a few words of your own, or none",
        _words_or_none,
    ),
    Setting(
        "language",
        "off",
        "Whether the report counts we-words and I-words; word lists exist for English only.",
        "off, en or other",
        _one_of(*LANGUAGES),
    ),
    Setting(
        "optional_prompts",
        [],
        "Optional prompts that take part, by id, such as I-38.",
        "prompt ids, or none",
        _prompt_ids,
    ),
    Setting(
        "light_line",
        True,
        "Whether the fifth light evening within seven days names collab support, once.",
        "on or off",
        _switch,
    ),
    Setting(
        "editor",
        "",
        "Your editor; empty takes VISUAL or EDITOR from the environment.",
        "a command, or none",
        _words_or_none,
    ),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Settings:
    """The values in force, each as the program uses it."""

    __slots__ = (
        "chosen",
        "cue",
        "day_ends_at",
        "editor",
        "focus",
        "language",
        "light_line",
        "optional_prompts",
        "week_starts_on",
    )

    def __init__(self, chosen: Mapping[str, object], source: str = "settings.toml") -> None:
        values = _read(chosen, source)
        self.chosen = frozenset(chosen)
        for setting in SETTINGS:
            value = values.get(setting.name, setting.read(setting.default))
            setattr(self, setting.name, value)

    if TYPE_CHECKING:
        chosen: frozenset[str]
        cue: str
        day_ends_at: time
        editor: str
        focus: tuple[str, ...]
        language: str
        light_line: bool
        optional_prompts: tuple[str, ...]
        week_starts_on: int


def _read(chosen: Mapping[str, object], source: str) -> dict[str, object]:
    values = {}
    for name, value in chosen.items():
        try:
            values[name] = _BY_NAME[name].read(value)
        except (KeyError, ValueError) as fault:
            from collab.errors import BrokenSettings

            wrong = f"there is no setting '{name}'."
            if name in _BY_NAME:
                wrong = f"{name} takes {_BY_NAME[name].takes}."
            raise BrokenSettings(source, wrong) from fault
    return values


def known(name: str) -> Setting:
    """The row of the table called `name`. Raises `UnknownSetting`."""
    if name not in _BY_NAME:
        from collab.errors import UnknownSetting

        raise UnknownSetting(name)
    return _BY_NAME[name]


def shown(value: object) -> str:
    """A setting's value as the user would type it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, (tuple, list)):
        return " ".join(value)
    if isinstance(value, int):
        return next(name for name, number in WEEK_STARTS.items() if number == value)
    return str(value)


def read_settings(path: str) -> Settings:
    """The settings in the TOML file at `path`; the defaults where there is none.

    Raises `BrokenSettings` with the place of what cannot be read.
    """
    try:
        with open(path, "rb") as file:
            text = file.read().decode()
        return Settings(_values_in(text), path)
    except (FileNotFoundError, NotADirectoryError):
        return Settings({})
    except (ValueError, OSError, RecursionError) as fault:
        raise _broken(path, f"{_reason(fault)}.") from fault


def _values_in(text: str) -> Mapping[str, object]:
    """The values in a TOML file. Raises `ValueError` with the place of a fault."""
    values: dict[str, object] = {}
    for line in text.split("\n"):
        name, _, value = (part.strip(" \t") for part in line.partition("="))
        plain = _plain_value(value)
        if name in _BY_NAME and name not in values and plain is not None:
            values[name] = plain
        elif line.strip(" \t") and not (line.startswith("#") and line.isprintable()):
            # Importing tomllib costs as much as three bare Python starts, so it is left
            # for files that hold more than names with the plainest of values.
            import tomllib

            return tomllib.loads(text)
    return values


def _plain_value(text: str) -> object:
    """A switch, a text, or a list of texts, as simple as TOML has them; None otherwise."""
    if text in ("true", "false"):
        return text == "true"
    inner = text[1:-1]
    if not text.isprintable() or "\\" in text or len(text) < 2:
        return None
    if text[0] == text[-1] == '"' and '"' not in inner:
        return inner
    if (text[0], text[-1]) == ("[", "]") and not set("[]#',") & set(inner.replace('", "', "")):
        words = inner.strip(" ")
        if not words:
            return []
        if words[0] == words[-1] == '"' and words.count('"') == 2 * words.count('", "') + 2:
            return words[1:-1].split('", "')
    return None


def _broken(path: str, fault: str) -> CollabError:
    from collab.errors import BrokenSettings

    return BrokenSettings(path, fault)


def _reason(fault: Exception) -> str:
    if isinstance(fault, OSError):
        from collab.errors import reason

        return reason(fault)
    if isinstance(fault, UnicodeDecodeError):
        return f"byte {fault.start + 1} is not UTF-8 text"
    return str(fault)
