"""Facts about notes: taken, edited, filed under something else, credited to somebody else, struck.

On a panel of several devices, notes and ratings are their author's alone at first: sealed, and opened later.
"""

from typing import Annotated

from msgspec import Meta

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


NoteNumber = Annotated[int, Meta(ge=0, le=2**53)]


class FactSealed(Fact, frozen=True):
    """Something that its author keeps to themselves for now: a note, what became of it, a rating, a recommendation.

    `box` is opaque here (see `conducting.sealing.own_notes`). If it is a note, `number` is the one that its device gave
    it: what it will be called is known beforehand.
    """

    box: str
    number: NoteNumber = 0


class NotesOpened(Fact, frozen=True):
    """All that a device has sealed was opened with its note key, in base64.

    Without a `device` it is the author's own; another's was opened with the copy that it had left, for `reason`.
    """

    key: str
    device: str = ""
    reason: str = ""


class NoteShown(Fact, frozen=True):
    """A single note of the author's was opened before the others; `keys` are those of the facts about it, by event."""

    note: str
    keys: dict[str, str] = {}


class NoteErased(Fact, frozen=True):
    """The note was erased on every device, for good: its text, what became of it, and what was sealed of it.

    `label` is what it was called. `number` is its number among the notes of a session that has no panel yet, so that
    no other is called otherwise now. On a panel, `packets` are the ids of those whose bodies go; their headers stay.
    """

    note: str
    label: Annotated[str, Meta(max_length=12)] = ""
    number: NoteNumber = 0
    packets: tuple[Annotated[str, Meta(min_length=64, max_length=64)], ...] = ()


class NoteKeyLeft(Fact, frozen=True):
    """The author's device left its note key with the host, `wrapped` for it alone, should the device get lost.

    By the host itself, and empty, it says that it takes none.
    """

    wrapped: str
