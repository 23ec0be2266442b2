"""What a glance at the clock shows: whole seconds and words, never a bare sign."""

from timeit import repeat

import pytest

from facilitator.domain.time.clock_face import clock_face
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(
    part("Opening", "5m"),
    part("Talk", "10m"),
    part("Theirs", "15m", kind="candidate_questions"),
    part("Closing", "5m"),
)


@pytest.mark.parametrize(
    ("script", "after_ms", "expected"),
    [
        ("", 0, "35:00 not started, on time, ends 10:35"),
        ("0:00 /start", 0, "5:00 left, on time, ends 10:35"),
        # The second that has begun is shown: 5:00 until it is over, 0:00 only when time is up.
        ("0:00 /start", 1, "5:00 left, on time, ends 10:35"),
        ("0:00 /start", 999, "5:00 left, on time, ends 10:35"),
        ("0:00 /start", 1000, "4:59 left, on time, ends 10:35"),
        ("0:00 /start", 299_999, "0:01 left, on time, ends 10:35"),
        ("0:00 /start", 300_000, "0:00 left, on time, ends 10:35"),
        ("0:00 /start", 300_999, "0:00 over, 0:01 over, ends 10:35"),
        ("0:00 /start", 301_000, "0:01 over, 0:01 over, ends 10:35"),
        ("0:00 /start", 550_000, "4:10 over, 4:10 over, ends 10:39"),
        ("0:00 /start\n1:00 /pause", 0, "4:00 left, on time, ends 10:35"),
        ("0:00 /start\n3:30 /next", 0, "10:00 left, 1:30 under, ends 10:33"),
        ("0:00 /start\n9:00 /end", 0, "0:00 ended, 26:00 under, ends 10:09"),
    ],
)
def test_words(script: str, after_ms: int, expected: str):
    room = Room(PLAN, script)
    now = room.conductor.now() + after_ms
    face = clock_face(room.session, now)
    ends = f"10:{room.text(face.ends_at).partition(':')[0].zfill(2)}"
    assert f"{face.digits} {face.word}, {face.deviation}, ends {ends}" == expected


def test_two_moments_within_a_second_look_the_same():
    room = Room(PLAN, "0:00 /start")
    faces = [clock_face(room.session, room.at("1:00") + 1 + after) for after in (0, 400, 998, 999)]
    assert faces[0] == faces[1] == faces[2]
    assert faces[3] != faces[0]


@pytest.mark.parametrize(
    ("script", "at", "share"),
    [
        ("", "0:00", 0.0),
        ("0:00 /start", "0:00", 0.0),
        ("0:00 /start", "1:15", 0.25),
        ("0:00 /start", "5:00", 1.0),
        ("0:00 /start", "50:00", 1.0),
        ("0:00 /start\n1:00 /add 5m", "5:00", 0.5),
        ("0:00 /start\n0:00 /trim 5m", "0:00", 1.0),
        ("0:00 /start\n1:00 /end", "1:00", 1.0),
    ],
)
def test_how_much_is_used(script: str, at: str, share: float):
    room = Room(PLAN, script)
    assert clock_face(room.session, room.at(at)).used_share == share


@pytest.mark.parametrize(
    ("hard_stop", "script", "at", "expected"),
    [
        (None, "0:00 /start", "20:00", ""),
        ("35:00", "0:00 /start", "5:00", ""),
        ("35:00", "0:00 /start", "5:01", "must give up 0:01 by 10:35"),
        ("35:00", "0:00 /start", "11:00", "must give up 6:00 by 10:35"),
        ("35:00", "6:00 /start", "6:00", "must give up 6:00 by 10:35"),
        ("35:00", "", "6:00", "must give up 6:00 by 10:35"),
        ("35:00", "0:00 /start\n11:00 /skip 4", "11:00", "must give up 1:00 by 10:35"),
        ("35:00", "0:00 /start\n41:00 /end", "41:00", ""),
    ],
)
def test_what_must_be_given_up(hard_stop: str | None, script: str, at: str, expected: str):
    room = Room(PLAN, script, hard_stop=hard_stop)
    assert clock_face(room.session, room.at(at)).give_up == expected


def test_a_glance_at_a_long_interview_costs_little():
    """A hundred segments, half of them behind: well under 200 µs; the best of many, since machines are busy."""
    parts = [part(f"S{number}", "5m") for number in range(99)]
    room = Room(agenda(*parts, part("Theirs", "15m", kind="candidate_questions"), length_seconds=3600), "0:00 /start")
    for _ in range(49):
        room.clock.advance(310)
        room.conductor.submit("/next")
    room.clock.advance(330)
    session, now = room.session, room.conductor.now()
    assert "spending" in clock_face(session, now).eating
    assert min(repeat(lambda: clock_face(session, now), number=10, repeat=50)) / 10 < 200e-6
