"""Time: what remains, what is expected, how far from the plan. Pure functions of a session and `now`.

Names and meaning follow show timers (Ontime's `timerUtils`), sharpened for interviews. The plan is
never edited: `allotted` is the plan with what was added or taken, `used` is what went by in all visits
of a segment less the pauses. Instants are ms since 1970 on the session's timeline, durations are
seconds; a function that returns a signed value says what positive means.
"""

from enum import StrEnum

from msgspec import Struct

from facilitator.domain.plan.agenda import Segment
from facilitator.domain.session.state import Session

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


class SegmentState(StrEnum):
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
    state: SegmentState
    planned_start_at: int
    planned_end_at: int
    expected_start_at: int | None
    expected_end_at: int | None
    allotted_seconds: int
    used_seconds: float


class Usage(Struct, frozen=True):
    """What went by until a moment, by segment id: ms used, and when it was first entered and last left."""

    used_ms: dict[str, int]
    first_at: dict[str, int]
    last_at: dict[str, int]


class Standing(Struct, frozen=True):
    """Where the interview stands at a moment, found in one pass; most fields are the function of the same name."""

    phase: Phase
    segment: Segment | None
    used: Usage
    allotted_seconds: int
    remaining_seconds: float
    expected_end_at: int
    over_seconds: float
    hard_stop_over_seconds: float


def usage(session: Session, now: int) -> Usage:
    """What went by in every visited segment; visits and pauses both lie in the order of time, so one pass does."""
    used_ms: dict[str, int] = {}
    first_at: dict[str, int] = {}
    last_at: dict[str, int] = {}
    pauses, place = session.pauses, 0
    for visit in session.visits:
        starts = visit.started_at
        ends = now if visit.ended_at is None else visit.ended_at
        spent = max(0, ends - starts)
        while place < len(pauses) and (pauses[place].ended_at or now) <= starts:
            place += 1
        overlapping = place
        while overlapping < len(pauses) and pauses[overlapping].started_at < ends:
            pause = pauses[overlapping]
            pause_ends = now if pause.ended_at is None else pause.ended_at
            spent -= max(0, min(ends, pause_ends) - max(starts, pause.started_at))
            overlapping += 1
        used_ms[visit.segment] = used_ms.get(visit.segment, 0) + spent
        first_at.setdefault(visit.segment, starts)
        last_at[visit.segment] = ends
    return Usage(used_ms, first_at, last_at)


def unpaused_ms(session: Session, starts_at: int, ends_at: int, now: int) -> int:
    """What went by between two instants, less the pauses."""
    spent = max(0, ends_at - starts_at)
    for pause in session.pauses:
        pause_ends = now if pause.ended_at is None else pause.ended_at
        spent -= max(0, min(ends_at, pause_ends) - max(starts_at, pause.started_at))
    return spent


def used_seconds(session: Session, segment: Segment, now: int) -> float:
    """What went by in all visits of a segment until `now`, less the pauses."""
    return usage(session, now).used_ms.get(segment.id, 0) / 1000


def allotted_seconds(session: Session, segment: Segment) -> int:
    """The planned length with what was added and taken; never below zero."""
    return max(0, segment.length_seconds + session.added_seconds.get(segment.id, 0))


def remaining_seconds(session: Session, segment: Segment, now: int) -> float:
    """What is left of a segment's time; negative is overtime."""
    return _remaining_ms(session, segment, usage(session, now)) / 1000


def left_ms(session: Session, segment: Segment, used: Usage) -> int:
    """What a segment still has, in ms; nothing in overtime."""
    return max(0, _remaining_ms(session, segment, used))


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
    return standing(session, now).phase


def began_at(session: Session, now: int) -> int:
    """When the interview began; before that, when it is expected to: as planned, or now if that has passed."""
    if session.started_at is not None:
        return session.started_at
    if session.planned_start_at is None:
        return now
    return max(now, session.on_timeline(session.planned_start_at))


def standing(session: Session, now: int) -> Standing:
    """Everything that a glance needs to know at once."""
    used = usage(session, now)
    segment = session.current
    remaining = _remaining_ms(session, segment, used) / 1000 if segment else 0.0
    ends_at = _expected_end_at(session, now, used)
    return Standing(
        phase=_phase(session, segment, remaining),
        segment=segment,
        used=used,
        allotted_seconds=allotted_seconds(session, segment) if segment else 0,
        remaining_seconds=remaining,
        expected_end_at=ends_at,
        over_seconds=(ends_at - planned_end_at(session, now)) / 1000,
        hard_stop_over_seconds=_hard_stop_over_seconds(session, ends_at),
    )


