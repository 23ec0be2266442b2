"""A session on Ann's device in which others keep something to themselves: Bo two notes and a rating, Cy a rating."""

from facilitator.domain.facts.kinds.notes import FactSealed, NotesOpened, NoteTaken
from facilitator.domain.facts.kinds.running import InterviewEnded, SegmentStarted
from facilitator.domain.session.fold import fold
from tests.domain.session.panels import PANEL, event

EVENTS = (
    *PANEL,
    event("s", 14, SegmentStarted(segment="one")),
    event("n", 20, NoteTaken(text="of my own", number=1)),
    event("x", 21, FactSealed(box="…", number=1), by="bo"),
    event("y", 22, FactSealed(box="…"), by="bo"),
    event("z", 23, FactSealed(box="…", number=2), by="bo"),
    event("w", 24, FactSealed(box="…"), by="cy"),
    event("e", 900_000, InterviewEnded()),
)
SEALED = fold(EVENTS)
LOST = fold((*EVENTS, event("l", 901_000, NotesOpened(key="…", device="bo-1", reason="his laptop was stolen"))))
"""The same, after Bo's laptop was stolen; none of what it had sealed is here."""
