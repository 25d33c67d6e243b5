"""Which pages of a journal are meant: those of a period, and those that something is said in."""

from __future__ import annotations

from collab.domain.entries import Entry
from collab.domain.frozen import frozen
from collab.domain.people import Person, folded, names_of, tags_of
from collab.domain.periods import Period
from collab.domain.theme_ids import THEME_NAMES


@frozen
class Selection:
    """What is None leaves nothing out; of all the rest every part must hold.

    An entry is meant whole or not at all, also where only one answer of it is about the
    theme: what was written beside it belongs to the day, and a page without it would no
    longer read back as the entry it is. `theme` is its id; `tag` stands without its "#".
    """

    period: Period | None = None
    theme: str | None = None
    person: Person | None = None
    tag: str | None = None

    def holds(self, entry: Entry) -> bool:
        """Whether the entry is meant.

        It is about a theme if an answer or a rating of it is. It is about a person who is
        named on it by any alias, or whose own words it holds. It has the tags set apart
        and those in its texts.
        """
        return (
            (self.period is None or entry.day in self.period)
            and (self.theme is None or _has_theme(entry, self.theme))
            and (self.person is None or _has_person(entry, self.person))
            and (self.tag is None or folded(self.tag) in tags_of(entry))
        )

    def is_everything(self) -> bool:
        """Whether it leaves nothing out."""
        return self == Selection()

    def of(self) -> str:
        """What is meant whatever the period, such as "pages tagged #budget naming ana"."""
        told = self._told()
        return f"pages{told}" if told else "everything"

    def words(self) -> str:
        """What completes "there is no page": " tagged #budget from 2024-06-01 to 2024-06-30"."""
        return self._told() + (
            f" from {self.period.first} to {self.period.last}" if self.period else ""
        )

    def _told(self) -> str:
        return "".join(
            (
                f" about {THEME_NAMES[self.theme]}" if self.theme else "",
                f" naming {self.person.name}" if self.person else "",
                f" tagged #{self.tag}" if self.tag is not None else "",
            )
        )


def _has_theme(entry: Entry, theme: str) -> bool:
    return any(answer.theme == theme for answer in entry.answers) or any(
        rating.theme == theme for rating in entry.ratings
    )


def _has_person(entry: Entry, person: Person) -> bool:
    aliases = {folded(name) for name in (person.name, *person.names)}
    outside = (entry.outside, *(answer.outside for answer in entry.answers))
    return not aliases.isdisjoint((*names_of(entry), *(folded(name) for name in outside if name)))
