"""People and their names."""

from __future__ import annotations

from collab.errors.kinds import UsageFault


class UnknownPerson(UsageFault):
    """`nearest` is a name that may have been meant, if there is one."""

    def __init__(self, typed: str, nearest: str = "") -> None:
        meant = f"Did you mean {nearest}? " if nearest else ""
        super().__init__(
            f"Nobody in your journal is called '{typed}'.",
            f"{meant}See every name with: collab people list",
        )


class UnfitName(UsageFault):
    """What was typed cannot be a person's name; `why` ends the sentence."""

    def __init__(self, typed: str, why: str) -> None:
        super().__init__(
            f"'{typed}' cannot be a person's name: {why}.", "Type a short one, such as: ana"
        )


class PersonThere(UsageFault):
    def __init__(self, typed: str, name: str) -> None:
        called = "" if typed == name else f", as {name}"
        super().__init__(
            f"'{typed}' is in your journal already{called}.",
            f"Say more with: collab people edit {_typed(name)}",
        )


class TakenName(UsageFault):
    """A name cannot go to one person, because it is another's; both by their present names."""

    def __init__(self, typed: str, owner: str, person: str) -> None:
        super().__init__(
            f"'{typed}' is a name of {owner}, and no name belongs to two people.",
            "Choose another. If the two are one person: collab people merge"
            f" {_typed(owner)} {_typed(person)}",
        )


class NotTheirName(UsageFault):
    def __init__(self, typed: str, person: str) -> None:
        super().__init__(
            f"'{typed}' is no name of {person}.",
            f"See every name with: collab people show {_typed(person)}",
        )


class PresentName(UsageFault):
    """What a person is called now cannot be taken away."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"'{name}' is the name this person goes by, so it stays.",
            f"Give another name first: collab people rename {_typed(name)} NEW",
        )


class SamePerson(UsageFault):
    def __init__(self, one: str, other: str) -> None:
        both = f"'{one}' and '{other}' are" if one != other else f"'{one}' is"
        super().__init__(
            f"{both} one person already; nothing was changed.",
            "See who is who with: collab people list",
        )


class NotConfirmed(UsageFault):
    """Forgetting `name` was not confirmed by typing it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "Nothing was changed: this asks for the name to be typed.",
            f"Call it at a terminal, or add: --confirm {_typed(name)}",
        )


def _typed(name: str) -> str:
    """A name as it is typed behind a command."""
    # Every start comes by here, and seldom needs this.
    from shlex import quote

    return quote(name)
