"""The fact that opens a session: the agenda's local times as instants, and the name that the session gets."""

from datetime import UTC, datetime

import pytest

from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.plan.agenda import Agenda, Segment
from facilitator.domain.session.opening import opening, session_id
from facilitator.domain.text.dates import moment_text
from tests.domain.interviews import TEN, part
from tests.domain.interviews import agenda as interview

SEGMENTS = (Segment(id="talk", title="Talk", length_seconds=3600),)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


NOW = at("2026-12-01T09:00")


def opened(
    starts: str | None = None, hard_stop: str | None = None, zone: str | None = None, option: str | None = None
) -> SessionOpened:
    """A session of an agenda that says so, opened at nine in UTC by somebody in Berlin."""
    agenda = Agenda(title="Final round", starts=starts, hard_stop=hard_stop, timezone=zone, segments=SEGMENTS)
    return opening(agenda, "Dana", NOW, "Europe/Berlin", option)


def test_an_agenda_without_times_has_no_planned_start_and_no_hard_stop():
    fact = opened()
    assert (fact.planned_start_at, fact.hard_stop_at, fact.timezone) == (None, None, "Europe/Berlin")


def test_its_times_are_local_and_its_own_zone_counts():
    assert opened(starts="10:30").planned_start_at == at("2026-12-01T09:30")
    assert opened(starts="10:30", zone="Europe/London").planned_start_at == at("2026-12-01T10:30")
    assert opened(starts="2026-12-03 10:30").planned_start_at == at("2026-12-03T09:30")


def test_a_start_that_is_given_on_the_way_overrides_the_agenda():
    assert opened(starts="10:30", option="11:00").planned_start_at == at("2026-12-01T10:00")
    assert opened(starts="10:30", option="").planned_start_at == at("2026-12-01T09:30")


def test_a_start_that_is_no_time_is_refused():
    with pytest.raises(ValueError, match="soon"):
        opened(option="soon")


def test_the_hard_stop_is_the_first_after_the_start_or_after_now():
    assert opened(starts="10:30", hard_stop="11:30").hard_stop_at == at("2026-12-01T10:30")
    assert opened(starts="23:30", hard_stop="00:15").hard_stop_at == at("2026-12-01T23:15")
    assert opened(hard_stop="09:30").hard_stop_at == at("2026-12-02T08:30")


def test_who_comes_and_where_the_agenda_came_from_fit_on_a_line():
    fact = opening(Agenda(title="T", segments=SEGMENTS), "Dana\n Weiss\x1b", NOW, "UTC", source="a\nb.yaml")
    assert (fact.candidate, fact.source) == ("Dana Weiss", "a b.yaml")


def test_a_session_is_named_after_its_day_in_the_zone_and_its_title():
    late = at("2026-12-01T23:30")
    assert session_id(opened(), late, "3f2a") == "2026-12-02-final-round-3f2a"
    assert session_id(opened(zone="UTC"), late, "3f2a") == "2026-12-01-final-round-3f2a"


@pytest.mark.parametrize(
    ("starts", "hard_stop", "expected"),
    [
        ("10:30", "11:30", "11:30"),
        # A stop is never at the start: the same time of day is that of the next day.
        ("10:30", "10:30", "2 December, 10:30"),
        ("23:15", "00:20", "2 December, 00:20"),
        # Without a start it is the first one from now on.
        (None, "10:01", "10:01"),
        (None, "10:00", "2 December, 10:00"),
        (None, "09:00", "2 December, 09:00"),
    ],
)
def test_a_hard_stop_lies_behind_the_start(starts: str | None, hard_stop: str, expected: str):
    opened = opening(interview(part("Talk", "20m"), starts=starts, hard_stop=hard_stop), "", TEN, "UTC")
    assert opened.hard_stop_at is not None
    assert moment_text(opened.hard_stop_at, TEN, "UTC") == expected
