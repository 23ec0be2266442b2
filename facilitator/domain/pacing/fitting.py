"""What still fits: the open must-asks, and whether there is time left for them.

A question has the time of its segment that the must-asks before it leave. What it lacks can come from later segments,
down to their shortest lengths, but never from protected ones. Nothing fits after a hard stop.
"""

from enum import StrEnum

from msgspec import Struct

from facilitator.domain.facts.status import Status
from facilitator.domain.pacing.slack import remaining_segments
from facilitator.domain.plan.agenda import Question, Segment
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing
from facilitator.domain.time.sittings import room_lost_at

TIGHT_SHARE = 0.2
"""A question is tight if less than this share of its time would be left over."""

SHORTEST_ESTIMATE_SECONDS = 60


class Fit(StrEnum):
    """Whether a question fits. `tight`: with little to spare, or with a later segment's time; `at risk`: it doesn't."""

    FITS = "fits"
    TIGHT = "tight"
    AT_RISK = "at risk"


class Fitting(Struct, frozen=True):
    """An open must-ask: the time it needs, the time its segment has left for it, and the time left until the end."""

    question: Question
    segment: Segment
    needs_seconds: int
    segment_left_seconds: int
    end_left_seconds: int
    fit: Fit


def fitting(session: Session, now: int) -> tuple[Fitting, ...]:
    """Return the open must-asks in the order of the plan; none after the end. Those of past segments are at risk."""
    if session.ended_at is not None:
        return ()
    open_rows = {row.question.id: row for row in coverage(session) if row.question.must and row.is_open}
    if not open_rows:
        return ()
    windows = _windows(session, now)
    hard_stop = room_lost_at(session)
    borrowed = 0
    found = []
    turn = {segment: place for place, segment in enumerate(reversed(windows))}
    for segment in sorted(session.plan.segments, key=lambda segment: turn.get(segment.id, -1)):
        starts_at, left, spare = windows.get(segment.id, (now, 0, 0))
        for question in segment.questions:
            row = open_rows.get(question.id)
            if row is None:
                continue
            needs = needed_seconds(session, row)
            to_end = left + max(0, spare - borrowed) if segment.id in windows else 0
            if hard_stop is not None:
                to_end = min(to_end, max(0, hard_stop - starts_at) // 1000)
            fit = _fit(needs, left, to_end)
            found.append(Fitting(question, segment, needs, left, to_end, fit))
            if fit is not Fit.AT_RISK:
                borrowed += max(0, needs - left)
                left = max(0, left - needs)
                starts_at += needs * 1000
    place = session.plan.position_by_segment
    return tuple(sorted(found, key=lambda item: place[item.segment.id]))


def needed_seconds(session: Session, row: Covered) -> int:
    """Return the seconds that a question still needs: its length, else an equal share of its segment.

    A question that is partly covered needs half of it; one that each panelist has to ask, once for everyone who hasn't.
    """
    question = row.question
    length = question.length_seconds or _share_seconds(session.plan.segment_by_question[question.id])
    if question.each:
        return round(sum(length * _OPEN_SHARE.get(row.by[panelist], 0) for panelist in row.awaited))
    return round(length * _OPEN_SHARE.get(row.status, 0))


_OPEN_SHARE = {Status.PLANNED: 1.0, Status.ASKED: 1.0, Status.PARTLY: 0.5}


def _share_seconds(segment: Segment) -> int:
    unknown = sum(question.length_seconds is None for question in segment.questions)
    known = sum(question.length_seconds or 0 for question in segment.questions)
    return max(SHORTEST_ESTIMATE_SECONDS, (segment.length_seconds - known) // max(1, unknown))


def _windows(session: Session, now: int) -> dict[str, tuple[int, int, int]]:
    """Return its next instant, its seconds left and what later ones can give, for each segment that isn't over.

    The last to run comes first.
    """
    windows = {}
    spare = 0
    for later in reversed(remaining_segments(session, now)):
        windows[later.segment.id] = (later.starts_at, later.left_ms // 1000, spare)
        spare += later.spare_seconds
    current = session.current
    if current is not None:
        windows[current.id] = (now, max(0, int(timing.remaining_seconds(session, current, now))), spare)
    return windows


def _fit(needs: int, left: int, to_end: int) -> Fit:
    if needs > to_end:
        return Fit.AT_RISK
    return Fit.FITS if needs * (1 + TIGHT_SHARE) <= min(left, to_end) else Fit.TIGHT
