"""Which notes have just been sent, as they were typed: no draft should offer them again.

Separate from the draft, which knows no session.
"""

from typing import TYPE_CHECKING

from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.language.reading_notes import typed_line

if TYPE_CHECKING:
    from facilitator.conducting.conductor import Conductor

_LATEST = 50
"""How many facts are looked at."""


def notes_since(conductor: "Conductor", since: int) -> list[str]:
    """Return the latest notes, as they would be typed, that were recorded at `since` (ms) or later."""
    facts = [event.fact for event in conductor.events[-_LATEST:] if event.stamp.ms >= since]
    return [typed_line(fact) for fact in facts if isinstance(fact, NoteTaken)]
