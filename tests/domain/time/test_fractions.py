"""Parts of a second are neither lost nor rounded before somebody looks."""

import pytest

from facilitator.domain.session.state import Session, Visit
from facilitator.domain.time import timing
from facilitator.domain.time.floor import floor_seconds
from facilitator.domain.time.protected_time import eaten
from facilitator.domain.time.usage import unpaused_ms, usage
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(part("One", "5m"), part("Two", "10m"))


def running(ms: int) -> tuple[Session, int]:
    """A session that has run for six minutes and so many milliseconds, in its first segment."""
    room = Room(PLAN, "0:00 /start", planned="-0:30", hard_stop="15:00")
    return room.session, room.at("6:00") + ms


@pytest.mark.parametrize("ms", [1, 250, 999])
def test_a_deviation(ms: int):
    session, now = running(ms)
    assert timing.over_seconds(session, now) == 60 + ms / 1000
    assert timing.hard_stop_over_seconds(session, now) == 60 + ms / 1000
    assert timing.elapsed_seconds(session, now) == 360 + ms / 1000
    assert timing.standing(session, now).remaining_seconds == -60 - ms / 1000
    assert timing.used_seconds(session, PLAN.segments[0], now) == 360 + ms / 1000
    assert timing.running_order(session, now)[0].used_seconds == 360 + ms / 1000
    assert timing.remaining_seconds(session, PLAN.segments[0], now) == -60 - ms / 1000


def test_a_late_start():
    room = Room(PLAN, "0:02 /start")
    room.session.planned_start_at = room.at("0:00") + 750
    assert timing.late_start_seconds(room.session) == 1.25


def test_who_spoke():
    room = Room(PLAN, "0:00 /start\n1:00 /floor bo")
    assert floor_seconds(room.session, room.at("2:00") + 250) == {"bo": 60.25}


def test_pauses_elsewhere_take_nothing_from_a_stretch_of_time():
    room = Room(PLAN, "0:00 /start\n1:00 /pause\n2:00 /resume\n4:00 /pause\n5:00 /resume\n9:00 /pause")
    session, now = room.session, room.at("10:00")

    def unpaused(starts: str, ends: str) -> int:
        return unpaused_ms(session, room.at(starts), room.at(ends), now)

    assert unpaused("2:00", "4:00") == 120_000
    assert unpaused("0:00", "1:00") == 60_000
    assert unpaused("0:00", "3:00") == 120_000
    assert unpaused("1:30", "4:30") == 120_000
    assert unpaused("4:10", "4:20") == 0
    assert unpaused("8:00", "10:00") == 60_000
    assert unpaused("3:00", "2:00") == 0


def test_before_the_start_and_after_the_end_nothing_is_allotted():
    for script in ("", "0:00 /start\n1:00 /end"):
        room = Room(PLAN, script)
        standing = timing.standing(room.session, room.at("2:00"))
        assert (standing.segment, standing.allotted_seconds, standing.remaining_seconds) == (None, 0, 0.0)


def test_the_usage_of_a_moment():
    room = Room(PLAN, "0:00 /start\n1:00 /next\n2:00 /pause\n3:00 /resume\n4:00 /back")
    found = usage(room.session, room.at("6:00"))
    assert found.used_ms == {"one": 180_000, "two": 120_000}
    assert [room.text(at) for at in found.first_at.values()] == ["0:00", "1:00"]
    assert [room.text(at) for at in found.last_at.values()] == ["6:00", "4:00"]


def test_a_moment_before_the_start_has_used_nothing():
    room = Room(PLAN, "2:00 /start")
    assert timing.used_seconds(room.session, PLAN.segments[0], room.at("1:00")) == 0
    assert usage(room.session, room.at("1:00")).used_ms == {"one": 0}


def test_what_is_left_of_a_protected_segment_is_all_that_can_be_spent_of_it():
    plan = agenda(part("One", "5m"), part("Theirs", "15m", kind="candidate_questions"))
    room = Room(plan, "0:00 /start\n1:00 /next\n14:58 /back")
    value = eaten(room.session, room.at("40:00"))
    assert value is not None
    assert (value.eaten_seconds, value.promised_seconds) == (62.0, 900)
    room.session.visits[1] = Visit("theirs", room.at("1:00"), room.at("14:58") + 250)
    value = eaten(room.session, room.at("40:00"))
    assert value is not None
    assert value.eaten_seconds == 61.75
