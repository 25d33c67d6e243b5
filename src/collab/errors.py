"""Everything collab can say went wrong.

One class for each thing that can go wrong. Each knows its sentence, the next step and
the exit code; none of them ever holds the text of an answer.
"""

from __future__ import annotations

import shlex


def reason(fault: OSError) -> str:
    """Why the system could not do something, as the end of a sentence."""
    if isinstance(fault, IsADirectoryError):
        return "it is a folder"
    return (fault.strerror or "no reason was given").lower()


class CollabError(Exception):
    """Something collab can explain.

    `sentence` says what is wrong, `next_step` what to do about it; both are one line
    without markup. `exit_code` is what the process ends with.
    """

    exit_code = 2

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


class UsageFault(CollabError):
    """The call itself cannot be carried out as typed (exit code 2)."""


class NotFullyDone(CollabError):
    """Part of what was asked was done, the rest is named (exit code 1)."""

    exit_code = 1


class JournalUnusable(CollabError):
    """The journal cannot be used: locked, newer, damaged or out of reach (exit code 3)."""

    exit_code = 3


class SavedButNotShown(CollabError):
    """Everything was kept, but the output could not be written (exit code 4)."""

    exit_code = 4


class Stopped(CollabError):
    """The user stopped with Ctrl-C; what was given so far is kept (exit code 130)."""

    exit_code = 130


class SavedAllTheSame(CollabError):
    """The saving ended with a fault, `why`, and yet what was given stands in the journal.

    Whoever has it in hand need not keep it (exit code 4).
    """

    exit_code = 4

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"It was saved in {path}, but the disk then failed ({why}).",
            "Do not give it again. If the power goes now it may be lost: check the disk.",
        )


class StoppedOnceSaved(SavedAllTheSame):
    """Ctrl-C came while something was being saved, and it was (exit code 130)."""

    exit_code = 130

    def __init__(self) -> None:
        CollabError.__init__(self, "Stopped. What you gave last was saved.")


class UnknownDay(UsageFault):
    """`meant` is the only day the typed figures can stand for, if there is one; `ahead`
    says that a day to come was asked for."""

    def __init__(self, typed: str, meant: str = "", *, ahead: bool = False) -> None:
        some = "today, yesterday, mon, last friday, -3, 2026-11-20 or 20 nov"
        if ahead:
            some = "today, tomorrow, mon, next friday, +3, 2026-11-20 or 20 nov"
        super().__init__(
            f"'{typed}' is not a day collab can read.",
            f"Type it as {meant}." if meant else f"Try {some}.",
        )


class AmbiguousDay(UsageFault):
    def __init__(self, typed: str, first: str, second: str) -> None:
        super().__init__(
            f"'{typed}' can be read in two ways: {first} or {second}.",
            f"Type the one you mean: {first} or {second}.",
        )


class ImpossibleDay(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no such day as '{typed}'.", "Check the month's last day and try again."
        )


class FutureDay(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(
            f"{day} is still to come, and a page is about a day that was.",
            "Choose today or a day before it.",
        )


class FuturePeriod(UsageFault):
    def __init__(self, kind: str, first: str, last: str) -> None:
        super().__init__(
            f"The {kind} {first} to {last} is still to come.",
            f"Choose this {kind} or one before it.",
        )


class DistantEnd(UsageFault):
    def __init__(self, last: str) -> None:
        super().__init__(
            f"{last} is more than a year ahead.",
            "Leave --to out and the report goes up to today.",
        )


class UnknownPeriod(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"'{typed}' is neither a day nor a week collab can read.",
            "Try a day such as last friday or 2026-11-20, or a week such as 2026-W47.",
        )


class UnknownTheme(UsageFault):
    def __init__(self, typed: str, known: str) -> None:
        super().__init__(f"There is no theme '{typed}'.", f"The themes are: {known}.")


class UnknownPrompt(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(f"There is no prompt '{typed}'.", "See the ids with: collab prompts list")


class OutsideScale(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"'{typed}' is not on the scale.",
            "Use 1 to 5, 0 for no occasion, or w for waited or gave way.",
        )


class BrokenPack(UsageFault):
    """A pack cannot be used; `place` leads to the `fault`, which is one sentence."""

    def __init__(self, place: str, fault: str) -> None:
        super().__init__(f"{place}: {fault}", "Mend that place, then: collab prompts check")
        self.place = place
        self.fault = fault


class NoJournal(CollabError):
    """A reading command found no journal. That is no fault: exit code 0.

    It is the result of the command and is said where a result goes, on standard output;
    `beside_result` says that a program reads there, which is not to get the sentence.
    """

    exit_code = 0
    beside_result = False

    def __init__(self, path: str) -> None:
        super().__init__(
            f"There is no journal yet at {path}.", "Begin one with: collab journal today"
        )


class NoJournalToChange(NoJournal):
    """A command that changes what is there found no journal (exit code 2)."""

    exit_code = 2
    beside_result = True


class DemoHasItsOwnJournal(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "The demo has a journal of its own, so --journal cannot be used with it.",
            "Try: collab demo report --week",
        )


class DemoWithinDemo(UsageFault):
    def __init__(self) -> None:
        super().__init__("There is one demo, and none within it.", "Try: collab demo report --week")


class BadJournalPath(UsageFault):
    def __init__(self, path: str, fault: str) -> None:
        super().__init__(
            f"The journal cannot be kept at '{path}': {fault}.",
            "Name a file with --journal, or a folder with COLLAB_HOME.",
        )


class NotAJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is not a collab journal; it was left as it is.",
            "Name another file with --journal.",
        )


class EmptyJournalFile(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is an empty file, not a journal.",
            "Put a backup back in its place, or remove the empty file to begin anew.",
        )


class NewerJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was written by a newer collab; it was left as it is.",
            "Install the newest collab, then try again.",
        )


class DamagedJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is damaged and cannot be read.",
            "Keep the file as it is and put a backup in its place.",
        )


class LockedJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"Another program is holding {path}, and it did not let go in time.",
            "Close the other program, then try again.",
        )


class FullDisk(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"The disk that holds {path} is full; nothing of this step was saved.",
            "Free some space, then try again.",
        )


class UnwritableJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} cannot be written.", "Check who may write to the file and its folder."
        )


class UnreachableJournal(JournalUnusable):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} cannot be read or written just now ({why}).",
            "Check the disk and the folder, then try again.",
        )


class ReplacedJournal(JournalUnusable):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was moved or replaced while collab was running; nothing more was written.",
            "Check which file is your journal, then start again.",
        )


class BrokenSettings(UsageFault):
    def __init__(self, path: str, fault: str) -> None:
        super().__init__(f"{path}: {fault}", "Mend that place; without the file the defaults hold.")


class UnknownSetting(UsageFault):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no setting '{name}'.", "See every setting with: collab settings list"
        )


class BadSettingValue(UsageFault):
    def __init__(self, name: str, typed: str, expected: str) -> None:
        super().__init__(f"'{typed}' does not fit {name}.", f"It takes {expected}.")


class NoHome(UsageFault):
    def __init__(self, why: str) -> None:
        super().__init__(
            f"collab does not know where to keep the journal: {why}.",
            "Set COLLAB_HOME to a folder of yours, or name a file with --journal.",
        )


class UnknownEntry(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no page '{typed}'.",
            "A page is named by its day or by the end of its id; see: collab journal list",
        )


class AmbiguousEntry(UsageFault):
    """`end` is the end of the id of one that fits."""

    def __init__(self, typed: str, end: str) -> None:
        super().__init__(
            f"Several pages fit '{typed}'.", f"Name one by the end of its id, such as {end}."
        )


class NothingToUndo(UsageFault):
    def __init__(self) -> None:
        super().__init__("There is nothing to undo.", "See what was done: collab journal history")


class BrokenDocument(UsageFault):
    """A document that cannot be imported; `place` is the path of the fault in it."""

    def __init__(self, source: str, place: str, fault: str) -> None:
        where = f"{source}, {place}" if place else source
        super().__init__(
            f"{where}: {fault}", "Nothing was imported. Mend that place, then import again."
        )


class UnreadableFile(UsageFault):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be read: {why}.", "Check the name and try again.")


class UnwritableFile(NotFullyDone):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be written: {why}.", "Name another place, then try again.")


class NoBrowser(NotFullyDone):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"No browser could be opened; the page lies at {path}.",
            "Open it there, or name your browser in the variable BROWSER.",
        )


class UnknownMoment(UsageFault):
    def __init__(self, typed: str, known: str) -> None:
        super().__init__(f"There is no moment '{typed}'.", f"The moments are: {known}.")


class PackInTheWay(UsageFault):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is there already, with other content; it was left as it is.",
            "Give the new pack another file name, or remove the old one first.",
        )


class UnwritablePack(NotFullyDone):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} cannot be written: {why}.", "Check who may write there, then add it again."
        )


