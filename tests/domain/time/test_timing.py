"""What remains of the running segment, as literals: plan, time given and taken, pauses, and words for it all."""

import pytest

from facilitator.domain.text.durations import clock_text, over_under
from facilitator.domain.time import timing
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(
    part("Opening", "5m", kind="opening"),
    part("Talk", "12m"),
    part("Workshop", "20m", kind="workshop"),
    part("Theirs", "15m", kind="candidate_questions"),
    part("Closing", "5m", kind="closing"),
)


def remaining(script: str, at: str) -> str:
    """`3:00 left` or `0:30 over` for the segment that runs."""
    room = Room(PLAN, script)
    segment = room.session.current
    assert segment is not None
    seconds = timing.remaining_seconds(room.session, segment, room.at(at))
    return f"{segment.title} {clock_text(seconds)} {'left' if seconds >= 0 else 'over'}"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("0:00", "Opening 5:00 left"),
        ("0:01", "Opening 4:59 left"),
        ("1:00", "Opening 4:00 left"),
        ("4:59", "Opening 0:01 left"),
        ("5:00", "Opening 0:00 left"),
        ("5:01", "Opening 0:01 over"),
        ("9:10", "Opening 4:10 over"),
        ("65:00", "Opening 1:00:00 over"),
    ],
)
def test_the_first_segment_counts_down_and_then_up(at: str, expected: str):
    assert remaining("0:00 /start", at) == expected


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        # Started late: the countdown begins with the start.
        ("2:00 /start", "2:00", "Opening 5:00 left"),
        ("2:00 /start", "6:30", "Opening 0:30 left"),
        # Each segment has its own time, whenever the one before ended.
        ("0:00 /start\n3:00 /next", "3:00", "Talk 12:00 left"),
        ("0:00 /start\n8:00 /next", "8:00", "Talk 12:00 left"),
        ("0:00 /start\n8:00 /next", "20:30", "Talk 0:30 over"),
        # Time given.
        ("0:00 /start\n1:00 /add 2m", "1:00", "Opening 6:00 left"),
        ("0:00 /start\n1:00 /add", "1:00", "Opening 6:00 left"),
        ("0:00 /start\n1:00 /add 90s\n2:00 /add 30s", "2:00", "Opening 5:00 left"),
        ("0:00 /start\n6:00 /add 2m", "6:00", "Opening 1:00 left"),
        ("0:00 /start\n9:00 /add 2m", "9:00", "Opening 2:00 over"),
        # Time taken.
        ("0:00 /start\n1:00 /trim 2m", "1:00", "Opening 2:00 left"),
        ("0:00 /start\n1:00 /trim", "1:00", "Opening 3:00 left"),
        ("0:00 /start\n1:00 /trim 4m", "1:00", "Opening 0:00 left"),
        ("0:00 /start\n1:00 /trim 4m", "1:30", "Opening 0:30 over"),
        ("0:00 /start\n1:00 /add 3m\n2:00 /trim 3m", "2:00", "Opening 3:00 left"),
        # Given to one segment, not to the next.
        ("0:00 /start\n1:00 /add 3m\n2:00 /next", "2:00", "Talk 12:00 left"),
        # Taken back.
        ("0:00 /start\n1:00 /add 2m\n1:30 /undo", "2:00", "Opening 3:00 left"),
        ("0:00 /start\n3:00 /next\n3:30 /undo", "3:30", "Opening 1:30 left"),
    ],
)
def test_time_given_and_taken(script: str, at: str, expected: str):
    assert remaining(script, at) == expected


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        # While paused, it stands still.
        ("0:00 /start\n2:00 /pause", "2:00", "Opening 3:00 left"),
        ("0:00 /start\n2:00 /pause", "7:00", "Opening 3:00 left"),
        ("0:00 /start\n2:00 /pause", "120:00", "Opening 3:00 left"),
        # Then it goes on from where it stood.
        ("0:00 /start\n2:00 /pause\n7:00 /resume", "7:00", "Opening 3:00 left"),
        ("0:00 /start\n2:00 /pause\n7:00 /resume", "9:00", "Opening 1:00 left"),
        ("0:00 /start\n2:00 /pause\n7:00 /resume", "11:00", "Opening 1:00 over"),
        # More than once.
        ("0:00 /start\n1:00 /pause\n2:00 /resume\n3:00 /pause\n5:00 /resume", "6:00", "Opening 2:00 left"),
        ("0:00 /start\n1:00 /pause\n1:00 /resume", "3:00", "Opening 2:00 left"),
        # A pause in overtime keeps what is over.
        ("0:00 /start\n6:00 /pause", "16:00", "Opening 1:00 over"),
        ("0:00 /start\n6:00 /pause\n16:00 /resume", "17:00", "Opening 2:00 over"),
        # Going on ends the pause, and the next segment doesn't pay for it.
        ("0:00 /start\n2:00 /pause\n7:00 /next", "7:00", "Talk 12:00 left"),
        ("0:00 /start\n2:00 /pause\n7:00 /next", "8:00", "Talk 11:00 left"),
        ("0:00 /start\n2:00 /pause\n7:00 /next\n8:00 /back", "8:00", "Opening 3:00 left"),
        # Time can be given and taken in a pause.
        ("0:00 /start\n2:00 /pause\n3:00 /add 1m", "9:00", "Opening 4:00 left"),
        ("0:00 /start\n2:00 /pause\n3:00 /trim 1m\n4:00 /resume", "5:00", "Opening 1:00 left"),
        # A pause, or its end, can be taken back.
        ("0:00 /start\n2:00 /pause\n3:00 /undo", "4:00", "Opening 1:00 left"),
        ("0:00 /start\n2:00 /pause\n3:00 /resume\n3:30 /undo", "60:00", "Opening 3:00 left"),
    ],
)
def test_pauses_stop_the_countdown(script: str, at: str, expected: str):
    assert remaining(script, at) == expected


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        # Back to the first: it goes on with what it had left.
        ("0:00 /start\n3:00 /next\n5:00 /back", "5:00", "Opening 2:00 left"),
        ("0:00 /start\n3:00 /next\n5:00 /back", "8:00", "Opening 1:00 over"),
        # And forward again: so does the second.
        ("0:00 /start\n3:00 /next\n5:00 /back\n6:00 /next", "6:00", "Talk 10:00 left"),
        # Three visits add up.
        ("0:00 /start\n1:00 /goto 3\n2:00 /goto 1\n3:00 /goto 3\n4:00 /goto 1", "4:30", "Opening 2:30 left"),
        # A pause counts in none of the visits, in whichever it lies.
        ("0:00 /start\n1:00 /goto 3\n2:00 /pause\n9:00 /resume\n10:00 /goto 1", "10:00", "Opening 4:00 left"),
        (
            "0:00 /start\n1:00 /goto 3\n2:00 /pause\n9:00 /resume\n10:00 /goto 1\n11:00 /goto 3",
            "11:00",
            "Workshop 18:00 left",
        ),
        # What was given to a segment waits for it.
        ("0:00 /start\n1:00 /add 4m\n2:00 /next\n9:00 /back", "9:00", "Opening 7:00 left"),
        # Out of order, and one that was skipped is entered all the same.
        ("0:00 /start\n1:00 /skip 2\n2:00 /next", "2:00", "Workshop 20:00 left"),
        ("0:00 /start\n1:00 /skip 2\n2:00 /goto 2", "3:00", "Talk 11:00 left"),
        ("0:00 /start\n1:00 /goto 5", "2:00", "Closing 4:00 left"),
        ("0:00 /start\n1:00 /goto theirs", "2:00", "Theirs 14:00 left"),
        ("0:00 /start\n1:00 /skip", "2:00", "Talk 11:00 left"),
    ],
)
def test_every_visit_counts(script: str, at: str, expected: str):
    assert remaining(script, at) == expected


