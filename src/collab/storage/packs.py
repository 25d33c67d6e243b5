"""The packs that can be asked: those bundled with collab, and the user's own.

The bundled ones are read as they are; the tests hold them sound. A pack of the user's own
that cannot be used never stops anybody: it is left out and named.
"""

from __future__ import annotations

import os
from functools import cache, partial

import collab
from collab.domain.frozen import frozen
from collab.domain.prompts import Pack, Prompt
from collab.domain.themes import Theme, themes_in
from collab.errors import (
    BrokenPack,
    CollabError,
    PackInTheWay,
    UnreadableFile,
    UnwritablePack,
    reason,
)
from collab.storage.pack_files import (
    Memory,
    bytes_of,
    checked,
    is_pack_name,
    parsed,
    trusted,
)
from collab.storage.private_files import write_private

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from collab.settings import Places

    _File = tuple[str, str]
    """Name and path."""

_PACKAGE = os.path.dirname(collab.__file__)
_THEMES = "themes.toml"
_TALKS = "talks.toml"


@frozen
class Packs:
    """The packs that can be used, and why others cannot."""

    bundled: tuple[Pack, ...]
    own: tuple[Pack, ...] = ()
    left_out: tuple[CollabError, ...] = ()

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, the bundled ones first, each pack in its own order."""
        return tuple(prompt for pack in (*self.bundled, *self.own) for prompt in pack.prompts)


@frozen
class Added:
    """A pack among the user's own at `path`; `already` if it was there before."""

    pack: Pack
    path: str
    already: bool


def bundled_folder(package: str = _PACKAGE) -> str:
    """The folder of the bundled packs.

    It lies inside the installed package. An editable install has it at the top of the
    checkout instead, where `package` is `src/collab`.
    """
    packaged = os.path.join(package, "prompts")
    if os.path.isdir(packaged):
        return packaged
    return os.path.join(os.path.dirname(os.path.dirname(package)), "prompts")


@cache
def themes() -> tuple[Theme, ...]:
    """The nine themes with their scales, in order. Reads `themes.toml` alone."""
    return themes_in(parsed(_THEMES, bytes_of(_themes_path())))


def load(own_folder: str | None) -> Packs:
    """The bundled packs and those in `own_folder`, which need not exist."""
    bundled = tuple(trusted(name, bytes_of(path)) for name, path in _bundled_files())
    try:
        files = _own_files(own_folder)
    except UnreadableFile as fault:
        return Packs(bundled=bundled, left_out=(fault,))
    if own_folder is None or not files:
        return Packs(bundled=bundled)
    memory = Memory(own_folder)
    own, left_out = _usable(files, memory.pack, _taken(bundled))
    memory.keep()
    return Packs(bundled=bundled, own=own, left_out=left_out)


def labels(prompts: Iterable[str], own_folder: str | None) -> dict[str, str]:
    """The short names of these prompts, as far as there are such.

    What is asked about a talk stands in one bundled file nearly always; the others are
    read only if it does not have them all.
    """
    wanted = set(prompts)
    if not wanted:
        return {}
    path = os.path.join(bundled_folder(), _TALKS)
    known = trusted(_TALKS, bytes_of(path)).prompts
    if not wanted <= {prompt.id for prompt in known}:
        known = load(own_folder).prompts
    return {prompt.id: prompt.label for prompt in known if prompt.id in wanted}


def check(own_folder: str | None) -> Packs:
    """As `load`, but with the themes and every pack checked anew, the bundled ones too."""
    from collab.domain.packs import checked_themes

    left_out: list[CollabError] = []
    try:
        checked_themes(parsed(_THEMES, bytes_of(_themes_path())), _THEMES)
    except CollabError as fault:
        left_out.append(fault)
    bundled, broken = _usable(_bundled_files(), partial(checked, bundled=True), {})
    try:
        own, also_broken = _usable(_own_files(own_folder), checked, _taken(bundled))
    except UnreadableFile as fault:
        own, also_broken = (), (fault,)
    return Packs(bundled=bundled, own=own, left_out=(*left_out, *broken, *also_broken))


def check_file(path: str, own_folder: str | None) -> Pack:
    """The pack in the file at `path`, checked as one of the user's own would be.

    Its ids may not be taken by another pack, bundled or in `own_folder`; one of the same
    file name there does not count, since this may be its next version.

    Raises `UnreadableFile` or `BrokenPack`.
    """
    name = os.path.basename(path)
    pack = checked(name, bytes_of(path))
    present = load(own_folder)
    others = [other for other in present.own if other.file != name]
    _refuse_taken(pack, _taken(present.bundled, others))
    return pack


def add(source: str, places: Places) -> Added:
    """Copy the pack in the file `source` among the user's own, private to the user.

    Adding the same file again changes nothing.

    Raises `UnreadableFile`, `BrokenPack`, `PackInTheWay` (the name stands for another pack
    already), `NoHome` or `UnwritablePack`.
    """
    name = os.path.basename(source)
    if not is_pack_name(name):
        raise UnreadableFile(source or "''", "the name of a pack ends in .toml")
    content = bytes_of(source)
    pack = check_file(source, places.prompts)
    path = os.path.join(places.prompts, name)
    if os.path.lexists(path):
        if bytes_of(path) != content:
            raise PackInTheWay(path)
        return Added(pack=pack, path=path, already=True)
    places.make(places.prompts)
    try:
        write_private(path, content.decode())
    except OSError as fault:
        raise UnwritablePack(path, reason(fault)) from fault
    return Added(pack=pack, path=path, already=False)


def _bundled_files() -> list[_File]:
    return [file for file in _files(bundled_folder()) if file[0] != _THEMES]


def _own_files(folder: str | None) -> list[_File]:
    try:
        return _files(folder) if folder else []
    except FileNotFoundError:
        return []
    except OSError as fault:
        raise UnreadableFile(str(folder), reason(fault)) from fault


def _files(folder: str) -> list[_File]:
    """Each pack of a folder, by name, which is also the order in which they are asked."""
    names = sorted(filter(is_pack_name, os.listdir(folder)))
    return [(name, os.path.join(folder, name)) for name in names]


def _themes_path() -> str:
    return os.path.join(bundled_folder(), _THEMES)


def _usable(
    files: Iterable[_File], read: Callable[[str, bytes], Pack], taken: dict[str, str]
) -> tuple[tuple[Pack, ...], tuple[CollabError, ...]]:
    """The packs among `files` without a fault, and the faults; `taken` ids count as one."""
    packs: list[Pack] = []
    left_out: list[CollabError] = []
    for name, path in files:
        try:
            pack = read(name, bytes_of(path))
            _refuse_taken(pack, taken)
        except CollabError as fault:
            left_out.append(fault)
        else:
            packs.append(pack)
            taken = {**taken, **_taken([pack])}
    return tuple(packs), tuple(left_out)


def _taken(*groups: Iterable[Pack]) -> dict[str, str]:
    """In which file each prompt id stands."""
    return {prompt.id: pack.file for packs in groups for pack in packs for prompt in pack.prompts}


def _refuse_taken(pack: Pack, taken: dict[str, str]) -> None:
    for number, prompt in enumerate(pack.prompts, start=1):
        if prompt.id in taken:
            raise BrokenPack(
                f"{pack.file}, prompt {number} ({prompt.id}), id",
                f"A prompt in {taken[prompt.id]} has this id already; choose another.",
            )