class WrongWeekday(UsageFault):
    def __init__(self, typed: str, day: str) -> None:
        super().__init__(
            f"'{typed}' does not fit: it is {day}.", "Leave the weekday out, or mend it."
        )


class BeyondCalendar(UsageFault):
    def __init__(self) -> None:
        super().__init__("That lies outside the years 1 to 9999.", "Choose a day within them.")


class ImpossibleWeek(UsageFault):
    def __init__(self, typed: str, weeks: int) -> None:
        super().__init__(
            f"There is no week '{typed}': that year has {weeks} weeks.",
            f"Choose a week from 01 to {weeks}.",
        )


class BackwardsPeriod(UsageFault):
    def __init__(self, first: str, last: str) -> None:
        super().__init__(
            f"A period from {first} to {last} would end before it begins.", "Swap the two days."
        )


class PageInTheWay(UsageFault):
    def __init__(self, day: str, kind: str) -> None:
        super().__init__(
            f"{day} has another {kind} page by now.",
            "Move its words first, or delete it, then restore this one.",
        )


class UnreadablePage(UsageFault):
    """A page in Markdown cannot be read; `line` counts from 1, `fault` is one sentence."""

    def __init__(
        self,
        source: str,
        line: int,
        fault: str,
        next_step: str = "Nothing was saved. Mend that line, then read the page again.",
    ) -> None:
        super().__init__(f"{source}, line {line}: {fault}", next_step)
        self.line = line


class FileInTheWay(UsageFault):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was left as it is: there is such a file already.",
            "Name another place, or say --force to replace it.",
        )


class OtherExport(UsageFault):
    def __init__(self, folder: str, held: str, asked: str) -> None:
        super().__init__(
            f"{folder} holds an export of {held}, and this one is of {asked}.",
            "Name another folder for it.",
        )


class ConflictingOptions(UsageFault):
    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other} do not go together.", "Use one of them.")


class UnwritableSettings(NotFullyDone):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} cannot be written: {why}.", "Check who may write there, then set it again."
        )


