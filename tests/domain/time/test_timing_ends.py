"""When the interview ends, how far that is from the plan, and what a hard stop demands, as literals."""

import pytest

from facilitator.domain.text.durations import over_under
from facilitator.domain.time import timing
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(
    part("Opening", "5m", kind="opening"),
    part("Talk", "12m"),
    part("Workshop", "20m", kind="workshop"),
    part("Theirs", "15m", kind="candidate_questions"),
    part("Closing", "5m", kind="closing"),
)  # 57 minutes


def ends(room: Room, at: str) -> str:
    """`57:00, 2:00 over`: the expected end since the opening, and the deviation from the plan."""
    now = room.at(at)
    end = room.text(timing.expected_end_at(room.session, now))
    return f"{end}, {over_under(timing.over_seconds(room.session, now))}"


@pytest.mark.parametrize(
    ("planned", "at", "expected"),
    [
        # Not started, no planned start: as if it began now.
        (None, "0:00", "57:00, on time"),
        (None, "3:00", "1:00:00, on time"),
        # A planned start counts until it has passed.
        ("5:00", "0:00", "1:02:00, on time"),
        ("5:00", "5:00", "1:02:00, on time"),
        ("5:00", "8:00", "1:05:00, on time"),
    ],
)
def test_before_the_start(planned: str | None, at: str, expected: str):
    assert ends(Room(PLAN, planned=planned), at) == expected


@pytest.mark.parametrize(
    ("script", "at", "expected"),
    [
        # As planned, at any moment of a segment's time.
        ("0:00 /start", "0:00", "57:00, on time"),
        ("0:00 /start", "4:59", "57:00, on time"),
        ("0:00 /start", "5:00", "57:00, on time"),
        # Overtime pushes the end, second by second.
        ("0:00 /start", "5:01", "57:01, 0:01 over"),
        ("0:00 /start", "9:10", "1:01:10, 4:10 over"),
        # Going on early gains, going on late costs.
        ("0:00 /start\n3:30 /next", "3:30", "55:30, 1:30 under"),
        ("0:00 /start\n3:30 /next", "15:00", "55:30, 1:30 under"),
        ("0:00 /start\n3:30 /next", "16:00", "56:00, 1:00 under"),
        ("0:00 /start\n7:00 /next", "7:00", "59:00, 2:00 over"),
        ("0:00 /start\n7:00 /next\n17:00 /next", "17:00", "57:00, on time"),
        # A late start is forgiven.
        ("3:00 /start", "3:00", "1:00:00, on time"),
        ("3:00 /start", "9:00", "1:01:00, 1:00 over"),
        # Time given and taken.
        ("0:00 /start\n1:00 /add 2m", "1:00", "59:00, 2:00 over"),
        ("0:00 /start\n1:00 /trim 2m", "1:00", "55:00, 2:00 under"),
        ("0:00 /start\n1:00 /add 2m\n2:00 /undo", "2:00", "57:00, on time"),
        ("0:00 /start\n8:00 /add 3m", "8:00", "1:00:00, 3:00 over"),
        ("0:00 /start\n8:00 /add 3m", "9:00", "1:01:00, 4:00 over"),
        # A pause costs what it lasts.
        ("0:00 /start\n2:00 /pause", "2:00", "57:00, on time"),
        ("0:00 /start\n2:00 /pause", "6:00", "1:01:00, 4:00 over"),
        ("0:00 /start\n2:00 /pause\n6:00 /resume", "6:00", "1:01:00, 4:00 over"),
        ("0:00 /start\n2:00 /pause\n6:00 /resume", "9:00", "1:01:00, 4:00 over"),
        ("0:00 /start\n6:00 /pause", "8:00", "1:00:00, 3:00 over"),
        # Leaving out gains.
        ("0:00 /start\n1:00 /skip 2", "1:00", "45:00, 12:00 under"),
        ("0:00 /start\n1:00 /skip 2\n1:00 /skip 4", "1:00", "30:00, 27:00 under"),
        ("0:00 /start\n1:00 /skip 2\n2:00 /undo", "2:00", "57:00, on time"),
        ("0:00 /start\n2:00 /skip", "2:00", "54:00, 3:00 under"),
        # What was jumped over is still to come; what had its time meanwhile is over.
        ("0:00 /start\n5:00 /goto 3", "5:00", "57:00, on time"),
        ("0:00 /start\n5:00 /goto 3\n25:00 /goto 2", "25:00", "57:00, on time"),
        ("0:00 /start\n5:00 /goto 3\n15:00 /goto 2", "15:00", "57:00, on time"),
        ("0:00 /start\n5:00 /goto 3\n15:01 /goto 2", "15:01", "47:01, 9:59 under"),
        ("0:00 /start\n5:00 /goto 5", "5:00", "57:00, on time"),
        ("0:00 /start\n5:00 /goto 5\n10:00 /skip 2", "10:00", "45:00, 12:00 under"),
        ("0:00 /start\n2:00 /next\n4:00 /back", "4:00", "57:00, on time"),
        ("0:00 /start\n2:00 /next\n4:00 /back", "8:00", "58:00, 1:00 over"),
        # What has overrun has no time left, and takes none from others.
        ("0:00 /start\n5:00 /next\n20:00 /back", "20:00", "1:00:00, 3:00 over"),
        # Over.
        ("0:00 /start\n50:00 /goto 5\n58:00 /end", "58:00", "58:00, 1:00 over"),
        ("0:00 /start\n5:00 /end", "90:00", "5:00, 52:00 under"),
    ],
)
def test_the_expected_end_and_how_far_it_is_from_the_plan(script: str, at: str, expected: str):
    assert ends(Room(PLAN, script), at) == expected


