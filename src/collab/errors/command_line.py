"""The call itself: what is named, options at odds, and what could not be asked."""

from __future__ import annotations

from collab.errors.kinds import UsageFault


class Ambiguous(UsageFault):
    """`typed` names several of the `things`; `end` is the end of the id of one of them."""

    def __init__(self, things: str, typed: str, end: str) -> None:
        super().__init__(
            f"Several {things} fit '{typed}'.", f"Name one by the end of its id, such as {end}."
        )


class MissingArgument(UsageFault):
    """`name` stands for it in the help, which says `what` it is; `given` is the call so far."""

    def __init__(self, name: str, what: str, given: str) -> None:
        told = f": {what[0].lower()}{what[1:].removesuffix('.')}" if what else ""
        super().__init__(f"{name} is missing{told}.", f"Type it after: {given}")


class UnknownOption(UsageFault):
    """`nearest` may have been meant, if there is one, or a word that begins so."""

    def __init__(self, typed: str, nearest: str, command: str, may_be_words: bool) -> None:
        see = f"See every option with: {command} --help"
        if may_be_words:
            see = f"Type -- before words that begin with -; see: {command} --help"
        meant = f"Did you mean {nearest}? " if nearest else ""
        super().__init__(f"There is no option '{typed}'.", f"{meant}{see}")


class UnknownCommand(UsageFault):
    """`nearest` may have been meant, if there is one; `group` is what the commands are of."""

    def __init__(self, typed: str, nearest: str, group: str) -> None:
        meant = f"Did you mean: {group} {nearest}" if nearest else ""
        super().__init__(
            f"There is no command '{typed}'.",
            meant or f"See every command with: {group} --help",
        )


class UnfitValue(UsageFault):
    """`typed` cannot stand after `option`, which takes `what`."""

    def __init__(self, typed: str, option: str, what: str) -> None:
        super().__init__(f"'{typed}' cannot stand after {option}.", f"Type {what}.")


class MissingValue(UsageFault):
    """Nothing stands after `option`, for which the help has `name`; it takes `what`, if that
    can be said."""

    def __init__(self, option: str, name: str, what: str, command: str) -> None:
        super().__init__(
            f"There is nothing after {option}.",
            f"Type {what}." if what else f"Type {name} there; see: {command} --help",
        )


class NeedlessValue(UsageFault):
    def __init__(self, option: str) -> None:
        super().__init__(f"{option} takes no words of its own.", f"Type it alone: {option}")


class TooManyWords(UsageFault):
    """`words` are left over; `takes_words` tells whether the command takes any at all."""

    def __init__(self, words: str, command: str, takes_words: bool) -> None:
        quoted = "Words that belong together stand in quotes; see" if takes_words else "See"
        super().__init__(f"'{words}' is too much here.", f"{quoted}: {command} --help")


class ConflictingOptions(UsageFault):
    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other} do not go together.", "Use one of them.")


class NotSaid(UsageFault):
    """`what` was left out, and there is no terminal to ask for it; `option` says it."""

    def __init__(self, what: str, option: str) -> None:
        super().__init__(
            f"It is not said {what}, and there is no terminal to ask.", f"Say it with {option}"
        )


class NeedsYes(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "There is no terminal to ask at; nothing was written.",
            "Read what stands above, then add --yes.",
        )


class DemoHasItsOwnJournal(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "The demo has a journal of its own, so --journal cannot be used with it.",
            "Try: collab demo report --week",
        )


class DemoWithinDemo(UsageFault):
    def __init__(self) -> None:
        super().__init__("There is one demo, and none within it.", "Try: collab demo report --week")


class NoReminderInDemo(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "The demo sets no reminder.", "Set one of your own with: collab remind set 18:15"
        )
