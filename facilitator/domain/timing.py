"""Time: what remains, what is expected, how far from the plan. Pure functions of a session and `now`.

Names and meaning follow show timers (Ontime's `timerUtils`), sharpened for interviews. The plan is
never edited: `allotted` is the plan with what was added or taken, `used` is what went by in all visits
of a segment less the pauses. Instants are ms since 1970 in UTC, durations are seconds; a function
that returns a signed value says what positive means.
"""

from enum import StrEnum

from msgspec import Struct

from facilitator.domain.agenda import Segment
from facilitator.domain.session import Session, Visit

WARNING_SECONDS = 120
WARNING_SHARE = 0.2
DANGER_SECONDS = 60


class Phase(StrEnum):
    """Where the running segment stands against its time."""

    WAITING = "waiting"
    NORMAL = "normal"
    WARNING = "warning"
    DANGER = "danger"
    OVERTIME = "overtime"
    ENDED = "ended"


class Place(StrEnum):
    """Where a segment stands in the running order."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    SKIPPED = "skipped"
    PASSED_OVER = "passed over"


class Expected(Struct, frozen=True):
    """One line of the running order at a moment: the plan, and what happened or is to be expected.

    The planned instants count from when the interview really began. `expected_start_at` and
    `expected_end_at` are the actual ones for what is done, and None for what was left out.
    """

    segment: Segment
    place: Place
    planned_start_at: int
    planned_end_at: int
    expected_start_at: int | None
    expected_end_at: int | None
    allotted_seconds: int
    used_seconds: float


def visit_seconds(session: Session, visit: Visit, now: int) -> float:
    """What went by in a visit until `now`, less the pauses."""
    end = now if visit.ended_at is None else visit.ended_at
    paused = 0
    for pause in session.pauses:
        pause_end = now if pause.ended_at is None else pause.ended_at
        paused += max(0, min(end, pause_end) - max(visit.started_at, pause.started_at))
    return max(0, end - visit.started_at - paused) / 1000


def used_seconds(session: Session, segment: Segment, now: int) -> float:
    """What went by in all visits of a segment until `now`, less the pauses."""
    return sum(visit_seconds(session, visit, now) for visit in session.visits if visit.segment == segment.id)


def allotted_seconds(session: Session, segment: Segment) -> int:
    """The planned length with what was added and taken; never below zero."""
    return max(0, segment.length_seconds + session.added_seconds.get(segment.id, 0))


def remaining_seconds(session: Session, segment: Segment, now: int) -> float:
    """What is left of a segment's time; negative is overtime."""
    return allotted_seconds(session, segment) - used_seconds(session, segment, now)


def warning_seconds(session: Session, segment: Segment) -> float:
    """Time left at which the warning begins: the segment's, the agenda's, else 20 % or 120 s, the smaller."""
    default = min(WARNING_SECONDS, WARNING_SHARE * segment.length_seconds)
    return segment.warning_seconds or session.agenda.warning_seconds or default


def danger_seconds(session: Session, segment: Segment) -> float:
    """Time left at which to wind up: the segment's, the agenda's, else 60 s, and never before the warning."""
    set_by_agenda = segment.danger_seconds or session.agenda.danger_seconds
    return set_by_agenda or min(DANGER_SECONDS, warning_seconds(session, segment))


def phase(session: Session, now: int) -> Phase:
    """The phase of the running segment; `waiting` before the start, `ended` after the end."""
    segment = session.current
    if segment is None:
        return Phase.ENDED if session.ended_at is not None else Phase.WAITING
    remaining = remaining_seconds(session, segment, now)
    if remaining < 0:
        return Phase.OVERTIME
    if remaining <= danger_seconds(session, segment):
        return Phase.DANGER
    if remaining <= warning_seconds(session, segment):
        return Phase.WARNING
    return Phase.NORMAL


def began_at(session: Session, now: int) -> int:
    """When the interview began; before that, when it is expected to: as planned, or now if that has passed."""
    if session.started_at is not None:
        return session.started_at
    return max(now, session.planned_start_at or now)


