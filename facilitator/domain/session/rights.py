"""The rights on a panel of several devices: what each kind of fact takes, and whether somebody has it at a place.

Each kind is declared in `RIGHTS`, and nowhere else. `authority` judges by them what was recorded; whoever is about to
record something is refused by the same rules.
"""

from collections.abc import Callable, Mapping
from enum import Enum, StrEnum, auto
from typing import Protocol, cast

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.facts.event import Author, Event
from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.candidate import (
    AnswerOwed,
    CandidateAnswered,
    CandidateAsked,
    CandidateNamed,
    CandidateQuestionReworded,
    CandidateQuestionStruck,
)
from facilitator.domain.facts.kinds.changes import (
    HardStopSet,
    QuestionAdded,
    QuestionReworded,
    SegmentAdded,
    SegmentLengthSet,
    SegmentMoved,
    SegmentRetitled,
)
from facilitator.domain.facts.kinds.meeting import DecisionMade, DissentVoiced, VoteCast
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.facts.kinds.notes import (
    FactSealed,
    NoteCredited,
    NoteEdited,
    NoteErased,
    NoteFiled,
    NoteKeyLeft,
    NoteShown,
    NotesOpened,
    NoteStruck,
    NoteTaken,
)
from facilitator.domain.facts.kinds.panel import (
    ClockHandedOver,
    ClockTaken,
    DeviceAdmitted,
    DeviceRemoved,
    KeyRotated,
    Role,
)
from facilitator.domain.facts.kinds.people import (
    InterviewCancelled,
    PanelistAbsent,
    PanelistArrived,
    PanelistReady,
    StandInNamed,
)
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.kinds.ratings import (
    CompetencyRated,
    RecommendationGiven,
    ScorecardChanged,
    ScorecardOpened,
    ScorecardSealed,
    ScorecardsOpened,
)
from facilitator.domain.facts.kinds.running import (
    BoundaryMoved,
    ClockAnchored,
    FloorTaken,
    InterviewEnded,
    InterviewPaused,
    InterviewResumed,
    RunningLateAccepted,
    SegmentSkipped,
    SegmentStarted,
    TimeAdded,
)
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.facts.kinds.sittings import DayChosen, PauseAdded, SittingBegan


class Right(Enum):
    """What it takes to record a fact."""

    HOST = auto()
    """It is recorded before there is a panel."""
    DEVICE = auto()
    """Any device of the panel may, for itself."""
    NOTE = auto()
    """Any panelist, shadows too."""
    AUTHOR = auto()
    """Whoever took the note that it is about."""
    ERASING = auto()
    """Whoever took the note, or the agenda's lead, who answers for what is kept of the interview."""
    ACT = auto()
    """Whoever did what it takes back; if that ran the clock, its owner."""
    PANELIST = auto()
    """Any panelist but a shadow, for anybody."""
    ONESELF = auto()
    """The panelist whom it is about, unless they are a shadow."""
    OPENING = auto()
    """Any panelist but a shadow; with a reason, and that means early, only the clock's owner."""
    CLOCK = auto()
    """The clock's owner."""


RIGHTS: dict[type[Fact], Right] = {
    **dict.fromkeys((SessionOpened,), Right.HOST),
    **dict.fromkeys((ClockAnchored, NewerFact), Right.DEVICE),
    **dict.fromkeys((NoteTaken, PanelistReady), Right.NOTE),
    **dict.fromkeys((FactSealed, NotesOpened, NoteKeyLeft), Right.NOTE),
    **dict.fromkeys((NoteCredited, NoteEdited, NoteFiled, NoteShown, NoteStruck), Right.AUTHOR),
    **dict.fromkeys((NoteErased,), Right.ERASING),
    **dict.fromkeys((Revoked,), Right.ACT),
    **dict.fromkeys((QuestionMarked, QuestionHandedOff, FloorTaken), Right.PANELIST),
    **dict.fromkeys((CandidateAsked, CandidateAnswered, AnswerOwed), Right.PANELIST),
    **dict.fromkeys((CandidateQuestionReworded, CandidateQuestionStruck), Right.PANELIST),
    **dict.fromkeys((CompetencyRated, RecommendationGiven, ScorecardSealed, ScorecardOpened), Right.ONESELF),
    **dict.fromkeys((ScorecardChanged, VoteCast, DissentVoiced), Right.ONESELF),
    **dict.fromkeys((ScorecardsOpened,), Right.OPENING),
    **dict.fromkeys((SegmentStarted, SegmentSkipped, BoundaryMoved, TimeAdded, RunningLateAccepted), Right.CLOCK),
    **dict.fromkeys((InterviewPaused, InterviewResumed, InterviewEnded), Right.CLOCK),
    **dict.fromkeys((QuestionAdded, QuestionReworded), Right.PANELIST),
    **dict.fromkeys((SegmentAdded, SegmentMoved, SegmentLengthSet, SegmentRetitled, HardStopSet), Right.CLOCK),
    **dict.fromkeys((PanelistAbsent, PanelistArrived, StandInNamed, InterviewCancelled), Right.CLOCK),
    **dict.fromkeys((PauseAdded, SittingBegan, DayChosen), Right.CLOCK),
    **dict.fromkeys((CandidateNamed, DecisionMade), Right.CLOCK),
    **dict.fromkeys((DeviceAdmitted, DeviceRemoved, KeyRotated, ClockHandedOver), Right.CLOCK),
    **dict.fromkeys((ClockTaken,), Right.PANELIST),
}
"""The right that each kind of fact takes; a test asks for each."""

