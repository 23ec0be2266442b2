"""Time: what remains, what is expected, how far from the plan. Pure functions of a session and `now`.

Names and meaning follow show timers (Ontime's `timerUtils`), sharpened for interviews. The plan is never edited:
`allotted` is the planned time with what was added or taken, `used` is the time spent in all visits of a segment,
without pauses. Time between two sittings counts in nothing. Instants are ms since 1970 on the session's timeline,
durations are seconds; a function that returns a signed value says what positive means. Nothing is rounded here: what
is shown to anybody is computed from `as_shown`.
"""

from enum import StrEnum

from msgspec import Struct

from facilitator.domain.plan.agenda import Segment
from facilitator.domain.session.state import Session
from facilitator.domain.time.phases import Phase, phase_of
from facilitator.domain.time.sittings import apart_ms, is_in_first_sitting, room_lost_at, sitting_end_after
from facilitator.domain.time.usage import Usage, usage


class SegmentState(StrEnum):
    """Where a segment stands in the running order."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    SKIPPED = "skipped"
    PASSED_OVER = "passed over"
    """Neither visited nor skipped when the interview ended; until then it is ahead."""


class Expected(Struct, frozen=True):
    """One line of the running order: the plan for a segment, and what happened or is expected to happen.

    `planned_seconds` is its length in the agenda, 0 for a segment that was added. `expected_start_at` and
    `expected_end_at` are the actual instants for a segment that is done, and None for one that was left out.
    """

    segment: Segment
    state: SegmentState
    planned_seconds: int
    expected_start_at: int | None
    expected_end_at: int | None
    allotted_seconds: int
    used_seconds: float


class Standing(Struct, frozen=True):
    """How the interview is doing at a moment; most fields mean the same as the function of their name."""

    phase: Phase
    segment: Segment | None
    used: Usage
    allotted_seconds: int
    remaining_seconds: float
    expected_end_at: int
    over_seconds: float
    late_end_seconds: float | None
    hard_stop_over_seconds: float


def used_seconds(session: Session, segment: Segment, now: int) -> float:
    """Return the time spent in all visits of a segment until `now`, without pauses."""
    return usage(session, now).used_ms.get(segment.id, 0) / 1000


def allotted_seconds(session: Session, segment: Segment) -> int:
    """Return the length of a segment in the plan, with what was added or taken; never below zero."""
    return max(0, segment.length_seconds + session.added_seconds.get(segment.id, 0))


def remaining_seconds(session: Session, segment: Segment, now: int) -> float:
    """Return the time that a segment has left; negative is overtime."""
    return _remaining_ms(session, segment, usage(session, now)) / 1000


def left_ms(session: Session, segment: Segment, used: Usage) -> int:
    """Return the time that a segment has left, in ms; zero in overtime."""
    return max(0, _remaining_ms(session, segment, used))


def phase(session: Session, now: int) -> Phase:
    """Return the phase of the running segment; `waiting` before the start, `ended` after the end."""
    return standing(session, now).phase


def began_at(session: Session, now: int) -> int:
    """Return when the interview began or, before that, will begin: as planned, or `now` if that has passed."""
    if session.started_at is not None:
        return session.started_at
    if session.planned_start_at is None:
        return now
    return max(now, session.on_timeline(session.planned_start_at))


def standing(session: Session, now: int) -> Standing:
    """Return everything that a glance needs, computed in one pass."""
    used = usage(session, now)
    segment = session.current
    remaining = _remaining_ms(session, segment, used) / 1000 if segment else 0.0
    ends_at = _expected_end_at(session, now, used)
    return Standing(
        phase=phase_of(session, segment, remaining),
        segment=segment,
        used=used,
        allotted_seconds=allotted_seconds(session, segment) if segment else 0,
        remaining_seconds=remaining,
        expected_end_at=ends_at,
        over_seconds=(ends_at - planned_end_at(session, now)) / 1000,
        late_end_seconds=_late_end_seconds(session, ends_at),
        hard_stop_over_seconds=_hard_stop_over_seconds(session, ends_at),
    )


def running_order(session: Session, now: int) -> tuple[Expected, ...]:
    """Return every segment with its planned and its actual or expected times, in the order of the plan."""
    used = usage(session, now)
    current = session.current
    gone = _not_ahead(session, used.used_ms)
    cursor = began_at(session, now) if current is None else now + left_ms(session, current, used)
    order = []
    for segment in session.plan.segments:
        state = _state(session, segment, gone)
        starts: int | None = used.first_at.get(segment.id)
        ends: int | None = used.last_at.get(segment.id)
        if state is SegmentState.CURRENT:
            ends = now + left_ms(session, segment, used)
        elif state is SegmentState.AHEAD:
            starts, ends = cursor, cursor + left_ms(session, segment, used)
            cursor = ends
        planned = session.agenda.length_by_segment.get(segment.id, 0)
        allotted, spent = allotted_seconds(session, segment), used.used_ms.get(segment.id, 0) / 1000
        order.append(Expected(segment, state, planned, starts, ends, allotted, spent))
    return tuple(order)


def ahead(session: Session, used: Usage | None = None) -> tuple[Segment, ...]:
    """Return the segments still to come, in order: all before the start, none after the end.

    What wasn't entered or skipped is ahead, also what was jumped over; and going back to a segment takes up again what
    stands behind it and came after it. What was left before it had more than its shortest sensible length is ahead as
    well, with what it has left, unless everything up to the running segment has been entered since. `used` is the usage
    at any moment since the running one was entered, for whoever knows it.
    """
    if session.ended_at is not None:
        return ()
    if used is None:
        used = usage(session, session.visits[-1].started_at if session.visits else 0)
    gone = _not_ahead(session, used.used_ms)
    return tuple(segment for segment in session.plan.segments if segment.id not in gone)


def expected_end_at(session: Session, now: int) -> int:
    """Return when the interview will end if every segment ahead takes its time, or when it ended."""
    return _expected_end_at(session, now, usage(session, now))


def planned_end_at(session: Session, now: int) -> int:
    """Return when the plan would end, counted from the real beginning: a late start is forgiven, and so is a night."""
    return began_at(session, now) + session.agenda.planned_seconds * 1000 + apart_ms(session, now)


def over_seconds(session: Session, now: int) -> float:
    """Return how far the expected end is from the planned one. Positive is later (over), negative earlier (under)."""
    return (expected_end_at(session, now) - planned_end_at(session, now)) / 1000


def late_start_seconds(session: Session) -> float:
    """Return how much later than planned the interview began. Positive is late; zero while either is unknown."""
    if session.started_at is None or session.planned_start_at is None:
        return 0.0
    return (session.started_at - session.on_timeline(session.planned_start_at)) / 1000


def promised_end_at(session: Session) -> int | None:
    """Return the end that the plan's time of day promised; None if it has none, or in a later sitting."""
    if session.planned_start_at is None or not is_in_first_sitting(session):
        return None
    return session.on_timeline(session.planned_start_at) + session.agenda.planned_seconds * 1000


