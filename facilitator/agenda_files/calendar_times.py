"""Check an agenda's dates and time zone, and bring them into one written form.

Separate from `checks`, because only this needs the calendar library, and only an agenda with dates loads it.
"""

from contextlib import suppress
from datetime import datetime, time, timedelta

from msgspec.structs import replace

from facilitator.agenda_files.complaints import Complaints, nearest, quoted
from facilitator.agenda_files.reader import Reader
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.text.dates import read_moment, read_time, start_form, time_form
from facilitator.domain.text.durations import length_text

_STARTS_FORM = "a local date and time such as 2026-12-01 10:00, or a time of any day such as 10:00"
_LONGEST_ROOM = timedelta(hours=12)
"""A hard stop later than this after the start is taken for a mistake: 9:00 for an interview that starts at 10:00."""


def check_times(agenda: Agenda, reader: Reader, complaints: Complaints) -> Agenda:
    """Complain about a wrong `timezone`, `starts` or `hard_stop`.

    Return the agenda with `starts` as `YYYY-MM-DD HH:MM` or `HH:MM`, and `hard_stop` as `HH:MM`. A hard stop that
    is earlier in the day than the start is taken to be after midnight.
    """
    if agenda.timezone:
        _check_zone(agenda.timezone, reader, complaints)
    starts = _starts(agenda.starts, reader, complaints) if agenda.starts else None
    stop = _hard_stop(agenda.hard_stop, reader, complaints) if agenda.hard_stop else None
    if starts and stop:
        room = timedelta(hours=stop.hour - starts.hour, minutes=stop.minute - starts.minute) % timedelta(days=1)
        position = reader.position(("hard_stop",))
        if not timedelta() < room <= _LONGEST_ROOM:
            complaints.error(position, f"'hard_stop' ({time_form(stop)}) isn't after 'starts' ({time_form(starts)})")
        elif (excess := agenda.planned_seconds - room.total_seconds()) > 0:
            message = f"the segments run {length_text(excess)} past the hard stop"
            complaints.warning(position, message, code="time/hard-stop")
    return replace(
        agenda,
        starts=start_form(starts) if starts else agenda.starts,
        hard_stop=time_form(stop) if stop else agenda.hard_stop,
    )


def _check_zone(name: str, reader: Reader, complaints: Complaints) -> None:
    import pendulum

    zones = pendulum.timezones()
    if name not in zones:
        message = f"found {quoted(name)}, expected a time zone such as Europe/London"
        complaints.error(reader.position(("timezone",)), message, nearest(name, sorted(zones), most=len(zones)))


def _starts(text: str, reader: Reader, complaints: Complaints) -> datetime | time | None:
    position = reader.position(("starts",))
    with suppress(ValueError):
        return read_time(text)
    try:
        starts = read_moment(text)
    except ValueError:
        starts = None
    if starts is None or ":" not in text:
        complaints.error(position, f"found {quoted(text)}, expected {_STARTS_FORM}")
        return None
    if starts.tzinfo is not None:
        complaints.error(position, f"found {quoted(text)}, expected {_STARTS_FORM}; put the zone in 'timezone'")
        return None
    return starts


def _hard_stop(text: str, reader: Reader, complaints: Complaints) -> time | None:
    try:
        return read_time(text)
    except ValueError:
        complaints.error(reader.position(("hard_stop",)), f"found {quoted(text)}, expected a local time such as 11:35")
        return None
