"""Facts about the running interview: visits, pauses, time added and taken, the floor, the clocks, the end."""

from typing import Annotated

from msgspec import Meta

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.timeline import Instant, Reading

CANDIDATE = "@candidate"
"""The `holder` that stands for the candidate; no panelist can have this id."""


EARLIEST_START_MS = 12 * 3600 * 1000
"""How long before the session was opened an interview can have begun."""


LONGEST_ADDED_SECONDS = 366 * 24 * 3600
"""The most that can be given to a segment, or taken from it, at once."""


class ClockAnchored(Fact, frozen=True):
    """The timeline was tied to the device's clocks: at the opening, after a reboot, or when the wall clock was set."""

    reading: Reading
    reason: str


class SegmentStarted(Fact, frozen=True):
    """A visit to a segment began, and the one before it, if any, ended.

    If that happened by itself, `after` is the id of the visit whose time was up; it counts only while that one runs.
    """

    segment: str
    after: str = ""


class SegmentSkipped(Fact, frozen=True):
    segment: str


class BoundaryMoved(Fact, frozen=True):
    """A visit really began at `start_at`, and the one before it ended there.

    `visit` is the id of the event that began it; if it is empty (it always was in the first version), the visit that
    was running is meant, and the first one began no earlier than the session was opened.
    """

    start_at: Instant
    visit: str = ""


class TimeAdded(Fact, frozen=True):
    """Time was given to a segment (positive) or taken from it (negative). The plan stays."""

    segment: str
    seconds: Annotated[int, Meta(ge=-LONGEST_ADDED_SECONDS, le=LONGEST_ADDED_SECONDS)]


class RunningLateAccepted(Fact, frozen=True):
    """The panel chose to end late. This changes no time; as a fact it can be taken back like any other choice."""


class InterviewPaused(Fact, frozen=True):
    pass


class InterviewResumed(Fact, frozen=True):
    pass


class InterviewEnded(Fact, frozen=True):
    pass


class FloorTaken(Fact, frozen=True):
    """`holder` began to speak: a panelist's id, `CANDIDATE`, or empty to stop the tally."""

    holder: str
