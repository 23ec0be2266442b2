"""The candidate's own minutes: the screen says when they are being spent on something else."""

import pytest

from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.protected_time import eaten
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(
    part("Opening", "5m"),
    part("Talk", "10m"),
    part("Theirs", "15m", kind="candidate_questions"),
    part("Closing", "5m"),
)


def eating(room: Room, at: str) -> str:
    words = clock_face(room.session, room.at(at)).eating
    value = eaten(room.session, room.at(at))
    assert words == (value.words if value else "")
    return words


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        ("", "90:00", ""),
        ("0:00 /start", "5:00", ""),
        ("0:00 /start\n5:00 /next", "15:00", ""),
        ("0:00 /start\n5:00 /next", "15:01", "spending 0:01 of their 15:00"),
        ("0:00 /start\n5:00 /next", "17:10", "spending 2:10 of their 15:00"),
        ("0:00 /start\n5:00 /next", "50:00", "spending 15:00 of their 15:00"),
        ("0:00 /start", "7:10", "spending 2:10 of their 15:00"),
        # What was gained before pays first.
        ("0:00 /start\n3:00 /next", "14:00", ""),
        ("0:00 /start\n3:00 /next", "16:00", "spending 1:00 of their 15:00"),
        # Within a segment's time nothing is being spent, even behind the plan.
        ("0:00 /start\n8:00 /next", "9:00", ""),
        # It is theirs now, or over.
        ("0:00 /start\n5:00 /next\n18:00 /next", "40:00", ""),
        ("0:00 /start\n5:00 /next\n18:00 /next\n20:00 /next", "40:00", ""),
        ("0:00 /start\n5:00 /next\n18:00 /end", "40:00", ""),
        ("0:00 /start\n5:00 /next\n6:00 /skip 3", "18:00", ""),
        # Jumped over, it is still owed.
        ("0:00 /start\n5:00 /next\n18:00 /goto 4", "40:00", "spending 15:00 of their 15:00"),
        # What was added to the running segment was decided on: it is no overtime.
        ("0:00 /start\n5:00 /next\n6:00 /add 3m", "17:00", ""),
        # Some of it was taken knowingly before: one figure says all that is missing.
        ("0:00 /start\n7:00 /recover from 3!\n7:00 /next", "18:00", "spending 3:00 of their 15:00"),
    ],
)
def test_what_is_being_spent(script: str, at: str, expected: str):
    assert eating(Room(PLAN, script), at) == expected


@pytest.mark.parametrize(
    ("hard_stop", "script", "at", "expected"),
    [
        ("35:00", "0:00 /start\n5:00 /next", "14:00", ""),
        ("35:00", "2:10 /start", "3:00", "spending 2:10 of their 15:00"),
        ("35:00", "0:00 /start\n8:00 /next", "9:00", "spending 3:00 of their 15:00"),
        ("40:00", "0:00 /start\n5:00 /next", "17:00", ""),
        ("40:00", "0:00 /start\n5:00 /next", "21:00", "spending 1:00 of their 15:00"),
        ("20:00", "0:00 /start", "1:00", "spending 15:00 of their 15:00"),
    ],
)
def test_lateness_against_a_hard_stop_spends_it_too(hard_stop: str, script: str, at: str, expected: str):
    assert eating(Room(PLAN, script, hard_stop=hard_stop), at) == expected


def test_another_protected_segment_is_called_by_its_title():
    room = Room(agenda(part("Talk", "10m"), part("Demo", "8m", protected=True)), "0:00 /start")
    assert eating(room, "11:30") == "spending 1:30 of the 8:00 for “Demo”"


def test_their_questions_can_be_left_unprotected():
    room = Room(agenda(part("Talk", "10m"), part("Theirs", "8m", kind="candidate_questions", protected=False)))
    room.play("0:00 /start")
    assert eating(room, "11:30") == ""
