"""Facts about notes: taken, edited, filed under something else, credited to somebody else, struck."""

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.signal import Signal


class NoteTaken(Fact, frozen=True):
    """A note was taken. `question` is set only if the note names one; otherwise it follows from the time.

    `shared` marks the note as feedback that the candidate may read. `credited` is the panelist whose note it is; if it
    is empty, that is who recorded it. `number` is the one that its device gave it, on a panel (see
    `session/numbering`).
    """

    text: str
    signal: Signal | None = None
    competency: str | None = None
    question: str | None = None
    panelists: tuple[str, ...] = ()
    shared: bool = False
    credited: str = ""
    number: int = 0


class NoteEdited(Fact, frozen=True):
    """The note `note` (the id of its `NoteTaken` event) was reworded; its author and its time stay."""

    note: str
    text: str
    signal: Signal | None = None
    competency: str | None = None
    question: str | None = None
    panelists: tuple[str, ...] = ()
    shared: bool = False


class NoteFiled(Fact, frozen=True):
    """The note was filed under a question, a segment or a competency; None leaves that as it was."""

    note: str
    question: str | None = None
    segment: str | None = None
    competency: str | None = None


class NoteCredited(Fact, frozen=True):
    """The note is `panelist`'s, whoever it was credited to before."""

    note: str
    panelist: str


class NoteStruck(Fact, frozen=True):
    """The note was struck: it no longer counts."""

    note: str
