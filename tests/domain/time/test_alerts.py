"""When the program speaks up by itself: phases begin, segments that end by themselves, a forgotten start."""

import pytest

from facilitator.domain.time.alerts import due_to_advance_at, is_start_forgotten, moments, phases_entered
from tests.domain.interviews import Room, agenda, ask, part

RINGING = agenda(part("Talk", "10m"), part("Closing", "10m", warning="3m", danger="30s"), bell=True)


@pytest.mark.parametrize(
    ("script", "since", "now", "expected"),
    [
        ("", "0:00", "90:00", ""),
        ("0:00 /start", "0:00", "7:59", ""),
        ("0:00 /start", "7:59", "8:00", "warning"),
        ("0:00 /start", "8:00", "8:01", ""),
        ("0:00 /start", "8:59", "9:01", "danger"),
        ("0:00 /start", "9:59", "10:00", ""),
        ("0:00 /start", "10:00", "10:01", "overtime"),
        ("0:00 /start", "10:01", "60:00", ""),
        # After a sleep, all that was missed at once.
        ("0:00 /start", "7:00", "9:30", "warning danger"),
        ("0:00 /start", "7:00", "30:00", "warning danger overtime"),
        # The thresholds are the segment's own.
        ("0:00 /start\n10:00 /next", "16:59", "17:00", "warning"),
        ("0:00 /start\n10:00 /next", "19:29", "19:30", "danger"),
        # The last look lay in the segment before.
        ("0:00 /start\n10:00 /next", "9:00", "11:00", ""),
        ("0:00 /start\n10:00 /next", "9:00", "17:00", "warning"),
        # A pause moves the moments.
        ("0:00 /start\n7:00 /pause", "7:59", "8:01", ""),
        ("0:00 /start\n7:00 /pause\n9:00 /resume", "9:59", "10:00", "warning"),
        # So does time given; it can ring again.
        ("0:00 /start\n8:30 /add 5m", "8:30", "12:59", ""),
        ("0:00 /start\n8:30 /add 5m", "12:59", "13:00", "warning"),
        ("0:00 /start\n5:00 /end", "5:00", "15:00", ""),
    ],
)
def test_each_phase_is_entered_once(script: str, since: str, now: str, expected: str):
    room = Room(RINGING, script)
    assert " ".join(phases_entered(room.session, room.at(since), room.at(now))) == expected


@pytest.mark.parametrize(
    ("script", "then", "since", "now", "expected"),
    [
        ("", "", "0:00", "1:00", ""),
        ("", "0:01 /start", "0:01", "0:01", "segment"),
        ("0:01 /start", "", "0:01", "0:02", ""),
        ("0:00 /start", "10:00 /next", "10:00", "10:00", "segment"),
        ("0:00 /start\n10:00 /next", "11:00 /goto 1", "10:30", "11:00", "segment"),
        ("0:00 /start", "", "7:59", "8:00", "warning"),
        ("0:00 /start", "10:00 /next", "7:00", "17:00", "warning segment"),
        ("0:00 /start", "5:00 /end", "5:00", "5:00", "end"),
        ("0:00 /start\n5:00 /end", "", "5:00", "5:01", ""),
        # What is taken back begins nothing, nor does what began earlier than it was started here.
        ("0:00 /start\n5:00 /next", "5:01 /undo", "5:00", "5:02", ""),
        ("0:00 /start\n5:00 /next", "5:10 /late 20s", "5:05", "5:10", ""),
    ],
)
def test_the_moments_that_may_have_a_cue(script: str, then: str, since: str, now: str, expected: str):
    plan = agenda(part("Talk", "10m"), part("Closing", "10m", warning="3m", danger="30s"))
    before, after = Room(plan, script), Room(plan, f"{script}\n{then}".strip())
    found = moments(before.session, after.session, after.at(since), after.at(now))
    assert " ".join(found) == expected


AUTO = agenda(
    part("Opening", "5m", ends="auto"),
    part("Pitch", "10m", ends="auto"),
    part("Talk", "10m"),
    part("Closing", "5m", ends="auto"),
)


@pytest.mark.parametrize(
    ("script", "at", "due"),
    [
        ("", "9:00", None),
        ("0:00 /start", "0:00", "5:00"),
        ("0:00 /start", "4:00", "5:00"),
        ("0:00 /start", "5:00", "5:00"),
        ("0:00 /start", "9:00", "5:00"),
        ("0:00 /start\n3:00 /add 2m", "4:00", "7:00"),
        ("0:00 /start\n3:00 /trim 1m", "4:00", "4:00"),
        ("0:00 /start\n2:00 /pause", "9:00", None),
        ("0:00 /start\n2:00 /pause\n4:00 /resume", "9:00", "7:00"),
        ("0:00 /start\n3:00 /next", "3:00", "13:00"),
        ("0:00 /start\n3:00 /next\n4:00 /late 1m", "4:00", "12:00"),
        # Its time was used up in an earlier visit: due as soon as it is entered again.
        ("0:00 /start\n6:00 /goto 3\n7:00 /goto 1", "7:30", "7:00"),
        # By hand.
        ("0:00 /start\n1:00 /goto 3", "30:00", None),
        # Nothing follows.
        ("0:00 /start\n1:00 /skip 2\n1:00 /skip 3\n1:00 /goto 4", "30:00", None),
        ("0:00 /start\n1:00 /goto 2\n2:00 /skip 3\n2:00 /skip 4", "30:00", None),
        ("0:00 /start\n9:00 /end", "30:00", None),
    ],
)
def test_when_a_segment_ends_by_itself(script: str, at: str, due: str | None):
    room = Room(AUTO, script)
    now = room.at(at)
    assert due_to_advance_at(room.session, now) == (None if due is None else room.at(due))


@pytest.mark.parametrize(
    ("planned", "script", "at", "forgotten"),
    [
        # Planned, and something was taken down since.
        ("5:00", "", "9:00", False),
        ("5:00", "2:00 they are early", "4:00", False),
        ("5:00", "2:00 they are early", "9:00", False),
        ("5:00", "6:00 + said why she came", "6:00", True),
        ("5:00", "6:00 /ask 1", "6:00", True),
        ("5:00", "6:00 /them How big is the team?", "6:00", True),
        ("5:00", "6:00 a note\n6:10 /undo", "7:00", False),
        ("5:00", "6:00 a note\n6:10 /start", "7:00", False),
        ("5:00", "5:30 /start\n6:00 a note\n9:00 /end", "10:00", False),
        # Nothing planned: a few things.
        (None, "1:00 one\n2:00 two", "9:00", False),
        (None, "1:00 one\n2:00 two\n3:00 /them Who are you?", "9:00", True),
        (None, "0:00 /start\n1:00 one\n2:00 two\n3:00 three", "9:00", False),
    ],
)
def test_a_forgotten_start(planned: str | None, script: str, at: str, forgotten: bool):
    room = Room(agenda(part("Talk", "10m", questions=[ask("why")])), script, planned=planned)
    assert is_start_forgotten(room.session, room.at(at)) is forgotten


def test_a_note_at_the_very_moment_of_the_planned_start_is_talk():
    room = Room(agenda(part("Talk", "10m")), "5:00 a note", planned="5:00")
    assert is_start_forgotten(room.session, room.at("5:00"))
