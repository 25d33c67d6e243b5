"""All there is with one person, as one page to read. It is never read back."""

from __future__ import annotations

from collab.domain.periods import spoken_long
from collab.domain.person_story import Story
from collab.rendering.markdown.structure import inline


def person_page(story: Story) -> str:
    """The page of a person, without the real name."""
    person = story.person
    others = [name for name in person.names if name != person.name]
    facts = [
        *([person.role] if person.role else []),
        *(["in your circle"] if person.circle else []),
        *([f"also {', '.join(map(inline, others))}"] if others else []),
        f"last named on {spoken_long(story.last_named)}" if story.last_named else "on no page",
    ]
    parts = [f"# {inline(person.name)}", ", ".join(facts)]
    if story.mentioned:
        parts.append(
            "\n".join(
                f"- {spoken_long(one.day)}, {one.kind}: {inline(one.text)}"
                for one in story.mentioned
            )
        )
    return "\n\n".join(parts) + "\n"
