"""Invitations as calendars have them (`.ics`): when, how long, in which zone, who invites and who comes.

Source: RFC 5545. Every property of an event is a piece; a calendar with several events has several invitations.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct

from facilitator.domain.text.dates import cell_text
from facilitator.domain.text.plain_text import clean, one_line
from facilitator.preparing.manuscript.manuscript import FilePlace, Piece, UnreadableFileError
from facilitator.preparing.manuscript.optional import needed

LARGEST_CALENDAR_BYTES = 1024 * 1024
MOST_EVENTS = 50
MOST_ATTENDEES = 100


class Invited(Struct, frozen=True):
    """Somebody who is invited; `name` is what comes before the @ if the invitation gives none."""

    name: str
    address: str


class Invitation(Struct, frozen=True):
    """An event. `starts` is a time where it is held, in `timezone`, which is empty if the event floats.

    `length_seconds` is None if neither an end nor a duration is given. `properties` are its pieces with their names.
    `notes` say what of it was passed over.
    """

    title: str
    starts: str
    timezone: str
    length_seconds: int | None
    organizer: Invited | None
    attendees: tuple[Invited, ...]
    description: str
    properties: tuple[tuple[str, Piece], ...]
    notes: tuple[str, ...] = ()


def is_calendar(content: bytes) -> bool:
    """Whether a file is a calendar, whatever it is called."""
    return content[:200].lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:VCALENDAR")


def invitations(content: bytes) -> tuple[Invitation, ...]:
    """Return the events of a calendar. Raises UnreadableFileError if it is damaged, too large or has none."""
    if len(content) > LARGEST_CALENDAR_BYTES:
        raise UnreadableFileError("is larger than 1 MB; that can't be an invitation")
    icalendar = needed("icalendar", "Invitations (.ics)")
    try:
        calendar = icalendar.Calendar.from_ical(content)
        events = calendar.walk("VEVENT")
        if not 1 <= len(events) <= MOST_EVENTS:
            raise UnreadableFileError(f"has {len(events)} events, expected one to {MOST_EVENTS}")
        is_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        return tuple(_invitation(event, is_cancelled=is_cancelled) for event in events)
    except UnreadableFileError:
        raise
    except Exception as error:  # the library raises whatever a property makes it raise
        raise UnreadableFileError(f"can't be read as a calendar: {type(error).__name__}") from error


def _invitation(event: Any, *, is_cancelled: bool) -> Invitation:  # noqa: ANN401  # the library is loaded when used
    begins, ends = _moment(event, "DTSTART"), _moment(event, "DTEND")
    duration = event.decoded("DURATION", None)
    if ends is None and begins is not None and isinstance(duration, timedelta):
        ends = begins + duration
    notes = []
    if is_cancelled or str(event.get("STATUS", "")).upper() == "CANCELLED":
        notes.append("it is a cancellation: this interview isn't held")
    if event.get("RRULE"):
        notes.append("it repeats; only the first time is taken")
    length = round((ends - begins).total_seconds()) if begins and ends else None
    timezone = _zone(begins, _said(event["DTSTART"].params.get("TZID", ""))) if begins else ""
    if begins and not timezone:
        notes.append("it names no time zone: the time is that of this machine")
    return Invitation(
        _said(event.get("SUMMARY", "")), cell_text(begins.replace(tzinfo=None)) if begins else "", timezone,
        length if length and length > 0 else None, next(_people(event, "ORGANIZER"), None),
        tuple(_people(event, "ATTENDEE")), clean(str(event.get("DESCRIPTION", ""))), tuple(_properties(event)),
        tuple(notes),
    )  # fmt: skip


def _moment(event: Any, name: str) -> datetime | None:  # noqa: ANN401
    found = event.decoded(name, None)
    return found if isinstance(found, datetime) else None


def _zone(moment: datetime, named: str) -> str:
    """Return the IANA name of a zone, also for a name that only Windows has; empty if it can't be known."""
    if moment.tzinfo is None:
        return ""
    if moment.tzinfo == UTC:
        return "UTC"
    of_windows = needed("icalendar.timezone.windows_to_olson", "Invitations (.ics)").WINDOWS_TO_OLSON
    return str(getattr(moment.tzinfo, "key", "") or of_windows.get(named, ""))


def _people(event: Any, name: str) -> Iterator[Invited]:  # noqa: ANN401
    found = event.get(name, [])
    for one in (found if isinstance(found, list) else [found])[:MOST_ATTENDEES]:
        if str(one.params.get("CUTYPE", "INDIVIDUAL")).upper() not in ("ROOM", "RESOURCE"):
            address = _said(str(one)).removeprefix("mailto:").removeprefix("MAILTO:")
            yield Invited(_said(one.params.get("CN", "")) or address.partition("@")[0], address.casefold())


def _properties(event: Any) -> Iterator[tuple[str, Piece]]:  # noqa: ANN401
    """Yield the properties with their pieces; that of a description is a piece for each of its lines."""
    number = 0
    for name, value in event.property_items(recursive=False):
        if name in ("BEGIN", "END"):
            continue
        text = clean(str(value)) if name == "DESCRIPTION" else f"{name}: {_said(_plain(value))}"
        for line in filter(str.strip, text.split("\n")):
            number += 1
            yield name, Piece(FilePlace(paragraph=number), one_line(line))


def _plain(value: Any) -> str:  # noqa: ANN401
    moment = getattr(value, "dt", None)
    return str(moment if moment is not None else value)


def _said(value: object) -> str:
    return one_line(str(value))[:500]
