"""The phase of the running segment: where warning, danger and overtime begin, and who sets that."""

import pytest

from facilitator.domain.time import timing
from facilitator.domain.time.phases import Phase, danger_seconds, warning_seconds
from tests.domain.interviews import Room, agenda, part


def phase(room: Room, at: str) -> str:
    return timing.phase(room.session, room.at(at))


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        ("", "0:00", "waiting"),
        ("", "90:00", "waiting"),
        ("1:00 /start", "1:00", "normal"),
        ("0:00 /start\n5:00 /end", "5:00", "ended"),
        ("0:00 /start\n5:00 /end", "90:00", "ended"),
        ("0:00 /start\n5:00 /end\n6:00 /undo", "6:00", "normal"),
        ("0:00 /start\n1:00 /undo", "1:00", "waiting"),
        ("0:00 /start\n5:00 /end\n6:00 /undo\n6:00 /undo", "6:00", "waiting"),
    ],
)
def test_before_and_after(script: str, at: str, expected: str):
    assert phase(Room(agenda(part("Talk", "20m")), script), at) == expected


@pytest.mark.parametrize(
    ("length", "at", "expected"),
    [
        # Long: 120 s and 60 s left.
        ("20m", "0:00", "normal"),
        ("20m", "17:59", "normal"),
        ("20m", "18:00", "warning"),
        ("20m", "18:59", "warning"),
        ("20m", "19:00", "danger"),
        ("20m", "20:00", "danger"),
        ("20m", "20:01", "overtime"),
        ("20m", "80:00", "overtime"),
        # Exactly where 20 % are 120 s.
        ("10m", "7:59", "normal"),
        ("10m", "8:00", "warning"),
        ("10m", "9:00", "danger"),
        # Shorter: 20 % of the length.
        ("6m", "4:47", "normal"),
        ("6m", "4:48", "warning"),
        ("6m", "5:00", "danger"),
        # So short that the warning would come after 60 s left: both at 20 %.
        ("4m", "3:11", "normal"),
        ("4m", "3:12", "danger"),
        ("1m", "0:47", "normal"),
        ("1m", "0:48", "danger"),
        ("1m", "1:00", "danger"),
        ("1m", "1:01", "overtime"),
    ],
)
def test_by_default_the_warning_is_a_fifth_or_two_minutes_and_danger_the_last(length: str, at: str, expected: str):
    assert phase(Room(agenda(part("Talk", length)), "0:00 /start"), at) == expected


@pytest.mark.parametrize(
    ("of_agenda", "of_segment", "warns_at", "danger_at"),
    [
        ({}, {}, "18:00", "19:00"),
        ({"warning": "5m"}, {}, "15:00", "19:00"),
        ({"danger": "90s"}, {}, "18:00", "18:30"),
        ({"warning": "5m", "danger": "2m"}, {}, "15:00", "18:00"),
        ({}, {"warning": "4m"}, "16:00", "19:00"),
        ({}, {"danger": "30s"}, "18:00", "19:30"),
        ({"warning": "5m"}, {"warning": "3m"}, "17:00", "19:00"),
        ({"danger": "2m"}, {"danger": "30s"}, "18:00", "19:30"),
        ({"warning": "5m", "danger": "2m"}, {"warning": "8m", "danger": "4m"}, "12:00", "16:00"),
        ({"warning": "5m", "danger": "2m"}, {"warning": "8m"}, "12:00", "18:00"),
    ],
)
def test_thresholds_are_set_per_agenda_and_per_segment(of_agenda, of_segment, warns_at, danger_at):
    room = Room(agenda(part("Talk", "20m", **of_segment), **of_agenda), "0:00 /start")
    assert [timing.phase(room.session, room.at(warns_at) + after) for after in (-1, 0)] == ["normal", "warning"]
    assert [timing.phase(room.session, room.at(danger_at) + after) for after in (-1, 0)] == ["warning", "danger"]


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        ("0:00 /start\n18:30 /add 2m", "18:30", "normal"),
        ("0:00 /start\n18:30 /add 2m", "20:00", "warning"),
        ("0:00 /start\n18:30 /add 2m", "21:00", "danger"),
        ("0:00 /start\n18:30 /add 2m", "22:01", "overtime"),
        ("0:00 /start\n21:00 /add 1m", "21:00", "danger"),
        ("0:00 /start\n21:00 /add 2m", "21:00", "danger"),
        ("0:00 /start\n21:00 /add 3m", "21:00", "warning"),
        ("0:00 /start\n21:00 /add 4m", "21:00", "normal"),
        ("0:00 /start\n10:00 /trim 8m", "10:00", "warning"),
        ("0:00 /start\n10:00 /trim 9m", "10:00", "danger"),
        ("0:00 /start\n10:00 /trim 10m", "10:01", "overtime"),
        ("0:00 /start\n18:30 /pause", "60:00", "warning"),
        ("0:00 /start\n18:30 /pause\n60:00 /resume", "60:29", "warning"),
        ("0:00 /start\n18:30 /pause\n60:00 /resume", "60:30", "danger"),
        ("0:00 /start\n21:00 /pause", "60:00", "overtime"),
        ("0:00 /start\n19:30 /next", "19:30", "normal"),
        ("0:00 /start\n19:30 /next\n20:00 /back", "20:00", "danger"),
    ],
)
def test_the_phase_follows_what_was_given_taken_paused_and_entered(script: str, at: str, expected: str):
    room = Room(agenda(part("Talk", "20m"), part("Closing", "10m")), script)
    assert phase(room, at) == expected


def test_a_phase_is_a_word():
    assert [str(phase) for phase in Phase] == ["waiting", "normal", "warning", "danger", "overtime", "ended"]


def test_danger_never_begins_before_the_warning_by_default():
    room = Room(agenda(part("Short", "2m"), part("Long", "30m"), warning="40s"))
    for segment in room.session.plan.segments:
        assert danger_seconds(room.session, segment) <= warning_seconds(room.session, segment)
