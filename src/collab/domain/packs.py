"""What a pack must be to be used; a fault in it is named by its place and one sentence.

Importing this module imports pydantic, ten times a bare Python start, so nothing on the
daily path does: a pack is checked here when it has changed, and never in between. What
makes a question a good one is another matter, and only ever a warning: `wording.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from collab.domain.prompts import MOMENTS, Pack, pack_in
from collab.domain.themes import THEME_IDS, Theme, themes_in
from collab.errors import BrokenPack

LONGEST_LABEL = 24

_ID = re.compile(r"(?!.*--)[A-Za-z0-9][A-Za-z0-9._-]*")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_THEMES = ("any", *THEME_IDS)
_ANSWERED_BY_KEY = ("outcome", "rating", "fit")
_OWN_MOMENTS = tuple(moment for moment in MOMENTS if moment not in _ANSWERED_BY_KEY)


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise ValueError
        return value

    return check


def _among(*known: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in known:
            raise ValueError
        return value

    return check


def _one_line(value: str) -> str:
    if any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in value.strip()):
        raise ValueError
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise ValueError
    return value


def _short(value: str) -> str:
    if len(value.strip()) > LONGEST_LABEL:
        raise ValueError
    return value


# Each description completes "It must be …": it is the sentence a person reads when the
# rule beside it is broken, so the two stand together.
_Id = Annotated[
    str,
    AfterValidator(_matching(_ID)),
    Field(
        description="letters, digits, '.', '_' and '-', with a letter or digit first and no '--'"
    ),
]
_Text = Annotated[
    str,
    AfterValidator(_one_line),
    AfterValidator(_filled),
    Field(description="text in quotes, on one line and not empty"),
]
_TextOrNone = Annotated[
    str, AfterValidator(_one_line), Field(description="text in quotes, on one line")
]
_Label = Annotated[
    str,
    AfterValidator(_one_line),
    AfterValidator(_short),
    Field(description=f"text in quotes, on one line, at most {LONGEST_LABEL} characters"),
]
_Language = Annotated[
    str,
    AfterValidator(_matching(_LANGUAGE_TAG)),
    Field(description='a language tag in quotes, such as "en", "de" or "pt-BR"'),
]
_Version = Annotated[int, Field(ge=1, description="a whole number from 1 on, without quotes")]
_Days = Annotated[
    int, Field(ge=0, le=3650, description="a whole number of days, 0 to 3650, without quotes")
]
_Switch = Annotated[bool, Field(description="true or false, without quotes")]
_Sources = Annotated[list[_Text], Field(description='a list of texts, such as ["S01"]')]
_ThemeOrAny = Annotated[
    str, AfterValidator(_among(*_THEMES)), Field(description=f"one of {', '.join(_THEMES)}")
]
_Moment = Annotated[
    str, AfterValidator(_among(*MOMENTS)), Field(description=f"one of {', '.join(MOMENTS)}")
]
_OwnMoment = Annotated[
    str,
    AfterValidator(_among(*_OWN_MOMENTS)),
    Field(description=f"one of {', '.join(_OWN_MOMENTS)}"),
]
_Answer = Annotated[
    str,
    AfterValidator(_among("text", "plan", "rating", "choice")),
    Field(description="one of text, plan, rating, choice"),
]
_OwnAnswer = Annotated[
    str,
    AfterValidator(_among("text", "plan")),
    Field(description="text or plan; rating and choice belong to the bundled prompts"),
]
_Scale = Annotated[
    list[_Text], Field(min_length=5, max_length=5, description="a list of five lines")
]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Head(_Table):
    id: _Id
    title: _Text
    language: _Language = "en"
    version: _Version = 1


class _BundledPrompt(_Table):
    id: _Id
    theme: _ThemeOrAny
    moment: _Moment
    answer: _Answer = "text"
    every: _Days = 0
    core: _Switch = False
    optional: _Switch = False
    label: _Label = ""
    text: _Text
    deeper: _TextOrNone = ""
    source: _Sources = []


class _OwnPrompt(_BundledPrompt):
    moment: _OwnMoment
    answer: _OwnAnswer = "text"


class _Theme(_Table):
    id: _Id
    name: _Text
    field_term: _Text
    definition: _Text
    ind: _Text
    inter: _Text
    lines: _Scale
    no_occasion: _Text
    waited: _Text
    scale_version: _Version
    source: _Sources = []


_HeadTable = Annotated[_Head, Field(description="one table, headed [pack]")]
_EACH_HEADED = "one or more tables, each headed "


class _BundledPack(_Table):
    pack: _HeadTable
    prompt: list[_BundledPrompt] = Field(min_length=1, description=_EACH_HEADED + "[[prompt]]")


class _OwnPack(_Table):
    pack: _HeadTable
    prompt: list[_OwnPrompt] = Field(min_length=1, description=_EACH_HEADED + "[[prompt]]")


class _ThemesFile(_Table):
    theme: list[_Theme] = Field(min_length=1, description=_EACH_HEADED + "[[theme]]")


def checked_pack(document: dict[str, Any], file: str, *, bundled: bool = False) -> Pack:
    """The pack in `document`, a parsed TOML file called `file`.

    The user's own packs may not hold what is answered by a key; `bundled` ones may.
    Raises `BrokenPack` with the place of the first fault.
    """
    prompt = _BundledPrompt if bundled else _OwnPrompt
    _check(document, file, _BundledPack if bundled else _OwnPack, pack=_Head, prompt=prompt)
    pack = pack_in(document, file)
    first_place: dict[str, int] = {}
    for number, present in enumerate(pack.prompts, start=1):
        if first_place.setdefault(present.id, number) != number:
            raise BrokenPack(
                f"{file}, prompt {number} ({present.id}), id",
                f"Prompt {first_place[present.id]} has this id already; choose another.",
            )
    return pack


def checked_themes(document: dict[str, Any], file: str) -> tuple[Theme, ...]:
    """The nine themes in `document`, a parsed TOML file called `file`.

    Raises `BrokenPack` with the place of the first fault.
    """
    _check(document, file, _ThemesFile, theme=_Theme)
    themes = themes_in(document)
    if tuple(theme.id for theme in themes) != THEME_IDS:
        raise BrokenPack(file, f"It must hold these themes in this order: {', '.join(THEME_IDS)}.")
    return themes


def _check(
    document: dict[str, Any], file: str, whole: type[_Table], **tables: type[_Table]
) -> None:
    try:
        whole.model_validate(document)
    except ValidationError as fault:
        found = fault.errors(include_url=False, include_context=False, include_input=False)
        # A misspelt key is also a missing one; the word that was typed says more.
        first = next((each for each in found if each["type"] == "extra_forbidden"), found[0])
        path = first["loc"]
        keys = [part for part in path if isinstance(part, str)]
        table = whole if len(keys) == 1 else tables[keys[0]]
        sentence = _sentence(first["type"], keys[:2][-1], table)
        raise BrokenPack(_place(file, path, document), sentence) from None


def _sentence(kind: str, key: str, table: type[_Table]) -> str:
    if kind == "extra_forbidden":
        return f"There is no such key; the keys here are {', '.join(table.model_fields)}."
    missing = "It is missing; it" if kind == "missing" else "It"
    return f"{missing} must be {table.model_fields[key].description}."


def _place(file: str, path: tuple[int | str, ...], document: dict[str, Any]) -> str:
    """`FILE, prompt 3 (X-3), text`: a path that a person can follow."""
    parts = [file]
    for part in path[:3]:
        if isinstance(part, str):
            parts.append(part if part.isprintable() else ascii(part))
        else:
            table = document[str(path[0])][part]
            name = table.get("id") if isinstance(table, dict) else None
            named = isinstance(name, str) and _ID.fullmatch(name)
            parts[-1] += f" {part + 1} ({name})" if named else f" {part + 1}"
    return ", ".join(parts)
