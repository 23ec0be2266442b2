"""When each segment is planned: at a time of day if the agenda says when it starts, else so long after the start.

Separate from the briefs, which only say it.
"""

from datetime import UTC, datetime, timedelta

from msgspec import Struct

from facilitator.domain.plan.agenda import Agenda, Segment
from facilitator.domain.text.dates import local, read_moment, read_time, time_form
from facilitator.domain.text.durations import clock_text


class Slot(Struct, frozen=True):
    """A segment with when it is planned, in seconds from the start of the interview."""

    segment: Segment
    start_seconds: int

    @property
    def end_seconds(self) -> int:
        return self.start_seconds + self.segment.length_seconds


class Schedule(Struct, frozen=True):
    """The segments of an agenda in time. `starts` is the agenda's own, `2026-12-01 10:00` or `10:00`; empty if none.

    On a known day in a known `timezone`, the hour between summer and winter time counts.
    """

    slots: tuple[Slot, ...]
    starts: str
    timezone: str = ""

    def span(self, slot: Slot) -> str:
        """Return when a segment is on: `10:00–10:05`, or `0:00–5:00` from the start on."""
        return f"{self.shown(slot.start_seconds)}–{self.shown(slot.end_seconds)}"

    @property
    def day(self) -> str:
        """The day of the interview in ISO form; empty if it isn't known."""
        return self.starts[:10] if "-" in self.starts else ""

    @property
    def whole(self) -> str:
        """From when to when the interview is, as in `span`."""
        return f"{self.shown(0)}–{self.shown(self.slots[-1].end_seconds)}"

    def shown(self, seconds: int) -> str:
        """Return when it is so many seconds after the start: `10:05`, or `5:00` if nobody knows when that is."""
        if not self.starts:
            return clock_text(seconds)
        start = first_moment(self.starts)
        if self.day and self.timezone:
            return time_form(later(start.replace(tzinfo=local(0, self.timezone).tzinfo), seconds))
        return time_form(start + timedelta(seconds=seconds))


def schedule(agenda: Agenda, starts: str = "") -> Schedule:
    """Return when each segment is planned; `starts` overrides the agenda's own."""
    slots: list[Slot] = []
    for segment in agenda.segments:
        slots.append(Slot(segment, slots[-1].end_seconds if slots else 0))
    return Schedule(tuple(slots), starts or agenda.starts or "", agenda.timezone or "")


def later(start: datetime, seconds: int) -> datetime:
    """Return the moment so many seconds after a start, in its zone, whatever its clocks did meanwhile."""
    return (start.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(start.tzinfo)


def first_moment(starts: str) -> datetime:
    """Return the local date and time of a start; a time of any day is put on the first day there is.

    Raises ValueError for what is neither.
    """
    return read_moment(starts) if "-" in starts else datetime.combine(datetime.min.date(), read_time(starts))