@pytest.mark.parametrize(
    ("hard_stop", "script", "at", "expected"),
    [
        (None, "0:00 /start", "30:00", "on time"),
        ("57:00", "0:00 /start", "0:00", "on time"),
        ("60:00", "0:00 /start", "0:00", "3:00 under"),
        ("55:00", "0:00 /start", "0:00", "2:00 over"),
        ("60:00", "", "0:00", "3:00 under"),
        ("60:00", "", "5:00", "2:00 over"),
        # The late start isn't forgiven by the one who waits for the room.
        ("57:00", "6:00 /start", "6:00", "6:00 over"),
        ("57:00", "0:00 /start", "9:00", "4:00 over"),
        ("57:00", "0:00 /start\n9:00 /next", "9:00", "4:00 over"),
        ("57:00", "0:00 /start\n9:00 /next\n9:00 /skip 5", "9:00", "1:00 under"),
        ("57:00", "0:00 /start\n9:00 /next\n9:00 /trim 4m", "9:00", "on time"),
        ("57:00", "0:00 /start\n2:00 /pause", "5:00", "3:00 over"),
        ("57:00", "0:00 /start\n59:00 /end", "99:00", "2:00 over"),
    ],
)
def test_what_must_go_for_a_hard_stop(hard_stop: str | None, script: str, at: str, expected: str):
    """Positive, written `over`, has to go."""
    room = Room(PLAN, script, hard_stop=hard_stop)
    assert over_under(timing.hard_stop_over_seconds(room.session, room.at(at))) == expected


def test_the_plan_stays_whatever_happens():
    room = Room(PLAN, "3:00 /start\n4:00 /add 9m\n5:00 /skip 3\n6:00 /pause\n9:00 /resume\n10:00 /goto 4")
    assert room.text(timing.planned_end_at(room.session, room.at("20:00"))) == "1:00:00"
    assert room.session.agenda is PLAN


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("", "Opening Talk Workshop Theirs Closing"),
        ("0:00 /start", "Talk Workshop Theirs Closing"),
        ("0:00 /start\n1:00 /skip 3", "Talk Theirs Closing"),
        # What was jumped over is.
        ("0:00 /start\n1:00 /goto 4", "Talk Workshop Closing"),
        ("0:00 /start\n1:00 /goto 4\n9:00 /goto 2", "Workshop Closing"),
        ("0:00 /start\n1:00 /goto 4\n9:00 /next\n10:00 /next\n11:00 /next", ""),
        # So is what was left too early, with what it has left.
        ("0:00 /start\n1:00 /goto 4\n2:00 /goto 2", "Workshop Theirs Closing"),
        ("0:00 /start\n1:00 /goto 5", "Talk Workshop Theirs"),
        ("0:00 /start\n1:00 /goto 5\n2:00 /skip 3", "Talk Theirs"),
        # Gone back to, it takes up again what came after it.
        ("0:00 /start\n1:00 /next\n2:00 /next\n2:10 /back", "Workshop Theirs Closing"),
        ("0:00 /start\n1:00 /goto 4\n9:00 /goto 2\n10:00 /back", "Talk Workshop Closing"),
        # Jumped to and come to again, it doesn't lead back to what was done meanwhile, however short that was.
        ("0:00 /start\n5:00 /goto 5\n6:00 /next\n20:00 /next\n30:00 /next\n40:00 /next", ""),
        ("0:00 /start\n5:00 /goto 4\n6:00 /next\n6:10 /next\n6:20 /next", "Closing"),
        ("0:00 /start\n1:00 /next\n2:00 /goto 4\n2:10 /next\n2:20 /next", "Closing"),
        ("0:00 /start\n1:00 /end", ""),
    ],
)
def test_what_is_still_to_come(script: str, expected: str):
    assert " ".join(segment.title for segment in timing.ahead(Room(PLAN, script).session)) == expected