@pytest.mark.parametrize(
    ("script", "at", "used"),
    [
        ("", "9:00", [0, 0, 0, 0, 0]),
        ("0:00 /start", "1:30", [90, 0, 0, 0, 0]),
        ("0:00 /start\n5:00 /next", "6:00", [300, 60, 0, 0, 0]),
        ("0:00 /start\n5:00 /next\n10:00 /pause", "20:00", [300, 300, 0, 0, 0]),
        ("0:00 /start\n5:00 /next\n10:00 /back\n11:00 /goto 4", "12:00", [360, 300, 0, 60, 0]),
        ("0:00 /start\n5:00 /next\n7:00 /end", "60:00", [300, 120, 0, 0, 0]),
        ("0:00 /start\n5:00 /next\n6:00 /pause\n7:00 /end", "60:00", [300, 60, 0, 0, 0]),
        ("0:00 /start\n5:00 /next\n7:00 /end\n8:00 /undo", "9:00", [300, 240, 0, 0, 0]),
    ],
)
def test_what_was_used(script: str, at: str, used: list[int]):
    room = Room(PLAN, script)
    assert [timing.used_seconds(room.session, segment, room.at(at)) for segment in PLAN.segments] == used


@pytest.mark.parametrize(
    ("script", "at", "elapsed"),
    [
        ("", "9:00", "0:00"),
        ("2:00 /start", "9:00", "7:00"),
        ("2:00 /start\n3:00 /pause", "9:00", "7:00"),
        ("2:00 /start\n9:00 /end", "30:00", "7:00"),
        ("2:00 /start\n9:00 /end\n10:00 /undo", "30:00", "28:00"),
    ],
)
def test_what_went_by_since_the_start(script: str, at: str, elapsed: str):
    room = Room(PLAN, script)
    assert clock_text(timing.elapsed_seconds(room.session, room.at(at))) == elapsed


@pytest.mark.parametrize(
    ("planned", "script", "late"),
    [
        (None, "3:00 /start", "on time"),
        ("0:00", "", "on time"),
        ("0:00", "0:00 /start", "on time"),
        ("0:00", "3:00 /start", "3:00 over"),
        ("5:00", "3:30 /start", "1:30 under"),
        # Where it really began counts.
        ("0:00", "3:00 /start\n4:00 /late 1m", "2:00 over"),
        ("0:00", "3:00 /start\n4:00 /early 30s", "3:30 over"),
        ("0:00", "3:00 /start\n4:00 /undo\n6:00 /start", "6:00 over"),
    ],
)
def test_how_late_it_began(planned: str | None, script: str, late: str):
    """Positive is late."""
    room = Room(PLAN, script, planned=planned)
    assert over_under(timing.late_start_seconds(room.session)) == late


def test_milliseconds_are_kept():
    room = Room(PLAN, "0:00 /start")
    opening = PLAN.segments[0]
    assert timing.remaining_seconds(room.session, opening, room.at("1:00") + 250) == 239.75
    assert timing.remaining_seconds(room.session, opening, room.at("5:00") + 1) == -0.001


def test_no_segment_has_less_than_nothing():
    room = Room(PLAN, "0:00 /start")
    short = PLAN.segments[0]
    session = room.session
    session.added_seconds[short.id] = -9 * 60
    assert timing.allotted_seconds(session, short) == 0
