"""Frozen values that cost next to nothing to define.

A dataclass writes and compiles its methods whenever its module is loaded; that takes as
much as an eighth of a bare Python start each, and a report needs some forty of them. A
named tuple takes a sixtieth, four times as much as a value made here.
What `frozen` makes differs from `@dataclass(frozen=True, kw_only=True)` in that alone, and
`dataclasses.replace`, `asdict` and `fields` take it for one.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast, dataclass_transform

_Class = TypeVar("_Class", bound=type)
_Value = TypeVar("_Value")


class _Fields:
    """What `dataclasses` wants to know of a class, found out when it asks."""

    def __init__(self, described: dict[str, Any]) -> None:
        self._described = described
        self._found: Any = None

    def __get__(self, instance: object, owner: type) -> Any:
        if self._found is None:
            from dataclasses import dataclass

            shown: Any = dataclass(kw_only=True)(type(owner.__name__, (), dict(self._described)))
            self._found = shown.__dataclass_fields__
        return self._found


class _Frozen:
    _names: tuple[str, ...]
    _defaults: dict[str, Any]

    def __init__(self, **given: Any) -> None:
        values = self._defaults | given
        if len(values) != len(self._names):
            wrong = set(values).symmetric_difference(self._names)
            raise TypeError(f"{type(self).__name__} has or lacks {', '.join(sorted(wrong))}")
        # All at once: a week's report reads some two thousand fields.
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __replace__(self, **changed: Any) -> Any:
        return type(self)(**dict(zip(self._names, self._values(), strict=True)) | changed)

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self._names])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Frozen) or type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        pairs = zip(self._names, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def __getstate__(self) -> tuple[Any, ...]:
        return self._values()

    def __setstate__(self, values: tuple[Any, ...]) -> None:
        self.__dict__.update(zip(self._names, values, strict=True))


def replace(value: _Value, /, **changed: Any) -> _Value:
    """A frozen `value` with some fields changed, as `copy.replace` of Python 3.13 does it.

    `dataclasses.replace` does the same, but makes a dataclass of the class first.
    """
    made: _Value = cast(Any, value).__replace__(**changed)
    return made


def field_names(value: object) -> tuple[str, ...]:
    """The fields of a frozen value in their order; none of anything else.

    `dataclasses.fields` tells them too, but makes a dataclass of the class first.
    """
    return value._names if isinstance(value, _Frozen) else ()


@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(described: _Class) -> _Class:
    """A class of frozen values with the fields, defaults and methods of `described`."""
    own = dict(described.__dict__)
    names = tuple(own["__annotations__"])
    defaults = {name: own.pop(name) for name in names if name in own}
    for given_anyway in ("__dict__", "__weakref__"):
        own.pop(given_anyway, None)
    fields = _Fields({"__annotations__": own["__annotations__"], **defaults})
    own |= {"_names": names, "_defaults": defaults}
    made: Any = type(described.__name__, (_Frozen,), own | {"__dataclass_fields__": fields})
    return made  # type: ignore[no-any-return]
