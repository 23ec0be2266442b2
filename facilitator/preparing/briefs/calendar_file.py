"""A calendar file (RFC 5545) of an interview: one event, with the brief of whom it is for in it.

It can be sent again when something has changed, or to cancel: calendars know the event by its UID, which stays, and
take the file with the higher SEQUENCE. That is counted from the clock, so that nothing has to be kept for it. Others
look into a calendar, too: what was adjusted for the candidate isn't in it, and the panel's events are private.
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from facilitator.documents.mail import plain_mail
from facilitator.domain.plan.adjusting import without_adjustments
from facilitator.domain.plan.agenda import Agenda, Panelist
from facilitator.domain.text.dates import local
from facilitator.preparing.briefs.brief import CANDIDATE_READS, LEAD_READS, brief
from facilitator.preparing.briefs.schedule import first_moment, later

if TYPE_CHECKING:
    from icalendar import Event

_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_A_YEAR = timedelta(days=366)
_PRODUCT = "-//facilitator//brief//EN"


class NoDateError(ValueError):
    """The agenda doesn't say on which day the interview starts, so it has no place in a calendar."""


def calendar_file(
    agenda: Agenda,
    *,
    source: str,
    now: int,
    timezone: str,
    reader: str = "",
    candidate: str = "",
    starts: str = "",
    cancelled: bool = False,
) -> bytes:
    """Return a calendar file for `reader` (see `brief`) that invites, or with `cancelled` takes back what did.

    `source` is the file of the agenda: without a `calendar_id` the event's UID is made from it and from who reads it.
    `now` is in ms; `timezone` is used if the agenda names none. Raises NoDateError; ImportError without the extra.
    """
    from icalendar import Calendar

    written = starts or agenda.starts or ""
    if "-" not in written:
        raise NoDateError("A calendar file needs the day on which the interview starts, such as 2026-12-01 10:00.")
    start = first_moment(written).replace(tzinfo=local(now, agenda.timezone or timezone).tzinfo)
    known = agenda if reader == CANDIDATE_READS else without_adjustments(agenda)
    event = _event(known, start, local(now, "UTC").replace(microsecond=0), cancelled)
    event.add("uid", _uid(agenda, source, reader, candidate))
    if not cancelled:
        event.add("description", plain_mail(brief(known, reader or LEAD_READS, candidate, starts)))
    invites = reader != CANDIDATE_READS and _add_people(event, agenda, reader)
    if reader != CANDIDATE_READS:
        event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "REQUEST" if invites else "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones(start.date() - _A_YEAR, start.date() + _A_YEAR)
    content: bytes = calendar.to_ical()
    return content


def _event(agenda: Agenda, start: datetime, stamp: datetime, cancelled: bool) -> "Event":
    """Return the event with what it is, when, and which of several files of it is the latest."""
    from icalendar import Event

    event = Event()
    event.add("dtstamp", stamp)
    event.add("sequence", max(0, int((stamp - _COUNTED_FROM).total_seconds())))
    event.add("dtstart", start)
    event.add("dtend", later(start, agenda.planned_seconds))
    event.add("summary", agenda.title)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return event


def _uid(agenda: Agenda, source: str, reader: str, candidate: str) -> str:
    known_by = (agenda.calendar_id,) if agenda.calendar_id else (source, candidate)
    return sha256("\n".join((*known_by, reader)).encode()).hexdigest()[:32] + "-facilitator"


def _add_people(event: "Event", agenda: Agenda, reader: str) -> bool:
    """Add who organizes and who attends: `reader`, or all of the panel if it is for the lead or for all.

    Return False, and add nobody, if no address of the lead or of any of them is known: an invitation without an
    organizer or an attendee is none (RFC 5546, 3.2.2), so the file then only publishes the event.
    """
    from icalendar import vCalAddress

    def address(panelist: Panelist) -> vCalAddress:
        found = vCalAddress(f"mailto:{panelist.email}")
        found.params["CN"] = panelist.name
        return found

    panel = [agenda.panelist_by_id[reader]] if reader in agenda.panelist_by_id else agenda.panel
    attending = [panelist for panelist in panel if panelist.email]
    if not agenda.lead.email or not attending:
        return False
    event.add("organizer", address(agenda.lead))
    for panelist in attending:
        event.add("attendee", address(panelist))
    return True
