"""A calendar takes an interview in, moves it, and takes it out again. A parser of our own reads the files."""

from collections.abc import Iterator
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from msgspec import UNSET
from msgspec.structs import replace

from facilitator.domain.plan.agenda import Agenda
from facilitator.preparing.briefs.brief import CANDIDATE_READS
from facilitator.preparing.briefs.calendar_file import NoDateError, calendar_file
from tests.preparing.briefs.agendas import harbour, secret_words, with_words

NOW = 1_796_000_000_000


def made(agenda: Agenda, *, now: int = NOW, source: str = "/home/x/a.yaml", **options: object) -> bytes:
    return calendar_file(agenda, source=source, now=now, timezone="UTC", **options)  # type: ignore[arg-type]


def properties(content: bytes) -> Iterator[tuple[str, str, str, str]]:
    """Read a calendar file as RFC 5545 says: unfold, then component, name, parameters and value of each line."""
    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    inside: list[str] = []
    for line in content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]:
        colon = next(at for at, letter in enumerate(line) if letter == ":" and line[:at].count('"') % 2 == 0)
        head, value = line[:colon], line[colon + 1 :]
        name, _, parameters = head.partition(";")
        if name == "BEGIN":
            inside.append(value)
        elif name == "END":
            assert inside.pop() == value
        else:
            yield inside[-1], name, parameters, value
    assert not inside


def event_of(content: bytes) -> dict[str, str]:
    return {name: value for component, name, _, value in properties(content) if component == "VEVENT"}


def method_of(content: bytes) -> str:
    return next(value for component, name, _, value in properties(content) if name == "METHOD")


def test_it_stands_at_the_local_time_in_a_zone_that_the_file_explains():
    read = list(properties(made(harbour(), reader="bo")))
    assert ("VEVENT", "DTSTART", "TZID=Europe/London", "20261201T100000") in read
    assert ("VEVENT", "DTEND", "TZID=Europe/London", "20261201T104500") in read
    assert ("VTIMEZONE", "TZID", "", "Europe/London") in read


def test_the_same_event_is_updated_and_taken_back():
    first = made(harbour(), reader="bo")
    moved = made(replace(harbour(), starts="2026-12-02 09:00", title="Harbour"), reader="bo", now=NOW + 60_000)
    gone = made(harbour(), reader="bo", now=NOW + 120_000, cancelled=True)
    events = [event_of(content) for content in (first, moved, gone)]
    assert len({event["UID"] for event in events}) == 1
    assert int(events[0]["SEQUENCE"]) < int(events[1]["SEQUENCE"]) < int(events[2]["SEQUENCE"])
    assert [method_of(content) for content in (first, moved, gone)] == ["REQUEST", "REQUEST", "CANCEL"]
    assert (events[2]["STATUS"], "DESCRIPTION" in events[2]) == ("CANCELLED", False)


def test_two_files_and_two_readers_are_two_events():
    unnamed = replace(harbour(), calendar_id=UNSET)
    calendars = [
        made(unnamed),
        made(unnamed, source="/home/x/b.yaml"),
        made(unnamed, candidate="Robin"),
        made(unnamed, reader="bo"),
        made(unnamed, reader=CANDIDATE_READS),
    ]
    assert len({event_of(content)["UID"] for content in calendars}) == len(calendars)


def test_who_has_an_address_is_invited_by_the_lead():
    read = list(properties(made(harbour())))
    assert [value for _, name, _, value in read if name == "ORGANIZER"] == ["mailto:ann@example.com"]
    assert [value for _, name, _, value in read if name == "ATTENDEE"] == [
        "mailto:ann@example.com",
        "mailto:bo@example.com",
    ]


def test_a_panelist_is_invited_alone_to_an_event_that_has_their_brief():
    read = list(properties(made(harbour(), reader="bo")))
    assert [value for _, name, _, value in read if name in ("ORGANIZER", "ATTENDEE")] == [
        "mailto:bo@example.com",
        "mailto:ann@example.com",
    ]
    assert method_of(made(harbour(), reader="cy")) == "PUBLISH"


def test_an_interview_over_the_change_of_the_clocks_lasts_as_long_as_it_does():
    """At 1:00 UTC on 29 March 2026 the clocks of London go forward, and on 25 October back."""
    spring = event_of(made(replace(harbour(), starts="2026-03-29 00:30")))
    assert (spring["DTSTART"], spring["DTEND"]) == ("20260329T003000", "20260329T021500")
    autumn = event_of(made(replace(harbour(), starts="2026-10-25 01:30")))
    assert (autumn["DTSTART"], autumn["DTEND"]) == ("20261025T013000", "20261025T011500")


def test_another_parser_reads_the_same():
    """The calendar library reads what it wrote, zones included, as the instants that they are."""
    icalendar = pytest.importorskip("icalendar")
    event = icalendar.Calendar.from_ical(made(replace(harbour(), starts="2026-10-25 00:30"))).walk("VEVENT")[0]
    begins, ends = event.decoded("DTSTART"), event.decoded("DTEND")
    assert (begins.astimezone(UTC).isoformat(), ends.astimezone(UTC) - begins.astimezone(UTC)) == (
        "2026-10-24T23:30:00+00:00",
        timedelta(minutes=45),
    )


def test_without_addresses_nobody_is_and_the_candidate_never_sees_one():
    nameless = replace(harbour(), panel=tuple(replace(one, email=UNSET) for one in harbour().panel))
    for content in (made(nameless), made(harbour(), reader=CANDIDATE_READS)):
        assert b"ATTENDEE" not in content
        assert b"mailto" not in content
        assert method_of(content) == "PUBLISH"


def test_the_candidates_event_has_their_brief():
    said = event_of(made(harbour(), reader=CANDIDATE_READS))["DESCRIPTION"]
    assert "Bring the tide table" in said
    assert "Where would you anchor?" not in said


@given(secret_words)
def test_no_calendar_tells_what_was_adjusted(word: str):
    agenda = with_words(harbour(), word)
    for reader in ("", "bo", CANDIDATE_READS):
        assert word not in made(agenda, reader=reader).replace(b"\r\n ", b"").decode()


def test_an_interview_without_a_day_has_no_place_in_a_calendar():
    with pytest.raises(NoDateError, match="the day"):
        made(replace(harbour(), starts="10:00"))
    assert event_of(made(replace(harbour(), starts="10:00"), starts="2026-12-01 10:00"))["SUMMARY"] == "Harbour master"
