"""The debrief's part on time: planned against actual, as frozen values that every export renders.

Separate because it is about the clock alone. The field names are keys of the JSON export.
"""

from msgspec import Struct

from facilitator.domain.session.state import Pause, Session
from facilitator.domain.text.dates import iso_text
from facilitator.domain.time import timing
from facilitator.domain.time.floor import floor_seconds, holder_name
from facilitator.domain.time.timing import Expected, SegmentState


class VisitRow(Struct, frozen=True):
    """A visit to a segment; `end` is None while it runs."""

    start: str
    end: str | None


class TimelineRow(Struct, frozen=True, kw_only=True):
    """Planned against actual for one segment. `place` is done, current, ahead, skipped or (after the end) passed over.

    `number` is what the segment is called by. `planned_seconds` is 0 for one that was added, and `added_seconds` is by
    how much its length was changed: positive is more. `actual_seconds` counts all visits, without the pauses in them.
    """

    number: int
    segment: str
    kind: str
    place: SegmentState
    planned_seconds: int
    added_seconds: int
    actual_seconds: int
    visits: tuple[VisitRow, ...]


class KindSeconds(Struct, frozen=True):
    """The seconds of all segments of one kind, without the pauses in them."""

    planned: int
    actual: int


class ProtectedRow(Struct, frozen=True, kw_only=True):
    """What a protected segment was promised and what it got."""

    segment: str
    promised_seconds: int
    given_seconds: int


class Timing(Struct, frozen=True, kw_only=True):
    """The interview as a whole; `over_seconds` and `late_start_seconds` are positive when later than planned.

    `actual_seconds` goes from start to end and includes the pauses (`paused_seconds`); those of the segments don't,
    so they add up to the difference. `hard_stop_over_seconds` is positive if the end is after the hard stop, and
    None without one.
    """

    planned_seconds: int
    actual_seconds: int
    paused_seconds: int
    over_seconds: int
    late_start_seconds: int
    hard_stop_over_seconds: int | None
    by_kind: dict[str, KindSeconds]
    protected: tuple[ProtectedRow, ...]


class FloorRow(Struct, frozen=True, kw_only=True):
    """How long somebody had the floor, and their share of all the time that was tallied (0 to 1): not a score."""

    holder: str
    name: str
    seconds: int
    share: float


def timing_facts(session: Session, order: tuple[Expected, ...], now: int) -> Timing:
    """Return the times of the interview as a whole; `order` is its running order at `now`."""
    by_kind: dict[str, KindSeconds] = {}
    for line in order:
        so_far = by_kind.get(line.segment.kind, KindSeconds(0, 0))
        by_kind[line.segment.kind] = KindSeconds(
            so_far.planned + line.planned_seconds, so_far.actual + round(line.used_seconds)
        )
    return Timing(
        planned_seconds=session.agenda.planned_seconds,
        actual_seconds=round(timing.elapsed_seconds(session, now)),
        paused_seconds=round(sum(_pause_ms(pause, now) for pause in session.pauses) / 1000),
        over_seconds=round(timing.over_seconds(session, now)),
        late_start_seconds=round(timing.late_start_seconds(session)),
        hard_stop_over_seconds=(
            None if session.hard_stop_at is None else round(timing.hard_stop_over_seconds(session, now))
        ),
        by_kind=by_kind,
        protected=tuple(
            ProtectedRow(
                segment=line.segment.title,
                promised_seconds=line.planned_seconds or line.segment.length_seconds,
                given_seconds=round(line.used_seconds),
            )
            for line in order
            if line.segment.is_protected
        ),
    )


def timeline_rows(session: Session, order: tuple[Expected, ...]) -> tuple[TimelineRow, ...]:
    """Return a row per segment in the order of the plan, with every visit to it."""
    return tuple(_timeline_row(session, line) for line in order)


def floor_rows(session: Session, now: int) -> tuple[FloorRow, ...]:
    """Return a row per holder of the floor; none if the speaker clock wasn't used."""
    held = floor_seconds(session, now)
    total = sum(held.values())
    return tuple(
        FloorRow(
            holder=holder.removeprefix("@"),
            name=holder_name(session, holder),
            seconds=round(seconds),
            share=round(seconds / total, 3) if total else 0.0,
        )
        for holder, seconds in held.items()
    )


def _timeline_row(session: Session, line: Expected) -> TimelineRow:
    added = session.added_seconds.get(line.segment.id, 0)
    return TimelineRow(
        number=session.plan.segment_numbers[line.segment.id],
        segment=line.segment.title,
        kind=line.segment.kind,
        place=line.state,
        planned_seconds=line.planned_seconds,
        added_seconds=line.segment.length_seconds + added - line.planned_seconds,
        actual_seconds=round(line.used_seconds),
        visits=tuple(
            VisitRow(
                iso_text(session.wall_time(visit.started_at)),
                None if visit.ended_at is None else iso_text(session.wall_time(visit.ended_at)),
            )
            for visit in session.visits
            if visit.segment == line.segment.id
        ),
    )


def _pause_ms(pause: Pause, now: int) -> int:
    return (now if pause.ended_at is None else pause.ended_at) - pause.started_at