_OF_ROLE = {
    Role.PANELIST: frozenset(Right) - {Right.HOST},
    Role.SHADOW: frozenset(  # a lead may be one
        {Right.DEVICE, Right.NOTE, Right.AUTHOR, Right.ERASING, Right.ACT, Right.CLOCK}
    ),
    Role.OBSERVER: frozenset({Right.DEVICE}),
}
MAY = {role: frozenset(kind for kind, right in RIGHTS.items() if right in rights) for role, rights in _OF_ROLE.items()}


class Reason(StrEnum):
    """Why a fact doesn't count."""

    NOT_ADMITTED = "not admitted"
    WATCHES = "watches"
    NOT_THE_OWNER = "not the owner"
    NO_DEVICE = "no device"
    ANOTHERS_NOTE = "another's note"
    NOT_THEIRS_TO_ERASE = "not theirs to erase"
    ANOTHERS_WORD = "another's word"
    ANOTHERS_ACT = "another's act"
    UNKNOWN_ACT = "unknown act"
    REMOVED = "removed"


class Place(Struct, frozen=True):
    """A place in the order: who has the clock there, the devices of the panel, by id, and the agenda's lead."""

    owner: str
    devices: Mapping[str, DeviceAdmitted]
    lead: str = ""

    def after(self, event: Event) -> "Place":
        """Return the place behind a fact about the panel that stands."""
        match event.fact:
            case DeviceAdmitted(device=device) if device not in self.devices:
                return replace(self, devices={**self.devices, device: event.fact})
            case DeviceRemoved(device=device):
                return replace(self, devices={name: kept for name, kept in self.devices.items() if name != device})
            case ClockHandedOver(to=owner):
                return replace(self, owner=owner)
            case ClockTaken():
                return replace(self, owner=event.author.panelist)
        return self

    def may_have_the_clock(self, panelist: str) -> bool:
        """Whether the panelist has a device here, and not just to watch."""
        return any(device.seat == panelist and device.role is Role.PANELIST for device in self.devices.values())


class Whose(Enum):
    """Who may take back an act: its author; the clock's owner, if it ran the clock; or only who is both."""

    AUTHOR = auto()
    OWNER = auto()
    BOTH = auto()


def objection(
    fact: AnyFact, author: Author, place: Place, authors: Mapping[str, str], whose: Callable[[str], Whose] | None = None
) -> Reason | None:
    """Return why a fact that `author` records at this place doesn't count; None if it does.

    `authors` says who recorded the events before it, by id; `whose`, whose it is to take back a group. Without that,
    a Revoked is not objected to.
    """
    device = place.devices.get(author.device)
    if device is None or device.seat != author.panelist:
        return Reason.NOT_ADMITTED
    kind = type(fact)
    if kind not in MAY[device.role]:
        return Reason.WATCHES
    right = RIGHTS[kind]
    if right is Right.CLOCK:
        return _without_the_clock(fact, author.panelist, place)
    if right is Right.AUTHOR:
        taken_by = authors.get(cast(_OfANote, fact).note, author.panelist)
        return None if taken_by == author.panelist else Reason.ANOTHERS_NOTE
    if right is Right.ERASING:
        may = (place.lead, authors.get(cast(_OfANote, fact).note, author.panelist))
        return None if author.panelist in may else Reason.NOT_THEIRS_TO_ERASE
    if right is Right.ONESELF:
        return None if cast(_OfAPanelist, fact).panelist == author.panelist else Reason.ANOTHERS_WORD
    if isinstance(fact, Revoked):
        return _no_undo(fact.group, author.panelist, place, authors, whose) if whose else None
    if isinstance(fact, ScorecardsOpened) and fact.reason:
        return None if place.owner == author.panelist else Reason.NOT_THE_OWNER
    return None


class _OfANote(Protocol):
    note: str


class _OfAPanelist(Protocol):
    panelist: str


def _without_the_clock(fact: AnyFact, panelist: str, place: Place) -> Reason | None:
    if place.owner != panelist:
        return Reason.NOT_THE_OWNER
    if isinstance(fact, ClockHandedOver) and not place.may_have_the_clock(fact.to):
        return Reason.NO_DEVICE
    return None


def _no_undo(
    group: str, panelist: str, place: Place, authors: Mapping[str, str], whose: Callable[[str], Whose]
) -> Reason | None:
    """Return why the panelist can't take back a group: running the clock back is running the clock."""
    if group not in authors:
        return Reason.UNKNOWN_ACT
    takes = whose(group)
    if takes is not Whose.AUTHOR and place.owner != panelist:
        return Reason.NOT_THE_OWNER
    return Reason.ANOTHERS_ACT if takes is not Whose.OWNER and authors[group] != panelist else None