class LateRating(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(
            f"Ratings of {day} can no longer be given or changed; nothing was saved.",
            "Ratings are for today and yesterday. Leave them out, words can be late.",
        )


class UnfitTarget(UsageFault):
    """What was named to write to cannot become a file or a folder of collab's."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(
            f"Nothing can be written to '{path}': {what}.", "Name another place, then try again."
        )


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
            f"Say more with: collab people edit {shlex.quote(name)}",
        )


class TakenName(UsageFault):
    """A name cannot go to one person, because it is another's; both by their present names."""

    def __init__(self, typed: str, owner: str, person: str) -> None:
        super().__init__(
            f"'{typed}' is a name of {owner}, and no name belongs to two people.",
            "Choose another. If the two are one person: collab people merge"
            f" {shlex.quote(owner)} {shlex.quote(person)}",
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
            f"Call it at a terminal, or add: --yes {shlex.quote(name)}",
        )


class ChangedMeanwhile(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "The journal was changed in another window meanwhile; nothing was done.",
            "Look at it once more: call the same command again.",
        )


class NoEditor(UsageFault):
    """There is no editor to start; `why` is one sentence."""

    def __init__(self, why: str = "There is no editor here that collab knows.") -> None:
        super().__init__(why, "Name one with: collab settings set editor nano")


class EditorFailed(NotFullyDone):
    """An editor gave nothing back that can be used; `kept` is where its file lies now."""

    def __init__(self, what: str, kept: str | None = None) -> None:
        super().__init__(
            f"{what}; the text is as it was before.",
            f"What was in the editor's file lies in {kept}" if kept else "",
        )


class UnchangedInEditor(NotFullyDone):
    def __init__(self) -> None:
        super().__init__("The editor gave the text back unchanged.")


class OtherDay(UsageFault):
    def __init__(self, source: str, day: str, said: str) -> None:
        super().__init__(
            f"The page in {source} is of {day}, not of {said}.", "Leave --date out, or mend it."
        )


class PageKept(CollabError):
    """A page that came from the editor was `refused`, and lies in `path` now."""

    def __init__(self, refused: CollabError, path: str) -> None:
        from shlex import quote

        again = f"The page is kept; give it again with: collab journal today --from {quote(path)}"
        super().__init__(
            refused.sentence, f"{refused.next_step}\n{again}" if refused.next_step else again
        )
        self.exit_code = refused.exit_code


class PageChangedMeanwhile(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "What you changed on the page was changed elsewhere too while you wrote.",
            "Nothing was saved. Compare the two, then decide.",
        )


class NoEntryOn(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(f"There is no page of {day}.", "See the pages with: collab journal list")


class DeletedEntry(UsageFault):
    def __init__(self, end: str) -> None:
        super().__init__(
            f"The page '{end}' is deleted; nothing was done.",
            f"Bring it back with: collab journal restore {end}",
        )


class NothingRemoved(UsageFault):
    """`name` is a day or the end of an id."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No page that was removed fits '{name}'.",
            "See what was removed with: collab journal list --removed",
        )


class AlreadyEnded(UsageFault):
    def __init__(self, what: str, day: str) -> None:
        super().__init__(f"{what} on {day}.", "If that is wrong, collab undo takes it back.")


class DayIsOver(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(f"{day} is over.", "Name today or a day to come, such as: tue, +3.")


class SameDay(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(f"{day} is its date already.", "Name another day.")


class OtherReview(UsageFault):
    def __init__(self, week: str, wanted: str) -> None:
        super().__init__(
            f"Today has the review of {week} already, and a day has one.",
            f"Review {wanted} tomorrow: collab journal week --of {wanted}",
        )


class NotHeldYet(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "This talk was not held yet.", "Once it was, say so with: collab talk held NAME"
        )


class UnknownTalk(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no talk '{typed}'.",
            "A talk is named by the person or by the end of its id; see: collab talk list --all",
        )


class AmbiguousTalk(UsageFault):
    """`end` is the end of the id of one that fits."""

    def __init__(self, typed: str, end: str) -> None:
        super().__init__(
            f"Several talks fit '{typed}'.", f"Name one by the end of its id, such as {end}."
        )


class StillToCome(UsageFault):
    """Something is said to have happened on a `day` that is not here yet."""

    def __init__(self, day: str) -> None:
        super().__init__(f"{day} is still to come.", "Name today or a day before it.")


class BeforeItBegan(UsageFault):
    """Something is said to have happened on a `day` before it could; `began` says since when."""

    def __init__(self, day: str, began: str) -> None:
        super().__init__(f"{day} is too early: {began}.", "Name that day or a later one.")


class UnknownPromise(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no promise '{typed}'.",
            "It is named by the person, or by the end of its id; see: collab promise list --all",
        )


class NoOpenPromise(UsageFault):
    """The promises of somebody have all ended."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"No promise with '{typed}' is open.", "See those that ended: collab promise list --all"
        )


class AmbiguousPromise(UsageFault):
    """`end` is the end of the id of one that fits."""

    def __init__(self, typed: str, end: str) -> None:
        super().__init__(
            f"Several promises fit '{typed}'.", f"Name one by the end of its id, such as {end}."
        )


class TooManyPromises(UsageFault):
    """`count` promises of one's own are open, and nobody can be asked which one goes."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count} promises of yours are open already; which one goes?",
            "Keep, move or drop one first, or say --anyway: collab promise list",
        )


class NotSaid(UsageFault):
    """`what` was left out, and there is no terminal to ask for it; `option` says it."""

    def __init__(self, what: str, option: str) -> None:
        super().__init__(
            f"It is not said {what}, and there is no terminal to ask.", f"Say it with {option}"
        )


class UnknownTime(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"'{typed}' is not a time of the day.", "Type hours and minutes, such as 18:15."
        )


class UnknownWeekdays(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(f"'{typed}' names no days of the week.", "Try mon-fri, or mon,wed,fri.")


class NoReminderKeeper(NotFullyDone):
    def __init__(self) -> None:
        super().__init__(
            "Nothing here can keep a reminder: no systemd of yours answers, and there is no"
            " crontab.",
            "Install cron, then set it again.",
        )


class ReminderRefused(NotFullyDone):
    """`keeper` is the program that would not do it, `said` its own words."""

    def __init__(self, keeper: str, said: str) -> None:
        super().__init__(
            f"{keeper} did not do it: {said.rstrip('.')}.",
            "See what is set now with: collab remind",
        )


class UnfitForReminder(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "A reminder cannot lead to a journal whose path has a sign that cannot be printed.",
            "Give its folder another name.",
        )


class NeedsYes(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "There is no terminal to ask at; nothing was written.",
            "Read what stands above, then add --yes.",
        )


class NoReminderInDemo(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "The demo sets no reminder.", "Set one of your own with: collab remind set 18:15"
        )
