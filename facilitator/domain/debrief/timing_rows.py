"""The debrief's part on time: planned against actual, as frozen values that every export renders.

Separate because it is about the clock alone. The field names are keys of the JSON export.
"""

from typing import overload

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.session.state import Pause, Session
from facilitator.domain.text.dates import iso_text
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.floor import floor_seconds, holder_name
from facilitator.domain.time.sittings import sittings
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
    """What a protected segment was promised and what it got.

    `taken_seconds` is all that is missing from the promise once the segment is over, and before that what was taken
    from it knowingly. `place` is done, current, ahead, skipped or passed over; `ended_early` means that nothing was
    taken, and people went on before its time was up.
    """

    segment: str
    promised_seconds: int
    given_seconds: int
    taken_seconds: int = 0
    ended_early: bool = False
    place: SegmentState = SegmentState.DONE


class SittingRow(Struct, frozen=True, kw_only=True):
    """A stretch of the interview without a break of hours; `end` is None while it goes on."""

    start: str
    end: str | None


class PauseRow(Struct, frozen=True, kw_only=True):
    """A stretch within a sitting in which the clock stood still; `end` is None while it does."""

    start: str
    end: str | None


class Timing(Struct, frozen=True, kw_only=True):
    """The interview as a whole; `over_seconds` and `late_start_seconds` are positive when later than planned.

    `actual_seconds` goes from start to end, without what lies between sittings, and includes the pauses
    (`paused_seconds`); those of the segments don't, so they add up to the difference. `late_end_seconds` is positive if
    the end is later than the plan's time of day promised, and None if it promised none; `hard_stop_over_seconds` if the
    end is after the hard stop, and None without one.
    """

    planned_seconds: int
    actual_seconds: int
    paused_seconds: int
    over_seconds: int
    late_start_seconds: int
    hard_stop_over_seconds: int | None
    by_kind: dict[str, KindSeconds]
    protected: tuple[ProtectedRow, ...]
    late_end_seconds: int | None = None
    sittings: tuple[SittingRow, ...] = ()
    pauses: tuple[PauseRow, ...] = ()


class FloorRow(Struct, frozen=True, kw_only=True):
    """How long somebody had the floor, and their share of all the time that was tallied (0 to 1): not a score."""

    holder: str
    name: str
    seconds: int
    share: float


def timing_facts(session: Session, now: int) -> Timing:
    """Return the times of the interview as a whole, in whole seconds that add up."""
    shown, now = as_shown(session, now)
    order, standing = timing.running_order(shown, now), timing.standing(shown, now)
    by_kind: dict[str, KindSeconds] = {}
    for line in order:
        so_far = by_kind.get(line.segment.kind, KindSeconds(0, 0))
        by_kind[line.segment.kind] = KindSeconds(
            so_far.planned + line.planned_seconds, so_far.actual + int(line.used_seconds)
        )
    actual, late_end = int(timing.elapsed_seconds(shown, now)), standing.late_end_seconds
    return Timing(
        planned_seconds=session.agenda.planned_seconds,
        actual_seconds=actual,
        paused_seconds=actual - sum(standing.used.used_ms.values()) // 1000,
        over_seconds=int(standing.over_seconds),
        late_start_seconds=int(timing.late_start_seconds(shown)),
        hard_stop_over_seconds=None if shown.hard_stop_at is None else int(timing.hard_stop_over_seconds(shown, now)),
        by_kind=by_kind,
        protected=tuple(_protected_row(line) for line in order if line.segment.is_protected),
        late_end_seconds=None if late_end is None else int(late_end),
        sittings=tuple(
            SittingRow(start=_iso(session, sitting.started_at), end=_iso(session, sitting.ended_at))
            for sitting in sittings(session)
        ),
        pauses=tuple(
            PauseRow(start=_iso(session, pause.started_at), end=_iso(session, pause.ended_at))
            for pause in _pauses(shown)
        ),
    )


def _pauses(session: Session) -> list[Pause]:
    """Return the pauses within the sittings, in order; those without a second between them are one."""
    pauses: list[Pause] = []
    for pause in session.pauses:
        if pause.between_sittings or pause.started_at == pause.ended_at:
            continue
        if pauses and pauses[-1].ended_at == pause.started_at:
            pauses[-1] = replace(pauses[-1], ended_at=pause.ended_at)
        else:
            pauses.append(pause)
    return pauses


def _protected_row(line: Expected) -> ProtectedRow:
    promised, given = line.planned_seconds or line.segment.length_seconds, int(line.used_seconds)
    is_to_come = line.state in (SegmentState.CURRENT, SegmentState.AHEAD)
    return ProtectedRow(
        segment=line.segment.title,
        promised_seconds=promised,
        given_seconds=given,
        taken_seconds=max(0, promised - (line.allotted_seconds if is_to_come else given)),
        ended_early=line.state is SegmentState.DONE and given < promised <= line.allotted_seconds,
        place=line.state,
    )


def timeline_rows(session: Session, now: int) -> tuple[TimelineRow, ...]:
    """Return a row per segment in the order of the plan, with every visit to it."""
    order = timing.running_order(*as_shown(session, now))
    return tuple(_timeline_row(session, line) for line in order)


def floor_rows(session: Session, now: int) -> tuple[FloorRow, ...]:
    """Return a row per holder of the floor; none if the speaker clock wasn't used."""
    held = floor_seconds(*as_shown(session, now))
    total = sum(held.values())
    return tuple(
        FloorRow(
            holder=holder.removeprefix("@"),
            name=holder_name(session, holder),
            seconds=int(seconds),
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
        actual_seconds=int(line.used_seconds),
        visits=tuple(
            VisitRow(_iso(session, visit.started_at), _iso(session, visit.ended_at))
            for visit in session.visits
            if visit.segment == line.segment.id
        ),
    )


@overload
def _iso(session: Session, at: int) -> str: ...


@overload
def _iso(session: Session, at: None) -> None: ...


@overload
def _iso(session: Session, at: int | None) -> str | None: ...


def _iso(session: Session, at: int | None) -> str | None:
    return None if at is None else iso_text(session.wall_time(at))
