"""The facts of a session.

A session is an append-only set of events. An `Event` says who recorded a fact, when, and where it
stands in the one order that all replicas agree on; the `Fact` in it says what happened. Facts are in
the past tense and never changed: taking something back is a fact of its own (`Revoked`).

Instants (`at`, `…_at`) are milliseconds since 1970 in UTC, on the session's own timeline: the wall
clock as it was when the session opened, carried on by a clock that nobody sets (`domain.clock`).
"""

from enum import StrEnum

from msgspec import Struct

from facilitator.domain.facts.fact import Fact as Fact
from facilitator.domain.facts.panel_facts import PanelFact
from facilitator.domain.facts.scorecard import Recommendation as Recommendation
from facilitator.domain.facts.timeline import Reading
from facilitator.domain.plan.agenda import Agenda


class Author(Struct, frozen=True, order=True, array_like=True, gc=False):
    """Who recorded a fact, and on which device."""

    panelist: str
    device: str


class Stamp(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A hybrid logical clock (Kulkarni et al., 2014): orders all events of all replicas alike."""

    ms: int
    counter: int
    author: Author

    def next(self, now: int, author: Author) -> "Stamp":
        """The stamp for a fact recorded at `now` by one who has seen this stamp."""
        if now > self.ms:
            return Stamp(now, 0, author)
        return Stamp(self.ms, self.counter + 1, author)


class Status(StrEnum):
    """How far a question has got, in rising order but for `dropped`."""

    PLANNED = "planned"
    ASKED = "asked"
    PARTLY = "partly"
    COVERED = "covered"
    DROPPED = "dropped"


class Signal(StrEnum):
    """The direction of a note; the value is stored, `sign` is what is typed in front of it."""

    STRENGTH = "strength"
    CONCERN = "concern"
    FOLLOW_UP = "follow-up"
    FLAG = "flag"
    QUOTE = "quote"

    @property
    def sign(self) -> str:
        return _SIGNS[self]


_SIGNS = {Signal.STRENGTH: "+", Signal.CONCERN: "-", Signal.FOLLOW_UP: "?", Signal.FLAG: "!", Signal.QUOTE: '"'}


CANDIDATE = "@candidate"
"""Who holds the floor when it is the candidate; no panelist can be called so."""


class SessionOpened(Fact, frozen=True):
    """The first fact: the agenda as it was, and the wall-clock times that it set.

    `source` is the path or the name that the agenda was read from.
    """

    agenda: Agenda
    source: str = ""
    candidate: str = ""
    timezone: str = "UTC"
    planned_start_at: int | None = None
    hard_stop_at: int | None = None


class CandidateNamed(Fact, frozen=True):
    """Whom the interview is with; the name at the opening may have been missing, or wrong."""

    name: str


class ClockAnchored(Fact, frozen=True):
    """The timeline was tied to this device's clocks: at opening, after a reboot, or when the wall clock was set."""

    reading: Reading
    reason: str


class SegmentStarted(Fact, frozen=True):
    """A visit to a segment began; the visit before it, if any, ended."""

    segment: str


class SegmentSkipped(Fact, frozen=True):
    segment: str


class BoundaryMoved(Fact, frozen=True):
    """The running visit really began at `start_at`, and the one before it ended there."""

    start_at: int


class TimeAdded(Fact, frozen=True):
    """Time given to (positive) or taken from (negative) a segment. The plan stays."""

    segment: str
    seconds: int


class RunningLateAccepted(Fact, frozen=True):
    """It was chosen to end late. It changes no time; it is recorded so that it can be taken back like any choice."""


class InterviewPaused(Fact, frozen=True):
    pass


class InterviewResumed(Fact, frozen=True):
    pass


class InterviewEnded(Fact, frozen=True):
    pass


class FloorTaken(Fact, frozen=True):
    """`holder` speaks from now on: a panelist's id, `CANDIDATE`, or empty when nobody is to be tallied."""

    holder: str


class QuestionMarked(Fact, frozen=True):
    """`panelist` has brought the question to `status`."""

    question: str
    panelist: str
    status: Status
    reason: str = ""


class QuestionHandedOff(Fact, frozen=True):
    question: str
    panelist: str


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


class CompetencyRated(Fact, frozen=True):
    competency: str
    panelist: str
    rating: int
    evidence: str = ""
    notes: tuple[str, ...] = ()


class RecommendationGiven(Fact, frozen=True):
    panelist: str
    recommendation: Recommendation


class CandidateAsked(Fact, frozen=True):
    """The candidate asked a question of their own."""

    text: str


class CandidateAnswered(Fact, frozen=True):
    """`item` is the id of the event that recorded the candidate's question."""

    item: str
    panelist: str


class AnswerOwed(Fact, frozen=True):
    item: str
    panelist: str
    due: str = ""


class Revoked(Fact, frozen=True):
    """The facts recorded in `group` are taken back."""

    group: str


AnyFact = (
    SessionOpened
    | CandidateNamed
    | ClockAnchored
    | SegmentStarted
    | SegmentSkipped
    | BoundaryMoved
    | TimeAdded
    | RunningLateAccepted
    | InterviewPaused
    | InterviewResumed
    | InterviewEnded
    | FloorTaken
    | QuestionMarked
    | QuestionHandedOff
    | NoteTaken
    | NoteEdited
    | NoteFiled
    | NoteStruck
    | CompetencyRated
    | RecommendationGiven
    | CandidateAsked
    | CandidateAnswered
    | AnswerOwed
    | PanelFact
    | Revoked
)


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """A fact with who, when and where in the order.

    `at` is when it happened, which can lie before it was recorded (`stamp`). `group` is the id of the
    first event of the same command: what was done together is undone together.
    """

    id: str
    session: str
    stamp: Stamp
    at: int
    group: str
    fact: AnyFact

    @property
    def author(self) -> Author:
        return self.stamp.author

    @property
    def order(self) -> tuple[Stamp, str]:
        """The key of the one order of all events."""
        return self.stamp, self.id