def running_order(session: Session, now: int) -> tuple[Expected, ...]:
    """Every segment with its planned and its actual or expected times, in the order of the agenda."""
    used = usage(session, now)
    current = session.current
    current_at = session.agenda.position_by_segment[current.id] if current else -1
    planned_at = cursor = began_at(session, now)
    order = []
    for position, segment in enumerate(session.agenda.segments):
        state = _state(session, segment, position, current_at, segment.id in used.used_ms)
        starts: int | None = used.first_at.get(segment.id)
        ends: int | None = used.last_at.get(segment.id)
        if state is SegmentState.CURRENT:
            ends = cursor = now + left_ms(session, segment, used)
        elif state is SegmentState.AHEAD:
            starts, ends = cursor, cursor + left_ms(session, segment, used)
            cursor = ends
        planned_ends_at = planned_at + segment.length_seconds * 1000
        allotted, spent = allotted_seconds(session, segment), used.used_ms.get(segment.id, 0) / 1000
        order.append(Expected(segment, state, planned_at, planned_ends_at, starts, ends, allotted, spent))
        planned_at = planned_ends_at
    return tuple(order)


def ahead(session: Session) -> tuple[Segment, ...]:
    """The segments that are still to come, in order: all of them before the start, none after the end."""
    if session.ended_at is not None:
        return ()
    current = session.current
    later = session.agenda.segments
    if current is not None:
        later = later[session.agenda.position_by_segment[current.id] + 1 :]
    if not session.skipped:
        return later
    return tuple(segment for segment in later if segment.id not in session.skipped)


def expected_end_at(session: Session, now: int) -> int:
    """When the interview ends if all that is ahead takes its time; when it ended, once it has."""
    return _expected_end_at(session, now, usage(session, now))


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
    return (session.started_at - session.on_timeline(session.planned_start_at)) / 1000


def hard_stop_over_seconds(session: Session, now: int) -> float:
    """How far the expected end lies behind the hard stop. Positive has to go; negative is room; zero without one."""
    return _hard_stop_over_seconds(session, expected_end_at(session, now))


def elapsed_seconds(session: Session, now: int) -> float:
    """What went by since the interview began, pauses included; zero before."""
    if session.started_at is None:
        return 0.0
    return ((session.ended_at if session.ended_at is not None else now) - session.started_at) / 1000


def _remaining_ms(session: Session, segment: Segment, used: Usage) -> int:
    return allotted_seconds(session, segment) * 1000 - used.used_ms.get(segment.id, 0)


def _phase(session: Session, segment: Segment | None, remaining: float) -> Phase:
    if segment is None:
        return Phase.ENDED if session.ended_at is not None else Phase.WAITING
    if remaining < 0:
        return Phase.OVERTIME
    if remaining <= danger_seconds(session, segment):
        return Phase.DANGER
    if remaining <= warning_seconds(session, segment):
        return Phase.WARNING
    return Phase.NORMAL


def _expected_end_at(session: Session, now: int, used: Usage) -> int:
    if session.ended_at is not None:
        return session.ended_at
    current = session.current
    ends_at = began_at(session, now) if current is None else now + left_ms(session, current, used)
    added, used_ms = session.added_seconds, used.used_ms
    for segment in ahead(session):  # what `left_ms` says, written out: this is asked with every tick
        left = (segment.length_seconds + added.get(segment.id, 0)) * 1000 - used_ms.get(segment.id, 0)
        if left > 0:
            ends_at += left
    return ends_at


def _hard_stop_over_seconds(session: Session, ends_at: int) -> float:
    if session.hard_stop_at is None:
        return 0.0
    return (ends_at - session.on_timeline(session.hard_stop_at)) / 1000


def _state(session: Session, segment: Segment, position: int, current_at: int, visited: bool) -> SegmentState:
    if position == current_at:
        return SegmentState.CURRENT
    if session.is_running and position > current_at and segment.id not in session.skipped:
        return SegmentState.AHEAD
    if visited:
        return SegmentState.DONE
    if segment.id in session.skipped:
        return SegmentState.SKIPPED
    return SegmentState.PASSED_OVER if session.started_at is not None else SegmentState.AHEAD
