"""What the clock's facts do to a session, also where they come late, early or make no sense."""

import pytest

from facilitator.domain.facts.kinds import AnyFact
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
from facilitator.domain.facts.timeline import Reading
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing
from facilitator.domain.time.timing import SegmentState
from tests.domain.interviews import Room, agenda, part
from tests.domain.session.recorded import minutes, session_of

ONE, TWO, THREE = (SegmentStarted(segment=name) for name in ("one", "two", "three"))
PAUSED, RESUMED, ENDED = InterviewPaused(), InterviewResumed(), InterviewEnded()


def spans(session: Session, of: str) -> list[tuple[float | None, float | None]]:
    """The visits or the pauses as minutes since the opening."""
    return [(minute(span.started_at), minute(span.ended_at)) for span in getattr(session, of)]


def minute(at: int | None) -> float | None:
    return None if at is None else (at - minutes(0)) / 60_000


def moved(to: float) -> BoundaryMoved:
    return BoundaryMoved(start_at=minutes(to))


@pytest.mark.parametrize(
    ("recorded", "visits", "began"),
    [
        ([], [], None),
        ([(1, ONE)], [(1, None)], 1),
        ([(1, ONE), (4, TWO)], [(1, 4), (4, None)], 1),
        ([(1, ONE), (4, ENDED)], [(1, 4)], 1),
        # What is recorded as earlier than what it follows counts from there.
        ([(4, ONE), (1, TWO)], [(4, 4), (4, None)], 4),
        ([(4, ONE), (1, ENDED)], [(4, 4)], 4),
        # No segment of the agenda, nothing after the end, no end before the start, one end.
        ([(1, SegmentStarted(segment="ten"))], [], None),
        ([(1, ONE), (2, ENDED), (3, TWO)], [(1, 2)], 1),
        ([(1, ENDED)], [], None),
        ([(1, ONE), (2, ENDED), (3, ENDED)], [(1, 2)], 1),
        # The boundary between two, moved: back, forward, no further than either end.
        ([(1, ONE), (4, TWO), (5, moved(3))], [(1, 3), (3, None)], 1),
        ([(1, ONE), (4, TWO), (6, moved(5))], [(1, 5), (5, None)], 1),
        ([(1, ONE), (4, TWO), (5, moved(0.5))], [(1, 1), (1, None)], 1),
        ([(1, ONE), (4, TWO), (5, moved(9))], [(1, 5), (5, None)], 1),
        ([(1, ONE), (4, TWO), (6, THREE), (7, moved(3))], [(1, 4), (4, 4), (4, None)], 1),
        # The start of the first, moved: not before the opening.
        ([(3, ONE), (4, moved(2))], [(2, None)], 2),
        ([(3, ONE), (4, moved(-2))], [(0, None)], 0),
        ([(3, ONE), (4, moved(9))], [(4, None)], 4),
        ([(1, moved(0))], [], None),
        ([(1, ONE), (2, ENDED), (3, moved(0))], [(1, 2)], 1),
    ],
)
def test_visits(recorded, visits, began):
    session = session_of(*recorded)
    assert spans(session, "visits") == visits
    assert minute(session.started_at) == began


@pytest.mark.parametrize(
    ("recorded", "pauses"),
    [
        ([(1, PAUSED)], []),
        ([(1, ONE), (2, PAUSED)], [(2, None)]),
        ([(1, ONE), (2, PAUSED), (3, PAUSED)], [(2, None)]),
        ([(1, ONE), (2, PAUSED), (3, RESUMED)], [(2, 3)]),
        ([(1, ONE), (2, RESUMED)], []),
        ([(1, ONE), (2, PAUSED), (3, RESUMED), (4, RESUMED)], [(2, 3)]),
        ([(1, ONE), (2, ENDED), (3, PAUSED)], []),
        # A pause ends with the segment, and with the interview.
        ([(1, ONE), (2, PAUSED), (3, TWO)], [(2, 3)]),
        ([(1, ONE), (2, PAUSED), (3, ENDED)], [(2, 3)]),
        # They lie in the order of time, and none is shorter than nothing.
        ([(1, ONE), (3, PAUSED), (2, RESUMED)], [(3, 3)]),
        ([(1, ONE), (3, PAUSED), (2, TWO)], [(3, 3)]),
        ([(1, ONE), (2, PAUSED), (5, RESUMED), (4, PAUSED)], [(2, 5), (5, None)]),
        ([(1, ONE), (2, PAUSED), (5, RESUMED), (6, PAUSED)], [(2, 5), (6, None)]),
        ([(1, ONE), (2, PAUSED), (3, RESUMED), (5, PAUSED), (8, RESUMED), (7, PAUSED)], [(2, 3), (5, 8), (8, None)]),
        ([(1, ONE), (-1, PAUSED)], [(0, None)]),
    ],
)
def test_pauses(recorded, pauses):
    assert spans(session_of(*recorded), "pauses") == pauses


