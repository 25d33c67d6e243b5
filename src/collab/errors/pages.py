"""The pages of the journal: named, filled in, edited, removed and brought back."""

from __future__ import annotations

from collab.errors.kinds import CollabError, NotFullyDone, UsageFault


class UnknownEntry(UsageFault):
    def __init__(self, typed: str) -> None:
        super().__init__(
            f"There is no page '{typed}'.",
            "A page is named by its day or by the end of its id; see: collab journal list",
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


class PageInTheWay(UsageFault):
    def __init__(self, day: str, kind: str) -> None:
        super().__init__(
            f"{day} has another {kind} page by now.",
            "Move its words first, or delete it, then restore this one.",
        )


class ForgottenSince(UsageFault):
    """The change that an undo would take back was made before somebody was forgotten."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody was forgotten since, and that cannot be undone.",
            "To take back what was done before it: collab undo --earlier",
        )


class NothingToUndo(UsageFault):
    def __init__(self) -> None:
        super().__init__("There is nothing to undo.", "See what was done: collab journal history")


class LateRating(UsageFault):
    def __init__(self, day: str) -> None:
        super().__init__(
            f"Ratings of {day} can no longer be given or changed; nothing was saved.",
            "Ratings are for today and yesterday. Leave them out, words can be late.",
        )


class OtherReview(UsageFault):
    def __init__(self, week: str, wanted: str) -> None:
        super().__init__(
            f"Today has the review of {week} already, and a day has one.",
            f"Review {wanted} tomorrow: collab journal week --of {wanted}",
        )


class OtherDay(UsageFault):
    def __init__(self, source: str, day: str, said: str) -> None:
        super().__init__(
            f"The page in {source} is of {day}, not of {said}.", "Leave --date out, or mend it."
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


class PageChangedMeanwhile(UsageFault):
    def __init__(self) -> None:
        super().__init__(
            "What you changed on the page was changed elsewhere too while you wrote.",
            "Nothing was saved. Compare the two, then decide.",
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
