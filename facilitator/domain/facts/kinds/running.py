"""Facts about the running interview: visits, pauses, time given and taken, the floor, the clocks, the end."""

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.timeline import Reading

CANDIDATE = "@candidate"
"""Who holds the floor when it is the candidate; no panelist can be called so."""


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
