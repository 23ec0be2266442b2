"""Facts about notes: taken, edited, filed elsewhere, struck."""

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.signal import Signal


class NoteTaken(Fact, frozen=True):
    """A note. `question` only where it was named; else it follows from when the note was taken.

    `shared` marks it as feedback that the candidate may read.
    """

    text: str
    signal: Signal | None = None
    competency: str | None = None
    question: str | None = None
    panelists: tuple[str, ...] = ()
    shared: bool = False


class NoteEdited(Fact, frozen=True):
    """The note (the id of the event that took it) reads like this now; when and by whom it was taken stays."""

    note: str
    text: str
    signal: Signal | None = None
    competency: str | None = None
    question: str | None = None
    panelists: tuple[str, ...] = ()
    shared: bool = False


class NoteFiled(Fact, frozen=True):
    """The note belongs to this question, this segment or this competency; what isn't named stays as it was."""

    note: str
    question: str | None = None
    segment: str | None = None
    competency: str | None = None


class NoteStruck(Fact, frozen=True):
    """The note no longer counts."""

    note: str
