"""Times of day as the wall shows them: after a corrected clock, in two zones, over a change to winter time."""

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.session.opening import opening
from facilitator.domain.text.durations import over_under
from facilitator.domain.time import timing
from facilitator.domain.time.clock_face import clock_face
from facilitator.domain.time.time_of_day import both_zones, time_of_day, times_of_day
from tests.domain.interviews import TEN, Room, agenda, part

PLAN = agenda(part("Talk", "30m"), part("Theirs", "15m", kind="candidate_questions"))
HOUR = 3_600_000


def corrected(room: Room, ms: int) -> Room:
    """Set the wall clock by `ms`, and let the program notice."""
    room.clock.set_wall_clock(room.clock.read().wall_ms + ms)
    room.conductor.watch_clocks()
    return room


@pytest.mark.parametrize(
    ("by_minutes", "ends", "mark"),
    [
        (0, "10:45", []),
        (5, "10:50", ["The wall clock was set 5:00 forward."]),
        (-5, "10:40", ["The wall clock was set 5:00 back."]),
        (60, "11:45", ["The wall clock was set 1:00:00 forward."]),
        (-600, "00:45", ["The wall clock was set 10:00:00 back."]),
    ],
)
def test_what_is_shown_follows_the_corrected_clock_and_what_is_left_does_not(by_minutes, ends, mark):
    room = corrected(Room(PLAN, "0:00 /start").wait_until("10:00"), by_minutes * 60_000)
    now = room.conductor.now()
    assert room.text(now) == "10:00"
    assert timing.remaining_seconds(room.session, PLAN.segments[0], now) == 20 * 60
    assert over_under(timing.over_seconds(room.session, now)) == "on time"
    assert time_of_day(room.session, timing.expected_end_at(room.session, now)) == ends
    assert clock_face(room.session, now).ends_at == room.at("45:00") + by_minutes * 60_000
    assert room.session.clock_marks == mark


@pytest.mark.parametrize(
    ("by_minutes", "told"),
    [(0, ""), (3, ""), (-5, ""), (5, ""), (6, ", 1:00 past it"), (10, ", 5:00 past it")],
)
def test_a_hard_stop_is_where_the_corrected_clock_says(by_minutes: int, told: str):
    room = corrected(Room(PLAN, "0:00 /start", hard_stop="50:00"), by_minutes * 60_000)
    assert clock_face(room.session, room.conductor.now()).room == f"room until 10:50{told}"


@pytest.mark.parametrize(("by_minutes", "late"), [(0, "2:00 over"), (3, "5:00 over"), (-2, "on time")])
def test_a_late_start_is_told_by_the_corrected_clock(by_minutes: int, late: str):
    room = corrected(Room(PLAN, "2:00 /start", planned="0:00"), by_minutes * 60_000)
    assert over_under(timing.late_start_seconds(room.session)) == late


def test_a_planned_start_is_waited_for_by_the_corrected_clock():
    room = corrected(Room(PLAN, planned="10:00").wait_until("1:00"), 4 * 60_000)
    assert room.text(timing.began_at(room.session, room.conductor.now())) == "6:00"


def test_the_debrief_tells_the_corrected_times():
    room = corrected(Room(PLAN, "1:00 /start\n2:00 a note", planned="0:00").wait_until("3:00"), 4 * 60_000)
    report = debrief(room.session, room.conductor.now())
    assert (report.session.planned_start, report.session.started) == (
        "2026-12-01T10:00:00.000Z",
        "2026-12-01T10:05:00.000Z",
    )
    assert report.timing.late_start_seconds == 300
    assert (report.notes[0].at, report.notes[0].at_seconds) == ("2026-12-01T10:06:00.000Z", 60)
    assert report.timeline[0].visits[0].start == report.session.started


