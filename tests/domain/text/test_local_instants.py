"""When the clock on the wall shows what was written: on which day, in which zone, and in which of two hours."""

from datetime import UTC, datetime

import pytest

from facilitator.domain.text.local_instants import (
    latest_local_instant,
    local_instant,
    nearest_local_instant,
    next_local_instant,
)

TUESDAY = int(datetime(2026, 12, 1, 23, 30, tzinfo=UTC).timestamp() * 1000)


def at(text: str) -> int:
    """The instant of a text like `2026-12-01T10:00Z`."""
    return int(datetime.fromisoformat(text).timestamp() * 1000)


@pytest.mark.parametrize(
    ("written", "timezone", "expected"),
    [
        ("2026-12-03 10:00", "UTC", "2026-12-03T10:00Z"),
        ("2026-12-03 10:00", "Asia/Tokyo", "2026-12-03T01:00Z"),
        ("2026-07-03 10:00", "Europe/London", "2026-07-03T09:00Z"),
        ("10:00", "UTC", "2026-12-01T10:00Z"),
        ("9:00", "Asia/Tokyo", "2026-12-02T00:00Z"),
        ("2026-12-03 10:00+02:00", "Asia/Tokyo", "2026-12-03T08:00Z"),
    ],
)
def test_what_is_written_is_meant_on_the_local_clock(written: str, timezone: str, expected: str):
    assert local_instant(written, TUESDAY, timezone) == at(expected)


def test_of_a_time_that_comes_twice_the_nearer_one_is_meant():
    written, first, second = "2026-10-25 01:30", at("2026-10-25T00:30Z"), at("2026-10-25T01:30Z")
    assert local_instant(written, at("2026-10-24T12:00Z"), "Europe/London") == first
    assert local_instant(written, at("2026-10-25T00:50Z"), "Europe/London") == first
    assert local_instant(written, at("2026-10-25T01:10Z"), "Europe/London") == second
    assert local_instant(written, TUESDAY, "Europe/London") == second


def test_a_time_that_the_clock_leaves_out_is_read_as_if_it_had_not_been_put_forward():
    assert local_instant("2026-03-29 01:30", TUESDAY, "Europe/London") == at("2026-03-29T01:30Z")


def test_the_next_time_of_day_is_today_or_tomorrow():
    assert next_local_instant("23:31", TUESDAY, "UTC") == at("2026-12-01T23:31Z")
    assert next_local_instant("23:30", TUESDAY, "UTC") == at("2026-12-02T23:30Z")
    assert next_local_instant("08:00", TUESDAY, "Asia/Tokyo") == at("2026-12-02T23:00Z")
    assert next_local_instant("09:00", TUESDAY, "Asia/Tokyo") == at("2026-12-02T00:00Z")


def test_tomorrow_at_the_same_time_is_an_hour_less_away_where_the_clock_is_put_forward():
    assert next_local_instant("12:00", at("2026-03-28T12:00Z"), "Europe/London") == at("2026-03-29T11:00Z")


@pytest.mark.parametrize(
    ("time_of_day", "now", "timezone", "nearest", "latest"),
    [
        ("07:00", "2026-12-01T18:55Z", "UTC", "2026-12-02T07:00Z", "2026-12-01T07:00Z"),
        ("11:30", "2026-12-01T11:31Z", "UTC", "2026-12-01T11:30Z", "2026-12-01T11:30Z"),
        ("11:30", "2026-12-01T11:29Z", "UTC", "2026-12-01T11:30Z", "2026-11-30T11:30Z"),
        ("23:50", "2026-12-02T00:10Z", "UTC", "2026-12-01T23:50Z", "2026-12-01T23:50Z"),
        ("00:10", "2026-12-01T23:50Z", "UTC", "2026-12-02T00:10Z", "2026-12-01T00:10Z"),
        ("9:05", "2026-12-01T00:10Z", "Asia/Tokyo", "2026-12-01T00:05Z", "2026-12-01T00:05Z"),
        # The hour that comes twice counts once more.
        ("01:30", "2026-10-25T00:40Z", "Europe/London", "2026-10-25T00:30Z", "2026-10-25T00:30Z"),
        ("01:30", "2026-10-25T01:40Z", "Europe/London", "2026-10-25T01:30Z", "2026-10-25T01:30Z"),
    ],
)
def test_the_nearest_and_the_latest(time_of_day: str, now: str, timezone: str, nearest: str, latest: str):
    assert nearest_local_instant(time_of_day, at(now), timezone) == at(nearest)
    assert latest_local_instant(time_of_day, at(now), timezone) == at(latest)


def test_the_next_in_the_second_of_two_hours():
    assert next_local_instant("01:55", at("2026-10-25T01:10Z"), "Europe/London") == at("2026-10-25T01:55Z")
