"""What a glance at the clock shows: whole seconds and words, never a bare sign."""

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
        ("0:00 /start", 300_999, "0:00 left, on time, ends 10:35"),
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
        ("35:00", "0:00 /start", "5:00", "room until 10:35"),
        ("35:00", "0:00 /start", "5:01", "room until 10:35, 0:01 past it"),
        ("35:00", "0:00 /start", "11:00", "room until 10:35, 6:00 past it"),
        ("35:00", "6:00 /start", "6:00", "room until 10:35, 6:00 past it"),
        ("35:00", "", "6:00", "room until 10:35, 6:00 past it"),
        ("35:00", "0:00 /start\n11:00 /skip 4", "11:00", "room until 10:35, 1:00 past it"),
        ("35:00", "0:00 /start", "35:41", "room lost 0:41 ago"),
        ("35:00", "0:00 /start", "35:00", "room lost 0:00 ago"),
        ("900:00", "0:00 /start", "1:00", "room until Wed 01:00"),
        ("35:00", "0:00 /start\n41:00 /end", "41:00", ""),
    ],
)
def test_until_when_there_is_a_room(hard_stop: str | None, script: str, at: str, expected: str):
    room = Room(PLAN, script, hard_stop=hard_stop)
    assert clock_face(room.session, room.at(at)).room == expected


@pytest.mark.parametrize(
    ("planned", "script", "at", "expected"),
    [
        # Begun in the minute that was planned, it is on time.
        ("0:00", "0:40 /start", "1:00", "on time"),
        ("0:00", "4:00 /start", "5:00", "on plan, 4:00 late"),
        ("0:00", "4:48 /start", "5:00", "on plan, 4:48 late"),
        ("0:00", "4:00 /start\n7:00 /next", "8:00", "2:00 under, 2:00 late"),
        ("0:00", "4:00 /start\n5:00 /next", "6:00", "4:00 under, as promised"),
        ("0:00", "4:00 /start", "10:00", "1:00 over, 5:00 late"),
        ("6:00", "4:00 /start", "6:00", "on plan, 2:00 early"),
        ("0:00", "4:00 /start\n39:00 /end", "60:00", "on plan, 4:00 late"),
        ("0:00", "", "4:00", "on plan, 4:00 late"),
        (None, "4:00 /start", "5:00", "on time"),
    ],
)
def test_a_late_start_is_never_only_on_time(planned: str | None, script: str, at: str, expected: str):
    room = Room(PLAN, script, planned=planned)
    face = clock_face(room.session, room.at(at))
    assert ", ".join(filter(None, [face.deviation, face.lateness])) == expected
