"""Apply the facts about the running interview: visits, pauses, time added and taken, the floor, the clocks, the end."""

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.running import (
    CANDIDATE,
    EARLIEST_START_MS,
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
from facilitator.domain.facts.timeline import Anchor
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.state import FloorTurn, Pause, Session, Visit


@on(ClockAnchored)
def _anchored(session: Session, event: Event, fact: ClockAnchored) -> bool:
    session.anchors[event.author.device] = Anchor(event.at, fact.reading)
    if session.ended_at is not None:  # after the end there is nothing to measure
        return True
    if session.devices and event.author.device != next(iter(session.devices)):  # panel time is the host's
        return True
    session.wall_offset_ms = fact.reading.wall_ms - event.at
    if fact.reason:
        session.clock_marks.append(fact.reason)
    return True


@on(SegmentStarted)
def _segment_started(session: Session, event: Event, fact: SegmentStarted) -> bool:
    if fact.segment not in session.plan.position_by_segment or session.ended_at is not None:
        return False
    running = session.visits[-1] if session.current is not None else None
    if running is not None and running.segment == fact.segment:  # two devices went on at once
        return False
    if fact.after and (session.is_paused or running is None or running.id != fact.after):  # its time wasn't up
        return False
    at = close_visit(session, event.at)
    session.visits.append(Visit(fact.segment, at, id=event.id))
    session.skipped.discard(fact.segment)
    if session.started_at is None:
        session.started_at = at
    return True


@on(SegmentSkipped)
def _segment_skipped(session: Session, event: Event, fact: SegmentSkipped) -> bool:
    if fact.segment not in session.plan.position_by_segment or fact.segment in session.skipped:
        return False
    session.skipped.add(fact.segment)
    return True


@on(BoundaryMoved)
def _boundary_moved(session: Session, event: Event, fact: BoundaryMoved) -> bool:
    place = _place_of_visit(session, fact.visit)
    if place is None:
        return False
    visit = session.visits[place]
    start_at = min(fact.start_at, event.at if visit.ended_at is None else min(event.at, visit.ended_at))
    if place:
        before = session.visits[place - 1]
        start_at = max(start_at, before.started_at)
        session.visits[place - 1] = replace(before, ended_at=start_at)
    else:
        start_at = max(start_at, session.opened_at - (EARLIEST_START_MS if fact.visit else 0))
        session.started_at = start_at
    session.visits[place] = replace(visit, started_at=start_at)
    if fact.visit:
        _move_end_of_pause(session, visit.started_at, start_at)
    return True


@on(TimeAdded)
def _time_added(session: Session, event: Event, fact: TimeAdded) -> bool:
    if fact.segment not in session.plan.position_by_segment or not fact.seconds:
        return False
    session.added_seconds[fact.segment] = session.added_seconds.get(fact.segment, 0) + fact.seconds
    return True


@on(RunningLateAccepted)
def _running_late_accepted(session: Session, event: Event, fact: RunningLateAccepted) -> bool:
    """Change nothing: the times are as late as they are. But it means something, and so can be taken back."""
    return True


@on(InterviewPaused)
def _paused(session: Session, event: Event, fact: InterviewPaused) -> bool:
    if not session.is_running or session.is_paused:
        return False
    session.pauses.append(Pause(max(event.at, _last_pause_end(session))))
    return True


@on(InterviewResumed)
def _resumed(session: Session, event: Event, fact: InterviewResumed) -> bool:
    if not session.is_paused:
        return False
    pause = session.pauses[-1]
    session.pauses[-1] = replace(pause, ended_at=max(event.at, pause.started_at))
    return True


@on(FloorTaken)
def _floor_taken(session: Session, event: Event, fact: FloorTaken) -> bool:
    known = fact.holder in ("", CANDIDATE) or fact.holder in session.plan.panelist_by_id
    if not known or not session.is_running:
        return False
    earliest = session.floor[-1].started_at if session.floor else event.at
    session.floor.append(FloorTurn(fact.holder, max(event.at, earliest)))
    return True


@on(InterviewEnded)
def _ended(session: Session, event: Event, fact: InterviewEnded) -> bool:
    if session.started_at is None:
        return False
    session.ended_by = (*session.ended_by, event.group)
    if session.ended_at is not None:  # two devices ended it: both ends have to be taken back for it to go on
        return False
    session.ended_at = close_visit(session, event.at)
    return True


def close_visit(session: Session, at: int) -> int:
    """End the running visit and any pause at `at`; return the instant used, which is never before the visit's start."""
    if session.visits and session.visits[-1].ended_at is None:
        visit = session.visits[-1]
        at = max(at, visit.started_at)
        session.visits[-1] = replace(visit, ended_at=at)
    if session.is_paused:
        pause = session.pauses[-1]
        session.pauses[-1] = replace(pause, ended_at=max(at, pause.started_at))
    return at


def _place_of_visit(session: Session, visit_id: str) -> int | None:
    """Return the index of the visit with this id; without an id, of the running one."""
    if visit_id:
        return next((place for place, visit in enumerate(session.visits) if visit.id == visit_id), None)
    return len(session.visits) - 1 if session.current is not None else None


def _move_end_of_pause(session: Session, from_at: int, to_at: int) -> None:
    """Let the pause that the beginning of a segment ended at `from_at` end at `to_at`, where that really began.

    It stays as it is if the segment began before the pause, or a later pause is in the way.
    """
    for place, pause in enumerate(session.pauses):
        following = session.pauses[place + 1].started_at if place + 1 < len(session.pauses) else to_at
        if pause.ended_at == from_at and pause.started_at <= to_at <= following:
            session.pauses[place] = replace(pause, ended_at=to_at)


def _last_pause_end(session: Session) -> int:
    """Return when the last pause ended; a new one begins no earlier, so that the pauses stay in order of time."""
    ended_at = session.pauses[-1].ended_at if session.pauses else None
    return session.opened_at if ended_at is None else ended_at
