"""Where collab keeps things, and what the user chose.

`SETTINGS` is the one table of every setting with its meaning and default; the
documentation is made from it. This module lies on the way of `collab status`, so it
imports nothing heavy: `tomllib` only when there is a file, platformdirs only off Linux.
"""

from __future__ import annotations

import os
import sys
from datetime import time

from collab.errors import BadSettingValue, BrokenSettings, NoHome, UnknownSetting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WEEK_STARTS = {"monday": 0, "saturday": 5, "sunday": 6}
LANGUAGES = ("off", "en", "other")


class Places:
    """The files and folders of one home. Nothing is created by naming them."""

    __slots__ = (
        "backups",
        "folders",
        "journal",
        "journal_chosen",
        "prompts",
        "recovery",
        "settings",
        "support",
    )

    def __init__(self, data: str, config: str, journal: str | None, *, one_folder: bool) -> None:
        self.journal = journal if journal is not None else os.path.join(data, "journal.db")
        self.journal_chosen = journal is not None
        self.recovery = os.path.join(data, "recovery")
        self.backups = os.path.join(data, "backups")
        self.settings = os.path.join(config, "settings.toml")
        self.prompts = os.path.join(config, "prompts")
        self.support = os.path.join(config, "support.txt")
        self.folders = (data,) if one_folder else (data, config)

    def make(self, folder: str) -> None:
        """Create one of the folders above, private to the user.

        A home named by `COLLAB_HOME` is created only where its parent exists.

        Raises `NoHome` when it cannot be created.
        """
        try:
            for root in self.folders:
                if not os.path.isdir(root) and (folder + os.sep).startswith(root + os.sep):
                    (os.mkdir if len(self.folders) == 1 else os.makedirs)(root, 0o700)
            os.makedirs(folder, 0o700, exist_ok=True)
        except OSError as fault:
            raise NoHome(f"{folder} cannot be created ({_reason(fault)})") from fault


def places(environ: Mapping[str, str], journal: str | None = None) -> Places:
    """Where things lie, by the environment and the journal named by the user.

    `COLLAB_HOME`, if set, holds everything; otherwise the platform's data and
    configuration folders do.

    Raises `NoHome` when neither is known.
    """
    home = environ.get("COLLAB_HOME")
    if home is not None:
        if not home.strip():
            raise NoHome("COLLAB_HOME is set but empty")
        home = os.path.abspath(home)
        return Places(home, home, journal, one_folder=True)
    data, config = _platform_folders(environ)
    return Places(data, config, journal, one_folder=False)


def _platform_folders(environ: Mapping[str, str]) -> tuple[str, str]:
    if not sys.platform.startswith("linux"):
        import platformdirs

        return platformdirs.user_data_dir("collab", False), platformdirs.user_config_dir(
            "collab", False
        )
    # The XDG rule by hand: importing platformdirs costs 1.9 times a bare Python start,
    # more than all of `collab status`. A test holds this equal to platformdirs.
    own = environ.get("HOME", "")
    data, config = environ.get("XDG_DATA_HOME", ""), environ.get("XDG_CONFIG_HOME", "")
    if not os.path.isabs(own) and not (os.path.isabs(data) and os.path.isabs(config)):
        raise NoHome("HOME is not set to a folder")
    data = data if os.path.isabs(data) else os.path.join(own, ".local", "share")
    config = config if os.path.isabs(config) else os.path.join(own, ".config")
    return os.path.join(data, "collab"), os.path.join(config, "collab")


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
        return value
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
    return value.strip()


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


def _focus(value: object) -> tuple[str, ...]:
    chosen = tuple(word.lower() for word in _words(value))
    if chosen == ("none",):
        return ()
    if chosen:
        from collab.domain.themes import THEME_IDS

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
        "a few words of your own",
        _text,
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
        "prompt ids, or nothing",
        _words,
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
        "a command, or nothing",
        _text,
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
        values = {}
        for name, value in chosen.items():
            if name not in _BY_NAME:
                raise BrokenSettings(source, f"there is no setting '{name}'.")
            try:
                values[name] = _BY_NAME[name].read(value)
            except ValueError as fault:
                raise BrokenSettings(source, f"{name} takes {_BY_NAME[name].takes}.") from fault
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


def read_settings(path: str) -> Settings:
    """The settings in the TOML file at `path`; the defaults where there is none.

    Raises `BrokenSettings` with the place of what cannot be read.
    """
    try:
        with open(path, "rb") as file:
            import tomllib

            return Settings(tomllib.load(file), path)
    except (FileNotFoundError, NotADirectoryError):
        return Settings({})
    except (ValueError, OSError) as fault:
        raise BrokenSettings(path, f"{_reason(fault)}.") from fault


def known(name: str) -> Setting:
    """The row of the table called `name`. Raises `UnknownSetting`."""
    if name not in _BY_NAME:
        raise UnknownSetting(name)
    return _BY_NAME[name]


def write_setting(place: Places, name: str, typed: str) -> None:
    """Set one value in the settings file; an empty `typed` gives the default back.

    The user's own comments and order stay. Raises `UnknownSetting`, `BadSettingValue`,
    `BrokenSettings` (the present file cannot be read) or `NoHome`.
    """
    import tomlkit

    setting = known(name)
    read_settings(place.settings)
    try:
        value = setting.read(typed) if typed.strip() else None
    except ValueError as fault:
        raise BadSettingValue(name, typed, setting.takes) from fault
    try:
        with open(place.settings, encoding="utf-8") as file:
            document = tomlkit.load(file)
    except FileNotFoundError:
        document = tomlkit.document()
    if value is None:
        document.pop(name, None)
    else:
        document[name] = _as_toml(value)
    place.make(os.path.dirname(place.settings))
    write_private(place.settings, tomlkit.dumps(document))


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


def write_private(path: str, text: str) -> None:
    """Write a file whole or not at all, readable by the user alone."""
    beside = f"{path}.{os.getpid()}.new"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _as_toml(value: object) -> object:
    if isinstance(value, (bool, list)):
        return value
    return list(value) if isinstance(value, tuple) else shown(value)


def _reason(fault: Exception) -> str:
    return (fault.strerror or "it cannot be opened") if isinstance(fault, OSError) else str(fault)
