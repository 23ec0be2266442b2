"""What the facts of the clock change, also where another device recorded them."""

from facilitator.domain.facts.kinds.running import BoundaryMoved
from facilitator.domain.time import timing
from facilitator.domain.time.timing import SegmentState
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(part("Opening", "5m"), part("Talk", "10m"), part("Work", "20m"), part("Closing", "5m"))


def states(room: Room) -> list[SegmentState]:
    return [row.state for row in timing.running_order(room.session, room.conductor.now())]


def test_who_goes_to_a_skipped_segment_has_it_back():
    room = Room(PLAN, "0:00 /start\n1:00 /skip 3\n2:00 /goto 3\n5:00 /goto 2")
    assert states(room) == [SegmentState.DONE, SegmentState.CURRENT, SegmentState.AHEAD, SegmentState.AHEAD]
    assert room.text(timing.expected_end_at(room.session, room.at("5:00"))) == "37:00"
    assert room.conductor.submit("/next").said == "Now: Work."


def test_a_skip_stands_for_as_long_as_nobody_goes_there():
    room = Room(PLAN, "0:00 /start\n1:00 /skip 3\n2:00 /next")
    assert states(room) == [SegmentState.DONE, SegmentState.CURRENT, SegmentState.SKIPPED, SegmentState.AHEAD]
    assert room.conductor.submit("/next").said == "Now: Closing."


def test_a_boundary_can_be_moved_no_further_than_to_the_moment_of_the_move():
    room = Room(PLAN, "0:00 /start\n6:00 /next")
    visits = room.with_stray(BoundaryMoved(start_at=room.at("9:00")), "6:30").visits
    assert [room.text(visit.started_at) for visit in visits] == ["0:00", "6:30"]
    assert [room.text(visit.ended_at) for visit in visits] == ["6:30", ""]