def running_order(session: Session, now: int) -> tuple[Expected, ...]:
    """Every segment with its planned and its actual or expected times, in the order of the agenda."""
    used, first, last = _spent(session, now)
    current = session.current
    current_at = session.agenda.position_by_segment[current.id] if current else -1
    planned_at = cursor = began_at(session, now)
    order = []
    for position, segment in enumerate(session.agenda.segments):
        place = _place(session, segment, position, current_at)
        allotted = allotted_seconds(session, segment)
        spent = used.get(segment.id, 0.0)
        starts: int | None = first.get(segment.id)
        ends: int | None = last.get(segment.id)
        if place is Place.CURRENT:
            ends = cursor = now + _ms(max(0.0, allotted - spent))
        elif place is Place.AHEAD:
            starts, ends = cursor, cursor + _ms(max(0.0, allotted - spent))
            cursor = ends
        planned_end_at = planned_at + segment.length_seconds * 1000
        order.append(Expected(segment, place, planned_at, planned_end_at, starts, ends, allotted, spent))
        planned_at = planned_end_at
    return tuple(order)


def expected_end_at(session: Session, now: int) -> int:
    """When the interview ends if all that is ahead takes its time; when it ended, once it has."""
    if session.ended_at is not None:
        return session.ended_at
    ends = began_at(session, now)
    current = session.current
    ahead = session.agenda.segments
    if current is not None:
        ends = now + _ms(max(0.0, remaining_seconds(session, current, now)))
        ahead = ahead[session.agenda.position_by_segment[current.id] + 1 :]
    used, _, _ = _spent(session, now)
    left = sum(
        max(0.0, allotted_seconds(session, segment) - used.get(segment.id, 0.0))
        for segment in ahead
        if segment.id not in session.skipped
    )
    return ends + _ms(left)


def planned_end_at(session: Session, now: int) -> int:
    """When the plan would end, counted from when the interview really began: a late start is forgiven."""
    return began_at(session, now) + session.agenda.planned_seconds * 1000


def over_seconds(session: Session, now: int) -> float:
    """How far the expected end lies behind the planned one. Positive is behind (over), negative ahead (under)."""
    return (expected_end_at(session, now) - planned_end_at(session, now)) / 1000


def late_start_seconds(session: Session) -> float:
    """How much later than planned the interview began. Positive is late; zero while either is unknown."""
    if session.started_at is None or session.planned_start_at is None:
        return 0.0
    return (session.started_at - session.planned_start_at) / 1000


def must_give_up_seconds(session: Session, now: int) -> float:
    """How much has to go for the hard stop to hold. Positive must go; negative is room; zero without a hard stop."""
    if session.hard_stop_at is None:
        return 0.0
    return (expected_end_at(session, now) - session.hard_stop_at) / 1000


def elapsed_seconds(session: Session, now: int) -> float:
    """What went by since the interview began, pauses included; zero before."""
    if session.started_at is None:
        return 0.0
    return ((session.ended_at if session.ended_at is not None else now) - session.started_at) / 1000


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _place(session: Session, segment: Segment, position: int, current_at: int) -> Place:
    if position == current_at:
        return Place.CURRENT
    if session.is_running and position > current_at and segment.id not in session.skipped:
        return Place.AHEAD
    if any(visit.segment == segment.id for visit in session.visits):
        return Place.DONE
    if segment.id in session.skipped:
        return Place.SKIPPED
    return Place.PASSED_OVER if session.started_at is not None else Place.AHEAD


def _spent(session: Session, now: int) -> tuple[dict[str, float], dict[str, int], dict[str, int]]:
    """Per visited segment: the seconds used, when it was first entered, when it was last left."""
    used: dict[str, float] = {}
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for visit in session.visits:
        used[visit.segment] = used.get(visit.segment, 0.0) + visit_seconds(session, visit, now)
        first.setdefault(visit.segment, visit.started_at)
        last[visit.segment] = now if visit.ended_at is None else visit.ended_at
    return used, first, last
