"""One rounding for all: at any instant the parts add up, and the same figure is the same wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.language.decision import Refusal
from facilitator.domain.pacing.recovery import recovery_choices
from facilitator.domain.time import timing
from facilitator.domain.time.alerts import phases_entered
from facilitator.domain.time.as_shown import as_shown, whole
from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.protected_time import eaten
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(
    part("Opening", "1m"),
    part("Talk", "2m"),
    part("Theirs", "2m", kind="candidate_questions"),
    part("Closing", "1m"),
    bell=True,
)
LINES = ("/next", "/next", "/back", "/goto 3", "/pause", "/resume", "/add 20s", "/late 7s", "/late 3s for 1", "a note")


@st.composite
def rooms(draw) -> Room:
    """An interview in which things happen at any millisecond."""
    room = Room(PLAN, planned="0:00")
    room.clock.advance(draw(st.integers(0, 9_999)) / 1000)
    room.conductor.submit("/start")
    for line, ms in draw(st.lists(st.tuples(st.sampled_from(LINES), st.integers(0, 59_999)), max_size=10)):
        room.clock.advance(ms / 1000)
        try:
            room.conductor.submit(line)
        except Refusal:
            continue
    room.clock.advance(draw(st.integers(0, 99_999)) / 1000)
    return room


def report(room: Room) -> Debrief:
    return debrief(room.session, room.conductor.now())


@given(rooms(), st.booleans())
def test_on_paper_the_parts_add_up_to_the_whole(room, has_ended):
    if has_ended:
        room.conductor.submit("/end")
    told = report(room)
    actual = [row.actual_seconds for row in told.timeline]
    assert sum(actual) + told.timing.paused_seconds == told.timing.actual_seconds
    assert sum(kind.actual for kind in told.timing.by_kind.values()) == sum(actual)
    if has_ended:
        over = told.timing.actual_seconds - told.timing.planned_seconds
        assert told.timing.over_seconds == over
        assert told.timing.late_end_seconds == over + told.timing.late_start_seconds


@given(rooms())
def test_on_the_screen_what_was_used_and_what_is_left_are_what_was_allotted(room):
    session, now = room.session, room.conductor.now()
    face = clock_face(session, now)
    rows = {row.number: row for row in report(room).timeline}
    running = PLAN.position_by_segment[session.current.id] + 1
    assert face.remaining_seconds + rows[running].actual_seconds == face.allotted_seconds


@given(rooms())
def test_the_screen_and_the_debrief_say_the_same_second(room):
    session, now = room.session, room.conductor.now()
    face, told = clock_face(session, now), report(room)
    assert told.timing.over_seconds == face.over_seconds
    order = timing.running_order(*as_shown(session, now))
    assert [row.actual_seconds for row in told.timeline] == [row.used_seconds for row in order]
    for way in recovery_choices(session, now):
        assert way.over_seconds + way.gained_seconds == face.over_seconds
        assert way.ends_at + way.gained_seconds * 1000 == session.on_timeline(face.ends_at)


@given(rooms())
def test_what_was_on_the_screen_as_it_ended_stands_in_the_debrief(room):
    session, now = room.session, room.conductor.now()
    face = clock_face(session, now)
    room.conductor.submit("/end")
    running = report(room).timeline[PLAN.position_by_segment[session.current.id]]
    assert running.actual_seconds == face.allotted_seconds - face.remaining_seconds


@given(st.integers(0, 999), st.integers(-3000, 3000))
def test_overtime_begins_everywhere_at_the_same_instant(start_ms, around_ms):
    room = Room(PLAN, planned="0:00")
    room.clock.advance(start_ms / 1000)
    room.conductor.submit("/start")
    room.conductor.submit("/next")
    now = room.at("2:00") + around_ms
    face = clock_face(room.session, now)
    over = max(0, (whole(now) - room.at("2:00")) // 1000)
    assert (face.phase == "overtime") == (over > 0)
    assert face.word == ("over" if over else "left")
    assert max(0, -face.remaining_seconds) == over
    spent = eaten(*as_shown(room.session, now))
    assert face.eating == (spent.words if spent else "")
    rung = [phase for ms in range(-3000, around_ms + 1, 500) for phase in _rung(room, ms)]
    assert ("overtime" in rung) == (whole_before(around_ms) > 0)


def whole_before(ms: int) -> int:
    """The whole seconds of overtime at the last of the looks, which come every half second."""
    return (ms + 3000) // 500 * 500 // 1000 - 3


def _rung(room: Room, ms: int):
    return phases_entered(room.session, room.at("2:00") + ms - 500, room.at("2:00") + ms)


def test_a_countdown_shows_its_first_second_whole_and_its_last_as_nothing():
    room = Room(PLAN, "0:00 /start")
    shown = [clock_face(room.session, room.at("0:00") + ms).digits for ms in (0, 999, 1000, 59_999, 60_000, 60_999)]
    assert shown == ["1:00", "1:00", "0:59", "0:01", "0:00", "0:00"]


@given(rooms())
def test_what_is_shown_is_shown_of_itself(room):
    session, now = room.session, room.conductor.now()
    once = as_shown(session, now)
    assert as_shown(*once) == once
    assert all(visit.started_at % 1000 == 0 for visit in once[0].visits)
