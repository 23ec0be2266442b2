"""Facts that change the plan while the interview runs: questions, segments, their order and lengths, the hard stop.

What was planned stays in the agenda of the session.
"""

from facilitator.domain.facts.fact import Change
from facilitator.domain.facts.timeline import Instant
from facilitator.domain.plan.agenda import DurationSeconds, OneLine, Question, Segment, Text


class NewQuestion(Question, frozen=True, kw_only=True, omit_defaults=True):
    """A question to add. Without an id, it has that of the event that adds it."""


class NewSegment(Segment, frozen=True, kw_only=True, omit_defaults=True):
    """A segment to add, still without questions. Without an id, it has that of the event that adds it."""


class QuestionAdded(Change, frozen=True):
    """A question was added at the end of `segment`.

    If its number was given to another question at the same time, the later of the two gets another one. On a panel of
    several devices, `number` is the one that its device gave it (see `session/numbering`).
    """

    question: NewQuestion
    segment: str
    number: int = 0


class QuestionReworded(Change, frozen=True):
    """A question is to be asked in other words."""

    question: str
    ask: Text


class SegmentAdded(Change, frozen=True):
    """A segment was added behind the one with the id `after`, or at the beginning if that is empty.

    `number` is what it is called by, unless that was given to another at the same time.
    """

    segment: NewSegment
    number: int
    after: str = ""


class SegmentMoved(Change, frozen=True):
    """A segment was moved behind the one with the id `after`, or to the beginning if that is empty."""

    segment: str
    after: str = ""


class SegmentRetitled(Change, frozen=True):
    segment: str
    title: OneLine


class SegmentLengthSet(Change, frozen=True):
    """A segment is to take `seconds` in all, whatever was added to it or taken from it before."""

    segment: str
    seconds: DurationSeconds


class HardStopSet(Change, frozen=True):
    """The room is lost at the instant `at` of the wall clock; None: there is no hard stop."""

    at: Instant | None = None
