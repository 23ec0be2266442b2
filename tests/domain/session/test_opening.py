"""How the agenda's local times become instants, and what a session is called."""

from datetime import UTC, datetime

import pytest

from facilitator.domain.session.opening import day_chosen, opening, session_id
from facilitator.domain.text.dates import moment_text
from tests.domain.interviews import TEN, agenda, part
from tests.domain.session.recorded import session_of

NOW = int(datetime(2026, 12, 1, 10, 0, tzinfo=UTC).timestamp() * 1000)


def opened(now: int = NOW, timezone: str = "UTC", said: str | None = None, **of_agenda: str):
    return opening(agenda(part("Talk", "10m"), **of_agenda), " Ilse\nBrandt ", now, timezone, said, " a\nfile ")


def written(at: int | None) -> str | None:
    """The instant in UTC as it would be written in an agenda."""
    return None if at is None else f"{datetime.fromtimestamp(at / 1000, UTC):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("of_agenda", "said", "start", "stop"),
    [
        ({}, None, None, None),
        ({"starts": "10:30"}, None, "2026-12-01 10:30", None),
        ({"starts": "9:30"}, None, "2026-12-01 09:30", None),
        ({"starts": "2026-12-24 09:30"}, None, "2026-12-24 09:30", None),
        ({"starts": "2026-12-24 09:30"}, "11:00", "2026-12-01 11:00", None),
        ({}, "2026-12-02 11:00", "2026-12-02 11:00", None),
        # A hard stop is the first such time after the start; without a start, the nearest to now.
        ({"hard_stop": "11:30"}, None, None, "2026-12-01 11:30"),
        ({"hard_stop": "10:00"}, None, None, "2026-12-01 10:00"),
        ({"hard_stop": "10:01"}, None, None, "2026-12-01 10:01"),
        ({"hard_stop": "09:00"}, None, None, "2026-12-01 09:00"),
        ({"hard_stop": "02:00"}, None, None, "2026-12-01 02:00"),
        ({"hard_stop": "01:59"}, None, None, "2026-12-02 01:59"),
        ({"hard_stop": "11:30", "starts": "11:30"}, None, "2026-12-01 11:30", "2026-12-02 11:30"),
        ({"hard_stop": "11:30", "starts": "11:29"}, None, "2026-12-01 11:29", "2026-12-01 11:30"),
        ({"hard_stop": "11:30", "starts": "9:00"}, None, "2026-12-01 09:00", "2026-12-01 11:30"),
        ({"hard_stop": "00:15", "starts": "23:30"}, None, "2026-12-01 23:30", "2026-12-02 00:15"),
        ({"hard_stop": "11:30", "starts": "2026-12-24 09:30"}, None, "2026-12-24 09:30", "2026-12-24 11:30"),
        # The agenda's zone counts where it names one.
        ({"starts": "10:30", "timezone": "Europe/Berlin"}, None, "2026-12-01 09:30", None),
        ({"hard_stop": "10:30", "timezone": "Asia/Tokyo"}, None, None, "2026-12-02 01:30"),
    ],
)
def test_when_it_is_to_start_and_when_the_room_is_lost(of_agenda, said, start, stop):
    fact = opened(said=said, **of_agenda)
    assert (written(fact.planned_start_at), written(fact.hard_stop_at)) == (start, stop)


def test_the_day_is_that_of_the_zone():
    late = NOW + 13 * 60 * 60 * 1000 + 59 * 60 * 1000
    assert written(opened(late, starts="20:30").planned_start_at) == "2026-12-01 20:30"
    assert written(opened(late, timezone="Asia/Tokyo", starts="10:30").planned_start_at) == "2026-12-02 01:30"


@pytest.mark.parametrize(
    ("hours", "starts", "start"),
    [
        (8.92, "07:00", "2026-12-02 07:00"),  # opened at 18:55 the evening before
        (13.9, "00:10", "2026-12-02 00:10"),
        (14.1, "23:50", "2026-12-01 23:50"),
        (5.9, "10:00", "2026-12-01 10:00"),
        (-2.5, "07:00", "2026-12-01 07:00"),
    ],
)
def test_a_start_without_a_date_is_on_the_nearest_day(hours: float, starts: str, start: str):
    now = NOW + round(hours * 3_600_000)
    assert written(opened(now, starts=starts).planned_start_at) == start
    assert written(opened(now, said=starts).planned_start_at) == start