def test_a_clock_set_after_the_end_changes_no_time_of_the_interview():
    room = Room(PLAN, "0:00 /start\n2:00 a note\n9:00 /end").wait_until("10:00")
    before = debrief(room.session, room.conductor.now())
    room = corrected(room, -8 * 24 * 3_600_000)
    room.conductor.submit("a late note")
    after = debrief(room.session, room.conductor.now())
    assert (after.session, after.timeline) == (before.session, before.timeline)
    assert after.notes[0] == before.notes[0]
    assert after.notes[1].late


@pytest.mark.parametrize(
    ("by_ms", "noticed"), [(1500, False), (2000, False), (2001, True), (-2000, False), (-2500, True)]
)
def test_small_drift_is_no_correction(by_ms: int, noticed: bool):
    room = corrected(Room(PLAN, "0:00 /start"), by_ms)
    assert bool(room.session.clock_marks) is noticed
    assert room.session.wall_offset_ms == (by_ms if noticed else 0)


@pytest.mark.parametrize(
    ("agenda_zone", "local_zone", "expected"),
    [
        ("Europe/London", "Europe/London", "10:00"),
        ("UTC", "Europe/London", "10:00"),
        ("Europe/London", "Europe/Berlin", "10:00 London · 11:00 Berlin"),
        ("Europe/Berlin", "Europe/London", "11:00 Berlin · 10:00 London"),
        ("America/New_York", "Asia/Kolkata", "05:00 New York · 15:30 Kolkata"),
        ("America/Argentina/Buenos_Aires", "UTC", "07:00 Buenos Aires · 10:00 UTC"),
        ("Europe/London", "Pacific/Auckland", "10:00 London · 23:00 Auckland"),
        ("Europe/London", "Pacific/Kiritimati", "10:00 London · Wed 00:00 Kiritimati"),
        ("Asia/Tokyo", "Pacific/Honolulu", "19:00 Tokyo · 00:00 Honolulu"),
        ("Nowhere/Land", "UTC", "10:00"),
    ],
)
def test_both_zones_of_a_flight(agenda_zone: str, local_zone: str, expected: str):
    assert both_zones(TEN, agenda_zone, local_zone) == expected


def test_two_zones_that_only_differ_in_summer():
    june = TEN - 180 * 24 * HOUR
    assert both_zones(TEN, "UTC", "Europe/London") == "10:00"
    assert both_zones(june, "UTC", "Europe/London") == "10:00 UTC · 11:00 London"


def test_the_session_knows_its_own_zone():
    room = corrected(Room(PLAN), 90_000)
    assert times_of_day(room.session, room.at("5:00"), "Europe/Berlin") == "10:06 UTC · 11:06 Berlin"


class TestChangeToWinterTime:
    """On 25 October 2026, London goes from 02:00 back to 01:00 at 01:00 UTC."""

    BEFORE = 1_792_889_400_000  # 00:50 UTC, 01:50 in London

    def test_elapsed_time_knows_nothing_of_it(self):
        room = Room(PLAN)
        assert both_zones(self.BEFORE, "Europe/London", "Europe/London") == "01:50"
        assert both_zones(self.BEFORE + 20 * 60_000, "Europe/London", "Europe/London") == "01:10"
        assert both_zones(self.BEFORE + 20 * 60_000, "Europe/London", "UTC") == "01:10"
        assert room.session.clock_marks == []

    def test_a_hard_stop_at_an_hour_that_comes_twice_is_the_first_of_them(self):
        plan = agenda(part("Talk", "20m"), hard_stop="01:55", timezone="Europe/London")
        assert opening(plan, "", self.BEFORE, "UTC").hard_stop_at == self.BEFORE + 5 * 60_000

    def test_a_planned_start_is_in_the_time_of_its_day(self):
        summer = agenda(part("Talk", "20m"), starts="2026-10-24 10:00", timezone="Europe/London")
        winter = agenda(part("Talk", "20m"), starts="2026-10-25 10:00", timezone="Europe/London")
        first, second = (opening(plan, "", self.BEFORE, "UTC").planned_start_at for plan in (summer, winter))
        assert first is not None
        assert second == first + 25 * HOUR
