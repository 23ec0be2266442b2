"""Invitations as calendars have them (`.ics`): when, how long, in which zone, who invites and who comes.

Source: RFC 5545. Every property of an event is a piece; a calendar with several events has several invitations.
"""

import quopri
import re
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from msgspec import Struct

from facilitator.domain.text.dates import cell_text, local
from facilitator.domain.text.plain_text import clean, one_line
from facilitator.preparing.manuscript.manuscript import FilePlace, Piece, UnreadableFileError
from facilitator.preparing.manuscript.office.invited import Invited, invited
from facilitator.preparing.manuscript.optional import needed

LARGEST_CALENDAR_BYTES = 1024 * 1024
MOST_EVENTS = 50
MOST_ATTENDEES = 100


_QUOTED_PRINTABLE = re.compile(
    rb"^([^:\r\n]{0,500});ENCODING=QUOTED-PRINTABLE([^:\r\n]{0,500}):((?:[^\r\n=]|=(?:\r?\n)?)*)",
    re.MULTILINE | re.IGNORECASE,
)
"""A property as vCalendar 1.0 writes it, and Outlook of old: its lines go on after a `=`. Its head is bounded."""


class EventProperty(NamedTuple):
    """A property of an event, with its piece and whom it is about, if anybody."""

    name: str
    piece: Piece
    person: Invited | None = None


class Invitation(Struct, frozen=True):
    """An event. `starts` is a time where it is held, in `timezone`, which is empty if that isn't known.

    `starts` has no time of day if the event takes whole days. `zone_named` is what the file calls its zone.
    `length_seconds` is None if neither an end nor a duration is given. `properties` are all that it has. `notes`
    say what of it was passed over.
    """

    title: str
    starts: str
    timezone: str
    zone_named: str
    length_seconds: int | None
    organizer: Invited | None
    attendees: tuple[Invited, ...]
    description: str
    properties: tuple[EventProperty, ...]
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
        with warnings.catch_warnings(action="ignore"):  # the library warns in the terminal of what it makes good
            calendar = icalendar.Calendar.from_ical(_QUOTED_PRINTABLE.sub(_plainly, content))
            events = calendar.walk("VEVENT")
            if not 1 <= len(events) <= MOST_EVENTS:
                raise UnreadableFileError(f"has {len(events)} events, expected one to {MOST_EVENTS}")
            is_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
            zone = _said(calendar.get("X-WR-TIMEZONE", ""))
            return tuple(_invitation(event, zone, is_cancelled=is_cancelled) for event in events)
    except UnreadableFileError:
        raise
    except Exception as error:  # the library raises whatever a property makes it raise
        raise UnreadableFileError("can't be read as a calendar: it is damaged, or a part of one") from error


def _plainly(found: re.Match[bytes]) -> bytes:
    """Return a property in quoted-printable as one in plain text."""
    text = quopri.decodestring(found[3]).rstrip(b"\r\n")
    escaped = re.sub(rb"([\\;,])", rb"\\\1", text).replace(b"\r\n", b"\\n").replace(b"\n", b"\\n")
    return found[1] + found[2] + b":" + escaped


def _invitation(event: Any, calendar_zone: str, *, is_cancelled: bool) -> Invitation:  # noqa: ANN401  # loaded when used
    begins, ends = _moment(event, "DTSTART"), _moment(event, "DTEND")
    duration = event.decoded("DURATION", None)
    length = None
    if begins is not None and ends is not None:
        length = round((_comparable(ends) - _comparable(begins)).total_seconds())
    elif begins is not None and isinstance(duration, timedelta):
        length = round(duration.total_seconds())
    notes = []
    if is_cancelled or str(event.get("STATUS", "")).upper() == "CANCELLED":
        notes.append("it is a cancellation: this interview won't take place")
    if event.get("RRULE"):
        notes.append("it repeats; only the first time is taken")
    named = _said(event["DTSTART"].params.get("TZID", "")) if begins else ""
    starts, timezone = _where_held(begins, named, calendar_zone) if begins else (_day(event), "")
    properties = tuple(_properties(event))
    people = [(one.name, one.person) for one in properties if one.person is not None]
    return Invitation(
        _said(event.get("SUMMARY", "")), starts, timezone, named,
        length if length and length > 0 else None,
        next((person for name, person in people if name == "ORGANIZER"), None),
        tuple(person for name, person in people if name == "ATTENDEE")[:MOST_ATTENDEES],
        clean(str(event.get("DESCRIPTION", ""))), properties, tuple(notes),
    )  # fmt: skip


def _moment(event: Any, name: str) -> datetime | None:  # noqa: ANN401
    found = event.decoded(name, None)
    return found if isinstance(found, datetime) else None


def _day(event: Any) -> str:  # noqa: ANN401
    found = event.decoded("DTSTART", None)
    return cell_text(found) if found else ""


def _comparable(moment: datetime) -> datetime:
    """Return a moment so that the hour between summer and winter time counts."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC)


def _where_held(moment: datetime, named: str, calendar_zone: str) -> tuple[str, str]:
    """Return the time where the event is held, and the IANA name of the zone; in UTC if only that is known.

    The name is empty if the event floats, or if its zone isn't known at all.
    """
    if moment.tzinfo is None:
        return cell_text(moment), ""
    of_windows = needed("icalendar.timezone.windows_to_olson", "Invitations (.ics)").WINDOWS_TO_OLSON
    name = str(getattr(moment.tzinfo, "key", "") or of_windows.get(named, "") or "UTC")
    if name == "UTC" and calendar_zone:
        there = local(round(moment.timestamp() * 1000), calendar_zone)
        name = calendar_zone if there.tzinfo != UTC else name
        moment = there
    elif name == "UTC":
        moment = moment.astimezone(UTC)
    return cell_text(moment.replace(tzinfo=None)), name


def _properties(event: Any) -> Iterator[EventProperty]:  # noqa: ANN401
    """Yield the properties with their pieces; that of a description is a piece for each of its lines."""
    number = 0
    for name, value in event.property_items(recursive=False):
        if name in ("BEGIN", "END"):
            continue
        person = None
        if name in ("ORGANIZER", "ATTENDEE"):
            person = invited(_said(value), {key: _parameter(one) for key, one in value.params.items()})
        said = f"{person.name}, {person.address}" if person else _said(_plain(value))
        text = clean(str(value)) if name == "DESCRIPTION" else f"{name}: {said}"
        for line in filter(str.strip, text.split("\n")):
            number += 1
            yield EventProperty(name, Piece(FilePlace(paragraph=number), one_line(line)), person)


def _plain(value: Any) -> str:  # noqa: ANN401
    moment = getattr(value, "dt", None)
    return str(moment if moment is not None else value)


def _said(value: object) -> str:
    return one_line(str(value))[:500]


def _parameter(value: object) -> str:
    """Return a parameter's value; “CN=Ruiz, Ana” without quotes is two."""
    return ", ".join(map(_said, value)) if isinstance(value, list) else _said(value)