def late_end_seconds(session: Session, now: int) -> float | None:
    """Return how much later than promised the interview ends, or ended. Positive is late; None without a promise."""
    return _late_end_seconds(session, expected_end_at(session, now))


def hard_stop_over_seconds(session: Session, now: int) -> float:
    """Return how far the expected end lies behind the hard stop. Negative is time to spare; zero without a stop.

    The hard stop of an earlier sitting is compared with the end of that.
    """
    if session.hard_stop_at is None:
        return 0.0
    stop = session.on_timeline(session.hard_stop_at)
    sitting_ended_at = sitting_end_after(session, stop)
    return ((expected_end_at(session, now) if sitting_ended_at is None else sitting_ended_at) - stop) / 1000


def elapsed_seconds(session: Session, now: int) -> float:
    """Return the time since the interview began, up to its end and with pauses, in all sittings; zero before it."""
    if session.started_at is None:
        return 0.0
    ends_at = session.ended_at if session.ended_at is not None else now
    return (ends_at - session.started_at - apart_ms(session, now)) / 1000


def _remaining_ms(session: Session, segment: Segment, used: Usage) -> int:
    return allotted_seconds(session, segment) * 1000 - used.used_ms.get(segment.id, 0)


def _expected_end_at(session: Session, now: int, used: Usage) -> int:
    if session.ended_at is not None:
        return session.ended_at
    current = session.current
    ends_at = began_at(session, now) if current is None else now + left_ms(session, current, used)
    added, used_ms, gone = session.added_seconds, used.used_ms, _not_ahead(session, used.used_ms)
    for segment in session.plan.segments:  # `ahead` and `left_ms` written out, because this runs with every tick
        if segment.id in gone:
            continue
        left = (segment.length_seconds + added.get(segment.id, 0)) * 1000 - used_ms.get(segment.id, 0)
        if left > 0:
            ends_at += left
    return ends_at


def _late_end_seconds(session: Session, ends_at: int) -> float | None:
    promised_at = promised_end_at(session)
    return None if promised_at is None else (ends_at - promised_at) / 1000


def _hard_stop_over_seconds(session: Session, ends_at: int) -> float:
    lost_at = room_lost_at(session)
    return 0.0 if lost_at is None else (ends_at - lost_at) / 1000


def _not_ahead(session: Session, used_ms: dict[str, int]) -> set[str]:
    """Return the ids of the segments that don't come any more; `used_ms` has them in the order of their first entry."""
    gone = set(session.skipped)
    if session.visits:
        plan, running = session.plan, session.visits[-1].segment
        places, is_earlier = plan.position_by_segment, True
        place = places[running]
        jumped_over = max(
            (at for one, at in places.items() if at < place and one not in used_ms and one not in gone), default=0
        )
        for entered, spent in used_ms.items():
            is_behind = places[entered] > place
            could_come = is_behind if is_earlier else places[entered] < jumped_over
            is_left_early = could_come and not _had_its_time(session, plan.segment(entered), spent)
            is_taken_up_again = is_behind and not is_earlier
            if not (is_left_early or is_taken_up_again):
                gone.add(entered)
            is_earlier = is_earlier and entered != running
    return gone


def _had_its_time(session: Session, segment: Segment, spent_ms: int) -> bool:
    least = min(segment.shortest_seconds + 1, allotted_seconds(session, segment))
    return spent_ms >= least * 1000


def _state(session: Session, segment: Segment, gone: set[str]) -> SegmentState:
    if segment is session.current:
        return SegmentState.CURRENT
    if session.ended_at is None and segment.id not in gone:
        return SegmentState.AHEAD
    if any(visit.segment == segment.id for visit in session.visits):
        return SegmentState.DONE
    return SegmentState.SKIPPED if segment.id in session.skipped else SegmentState.PASSED_OVER
