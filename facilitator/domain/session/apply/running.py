"""Apply the facts about the running interview: visits, pauses, time added and taken, the floor, the clocks, the end."""

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.running import (
    CANDIDATE,
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
def _anchored(session: Session, event: Event, fact: ClockAnchored) -> None:
    session.anchors[event.author.device] = Anchor(event.at, fact.reading)
    if session.ended_at is not None:  # after the end there is nothing to measure
        return
    session.wall_offset_ms = fact.reading.wall_ms - event.at
    if fact.reason:
        session.clock_marks.append(fact.reason)


@on(SegmentStarted)
def _segment_started(session: Session, event: Event, fact: SegmentStarted) -> None:
    if fact.segment not in session.plan.position_by_segment or session.ended_at is not None:
        return
    at = close_visit(session, event.at)
    session.visits.append(Visit(fact.segment, at, id=event.id))
    session.skipped.discard(fact.segment)
    if session.started_at is None:
        session.started_at = at


@on(SegmentSkipped)
def _segment_skipped(session: Session, event: Event, fact: SegmentSkipped) -> None:
    if fact.segment in session.plan.position_by_segment:
        session.skipped.add(fact.segment)


@on(BoundaryMoved)
def _boundary_moved(session: Session, event: Event, fact: BoundaryMoved) -> None:
    if session.current is None:
        return
    visit = session.visits[-1]
    start_at = min(fact.start_at, event.at)
    if len(session.visits) > 1:
        before = session.visits[-2]
        start_at = max(start_at, before.started_at)
        session.visits[-2] = replace(before, ended_at=start_at)
    else:
        start_at = max(start_at, session.opened_at)
        session.started_at = start_at
    session.visits[-1] = replace(visit, started_at=start_at)


@on(TimeAdded)
def _time_added(session: Session, event: Event, fact: TimeAdded) -> None:
    if fact.segment in session.plan.position_by_segment:
        session.added_seconds[fact.segment] = session.added_seconds.get(fact.segment, 0) + fact.seconds


@on(RunningLateAccepted)
def _running_late_accepted(session: Session, event: Event, fact: RunningLateAccepted) -> None:
    """Change nothing: the times are as late as they are."""


@on(InterviewPaused)
def _paused(session: Session, event: Event, fact: InterviewPaused) -> None:
    if session.is_running and not session.is_paused:
        session.pauses.append(Pause(max(event.at, _last_pause_end(session))))


@on(InterviewResumed)
def _resumed(session: Session, event: Event, fact: InterviewResumed) -> None:
    if session.is_paused:
        pause = session.pauses[-1]
        session.pauses[-1] = replace(pause, ended_at=max(event.at, pause.started_at))


@on(FloorTaken)
def _floor_taken(session: Session, event: Event, fact: FloorTaken) -> None:
    known = fact.holder in ("", CANDIDATE) or fact.holder in session.plan.panelist_by_id
    if known and session.is_running:
        earliest = session.floor[-1].started_at if session.floor else event.at
        session.floor.append(FloorTurn(fact.holder, max(event.at, earliest)))


@on(InterviewEnded)
def _ended(session: Session, event: Event, fact: InterviewEnded) -> None:
    if session.is_running:
        session.ended_at = close_visit(session, event.at)


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


def _last_pause_end(session: Session) -> int:
    """Return when the last pause ended; a new one begins no earlier, so that the pauses stay in order of time."""
    ended_at = session.pauses[-1].ended_at if session.pauses else None
    return session.opened_at if ended_at is None else ended_at