def test_a_segment_that_is_entered_after_all_is_skipped_no_longer():
    skipped = SegmentSkipped(segment="two")
    assert session_of((1, ONE), (2, skipped)).skipped == {"two"}
    assert session_of((1, ONE), (2, skipped), (3, THREE)).skipped == {"two"}
    assert session_of((1, ONE), (2, skipped), (3, TWO)).skipped == set()
    assert session_of((1, ONE), (2, SegmentSkipped(segment="ten"))).skipped == set()


def test_time_given_and_taken_adds_up_by_segment():
    def given(segment: str, seconds: int) -> AnyFact:
        return TimeAdded(segment=segment, seconds=seconds)

    session = session_of((1, given("one", 60)), (2, given("two", 30)), (3, given("one", -90)), (4, given("ten", 5)))
    assert session.added_seconds == {"one": -30, "two": 30}


@pytest.mark.parametrize(
    ("recorded", "turns"),
    [
        ([(1, FloorTaken(holder="bo"))], []),
        ([(1, ONE), (2, FloorTaken(holder="bo"))], [("bo", 2)]),
        ([(1, ONE), (2, FloorTaken(holder=CANDIDATE)), (3, FloorTaken(holder=""))], [(CANDIDATE, 2), ("", 3)]),
        ([(1, ONE), (2, FloorTaken(holder="zed"))], []),
        ([(1, ONE), (2, ENDED), (3, FloorTaken(holder="bo"))], []),
        ([(1, ONE), (3, FloorTaken(holder="bo")), (2, FloorTaken(holder="ann"))], [("bo", 3), ("ann", 3)]),
    ],
)
def test_turns_of_speaking(recorded, turns):
    assert [(turn.holder, minute(turn.started_at)) for turn in session_of(*recorded).floor] == turns


def anchored(wall_ms: int, reason: str = "") -> ClockAnchored:
    return ClockAnchored(reading=Reading(minutes(2) + wall_ms, 5000, "boot"), reason=reason)


def test_a_clock_that_was_set_moves_what_the_wall_shows_and_is_marked():
    session = session_of((2, anchored(7000, "It was set.")))
    assert session.wall_offset_ms == 7000
    assert session.clock_marks == ["It was set."]
    assert session.wall_time(minutes(3)) == minutes(3) + 7000
    assert session.on_timeline(minutes(3)) == minutes(3) - 7000
    anchor = session.anchors["laptop"]
    assert (anchor.at, anchor.reading.boot_ms) == (minutes(2), 5000)


def test_the_first_reading_is_no_mark():
    assert session_of((2, anchored(0))).clock_marks == []


def test_after_the_end_a_clock_changes_nothing_that_was_measured():
    session = session_of((1, ONE), (1.5, ENDED), (2, anchored(7000, "It was set.")))
    assert (session.wall_offset_ms, session.clock_marks) == (0, [])
    assert session.anchors["laptop"].at == minutes(2)


ROUND = agenda(part("Opening", "5m"), part("Talk", "10m"), part("Work", "20m"), part("Closing", "5m"))


def states(room: Room) -> list[SegmentState]:
    return [row.state for row in timing.running_order(room.session, room.conductor.now())]


def test_who_goes_to_a_skipped_segment_has_it_back():
    room = Room(ROUND, "0:00 /start\n1:00 /skip 3\n2:00 /goto 3\n5:00 /goto 2")
    assert states(room) == [SegmentState.DONE, SegmentState.CURRENT, SegmentState.AHEAD, SegmentState.AHEAD]
    assert room.text(timing.expected_end_at(room.session, room.at("5:00"))) == "37:00"
    assert room.conductor.submit("/next").said == "Now: Work."


def test_a_skip_stands_for_as_long_as_nobody_goes_there():
    room = Room(ROUND, "0:00 /start\n1:00 /skip 3\n2:00 /next")
    assert states(room) == [SegmentState.DONE, SegmentState.CURRENT, SegmentState.SKIPPED, SegmentState.AHEAD]
    assert room.conductor.submit("/next").said == "Now: Closing."


def test_a_boundary_can_be_moved_no_further_than_to_the_moment_of_the_move():
    room = Room(ROUND, "0:00 /start\n6:00 /next")
    visits = room.with_stray(BoundaryMoved(start_at=room.at("9:00")), "6:30").visits
    assert [room.text(visit.started_at) for visit in visits] == ["0:00", "6:30"]
    assert [room.text(visit.ended_at) for visit in visits] == ["6:30", ""]


def test_that_it_runs_late_changes_nothing_and_can_be_taken_back():
    late = session_of((1, ONE), (2, RunningLateAccepted()))
    assert late.acts[-1].fact == RunningLateAccepted()
    assert late.visits == session_of((1, ONE)).visits
