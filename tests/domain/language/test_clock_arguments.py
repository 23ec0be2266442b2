"""When something happened that was missed, as people write it."""

import pytest

from tests.domain.interviews import Room, agenda, part

PLAN = agenda(part("Opening", "5m"), part("Talk", "10m"), part("Closing", "5m"))


def visits(room: Room) -> list[str]:
    return [f"{visit.segment} {room.text(visit.started_at)}" for visit in room.session.visits]


def pauses(room: Room) -> list[tuple[str, str]]:
    return [(room.text(pause.started_at), room.text(pause.ended_at)) for pause in room.session.pauses]


THREE = "0:00 /start\n6:00 /next\n9:00 /goto 3\n10:00 "


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("6:00 /start 4m ago", ["opening 2:00"]),
        ("6:00 /start 4m", ["opening 2:00"]),
        (THREE + "/late 2m for 2", ["opening 0:00", "talk 4:00", "closing 9:00"]),
        (THREE + "/late 2m 2", ["opening 0:00", "talk 4:00", "closing 9:00"]),
        (THREE + "/late 2m for talk", ["opening 0:00", "talk 4:00", "closing 9:00"]),
        (THREE + "/early 2m for 2", ["opening 0:00", "talk 8:00", "closing 9:00"]),
        ("2:00 /start\n6:00 /next\n9:00 /early 1m for 1", ["opening 3:00", "talk 6:00"]),
    ],
)
def test_where_a_segment_began(script: str, expected: list[str]):
    assert visits(Room(PLAN, script)) == expected


def test_of_a_segment_with_several_visits_the_last_is_meant():
    room = Room(PLAN, "0:00 /start\n5:00 /next\n7:00 /back\n9:00 /next\n10:00 /late 1m for 1")
    assert visits(room) == ["opening 0:00", "talk 5:00", "opening 6:00", "talk 9:00"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/pause 5m ago", [("4:00", "")]),
        ("/pause 90s", [("7:30", "")]),
        ("/pause 10:02-10:05", [("2:00", "5:00")]),
        ("/pause 10:02 - 10:05", [("2:00", "5:00")]),
        ("/pause 10:02–10:05", [("2:00", "5:00")]),
        ("/pause 10:02 to 10:05", [("2:00", "5:00")]),
    ],
)
def test_when_the_clock_should_have_stood_still(line: str, expected: list[tuple[str, str]]):
    room = Room(PLAN, f"0:00 /start\n9:00 {line}")
    assert pauses(room) == expected
    before = Room(PLAN, "0:00 /start\n9:00 a note")
    room.play("9:00 /undo")
    assert room.session.pauses == before.session.pauses == []


def test_it_opened_late():
    """The interview began two minutes before the program was opened; the countdown counts from there."""
    room = Room(PLAN, "0:20 /start\n0:30 /late 2m")
    assert room.session.started_at == room.at("-1:40")
