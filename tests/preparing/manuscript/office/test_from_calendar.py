"""Invitations of Google, Outlook and an ATS."""

import pytest

from facilitator.preparing.manuscript.manuscript import UnreadableFileError
from facilitator.preparing.manuscript.office.from_calendar import (
    LARGEST_CALENDAR_BYTES,
    MOST_EVENTS,
    invitations,
    is_calendar,
)
from tests.preparing.manuscript.office.calendars import ATS, GOOGLE, OUTLOOK


def test_google_gives_time_zone_length_and_people_but_no_rooms():
    (found,) = invitations(GOOGLE.encode())
    assert (found.title, found.starts, found.timezone) == (
        "VP Sales interview: Robin Reyes",
        "2026-12-01 10:00",
        "Europe/Berlin",
    )
    assert found.length_seconds == 5400
    assert found.organizer is not None
    assert found.organizer.name == "Ana Ruiz"
    assert [one.name for one in found.attendees if not one.why_not] == ["Ana Ruiz", "Ben Okafor", "Robin Reyes"]
    assert [one.name for one in found.attendees] == ["Ana Ruiz", "Ben Okafor", "Robin Reyes", "Room 4"]


def test_outlook_gives_a_zone_of_its_own_names():
    (found,) = invitations(OUTLOOK.encode())
    assert (found.starts, found.timezone) == ("2026-12-01 10:00", "Europe/Berlin")
    assert found.attendees[0].address == "robin@example.org"


def test_an_ats_gives_several_with_a_duration_and_a_cancellation():
    first, second = invitations(ATS.encode())
    assert (first.timezone, first.length_seconds, first.attendees[1].name) == ("UTC", 2700, "ben")
    assert second.notes == ("it is a cancellation: this interview won't take place",)


def test_every_property_and_every_line_of_the_description_is_a_piece():
    (found,) = invitations(GOOGLE.encode())
    assert [one.piece.text for one in found.properties if one.name == "DESCRIPTION"] == [
        "Join: https://example.com/x",
        "Bring your portfolio.",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        b"nothing",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:yesterday\nEND:VEVENT\n",
        b"x" * (LARGEST_CALENDAR_BYTES + 1),
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * (MOST_EVENTS + 1) + b"END:VCALENDAR\n",
    ],
)
def test_what_is_damaged_too_large_or_empty_is_told(content: bytes):
    with pytest.raises(UnreadableFileError):
        invitations(content)


def test_a_calendar_is_known_by_its_beginning():
    assert is_calendar(GOOGLE.encode())
    assert not is_calendar(b"# Guide")
