"""Writes the settings file, with the user's own comments and order."""

from __future__ import annotations

import os

import tomlkit

from collab.errors import BadSettingValue, UnwritableSettings, reason
from collab.settings import Places, known, read_settings, shown
from collab.storage.private_files import write_private


def write_setting(place: Places, name: str, typed: str) -> None:
    """Set one value in the settings file; an empty `typed` gives the default back.

    The user's own comments and order stay. Raises `UnknownSetting`, `BadSettingValue`,
    `BrokenSettings` (the present file cannot be read) or `NoHome`.
    """
    setting = known(name)
    read_settings(place.settings)
    try:
        value = setting.read(typed) if typed.strip() else None
    except ValueError as fault:
        raise BadSettingValue(name, typed, setting.takes) from fault
    try:
        with open(place.settings, encoding="utf-8", newline="") as file:
            document = tomlkit.load(file)
    except FileNotFoundError:
        document = tomlkit.document()
    if value is None:
        document.pop(name, None)
    else:
        document[name] = _as_toml(value)
    place.make(os.path.dirname(place.settings))
    try:
        write_private(place.settings, tomlkit.dumps(document))
    except OSError as fault:
        raise UnwritableSettings(place.settings, reason(fault)) from fault


def _as_toml(value: object) -> object:
    if isinstance(value, (bool, list)):
        return value
    return list(value) if isinstance(value, tuple) else shown(value)