def test_what_is_kept_at_the_opening():
    fact = opened(timezone="Asia/Tokyo")
    assert (fact.candidate, fact.source, fact.timezone) == ("Ilse Brandt", "a file", "Asia/Tokyo")
    assert fact.agenda.title == "A round"
    assert opened(timezone="Europe/Berlin").timezone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("title", "suffix", "name"),
    [
        ("VP Sales", "3f2a", "2026-12-01-vp-sales-3f2a"),
        ("VP Sales", "", "2026-12-01-vp-sales"),
        ("面接", "3f2a", "2026-12-01-3f2a"),
        ("x" * 50, "1", f"2026-12-01-{'x' * 40}-1"),
    ],
)
def test_a_session_is_called_by_its_day_its_title_and_what_makes_it_unique(title: str, suffix: str, name: str):
    assert session_id(opened(title=title), NOW, suffix) == name


def test_the_day_in_the_name_is_that_of_the_zone():
    assert session_id(opened(timezone="Asia/Tokyo"), NOW + 6 * 60 * 60 * 1000, "1").startswith("2026-12-02-")


@pytest.mark.parametrize(
    ("starts", "hard_stop", "expected"),
    [
        ("10:30", "11:30", "11:30"),
        # A stop is never at the start: the same time of day is that of the next day.
        ("10:30", "10:30", "2 December, 10:30"),
        ("23:15", "00:20", "2 December, 00:20"),
        # Without a start it is the nearest, even if it has just passed.
        (None, "10:01", "10:01"),
        (None, "10:00", "10:00"),
        (None, "09:00", "09:00"),
    ],
)
def test_a_hard_stop_lies_behind_the_start(starts: str | None, hard_stop: str, expected: str):
    opened = opening(agenda(part("Talk", "20m"), starts=starts, hard_stop=hard_stop), "", TEN, "UTC")
    assert opened.hard_stop_at is not None
    assert moment_text(opened.hard_stop_at, TEN, "UTC") == expected


@pytest.mark.parametrize(
    ("zone", "expected"), [("UTC", "10:30"), ("America/New_York", "15:30"), ("Europe/Berlin", "09:30")]
)
def test_times_are_those_of_the_zone(zone: str, expected: str):
    opened = opening(agenda(part("Talk", "20m"), starts="10:30", timezone=zone), "", TEN, "Asia/Tokyo")
    assert opened.planned_start_at is not None
    assert moment_text(opened.planned_start_at, TEN, "UTC") == expected


def test_a_start_that_is_no_time_is_refused():
    with pytest.raises(ValueError, match="soon"):
        opened(said="soon")


@pytest.mark.parametrize(
    ("of_agenda", "opened_at", "begun_at", "start", "stop"),
    [
        # Opened the evening before, and left open.
        ({"starts": "07:00", "hard_stop": "08:00"}, 9.0, 21.1, None, None),
        # Opened in the morning for an interview of that morning, which took place on the next.
        ({"starts": "07:00", "hard_stop": "08:00"}, -2.0, 21.1, "2026-12-02 07:00", "2026-12-02 08:00"),
        ({"hard_stop": "11:30"}, 0.0, 1.6, None, None),
        ({"hard_stop": "11:30"}, 0.0, 24.0, "", "2026-12-02 11:30"),
        # A start with a date stays where it is.
        ({"starts": "2026-12-01 07:00"}, 0.0, 24.0, None, None),
        ({}, 0.0, 24.0, None, None),
    ],
)
def test_the_day_is_decided_anew_as_the_interview_begins(of_agenda, opened_at, begun_at, start, stop):
    fact = opened(NOW + round(opened_at * 3_600_000), **of_agenda)
    session = session_of(plan=fact.agenda)
    session.planned_start_at, session.hard_stop_at = fact.planned_start_at, fact.hard_stop_at
    session.start_time = fact.start_time
    chosen = day_chosen(session, NOW + round(begun_at * 3_600_000))
    told = None if chosen is None else (written(chosen.planned_start_at) or "", written(chosen.hard_stop_at))
    assert told == (None if stop is None else (start, stop))


def test_a_hard_stop_that_was_set_otherwise_stays():
    session = session_of(plan=opened(hard_stop="11:30").agenda)
    session.hard_stop_at = NOW + 30 * 60_000
    assert day_chosen(session, NOW + 24 * 3_600_000) is None
