"""The plan beside what happened, as sentences, a table and a chart. Positive deviations are behind the plan."""

from collections.abc import Iterator

from facilitator.documents.document import Bar, BarRow, Cell, Column, Table, TimeChart
from facilitator.domain.debrief.debrief import Debrief, Header
from facilitator.domain.debrief.timing_rows import ProtectedRow, TimelineRow
from facilitator.domain.text.dates import from_iso
from facilitator.domain.text.durations import clock_text, over_under, plan_text, told_lateness
from facilitator.domain.time.timing import SegmentState
from facilitator.reports import words

NOT_RUN = {SegmentState.AHEAD: "to come", SegmentState.PASSED_OVER: "not reached"}


def timing_sentences(report: Debrief) -> Iterator[str]:
    """Yield the interview's time in a few sentences."""
    timing, header = report.timing, report.session
    if header.started is None:
        yield f"Not started; {clock_text(timing.planned_seconds)} planned."
        return
    so_far = "" if header.ended else " so far"
    paused = f" ({clock_text(timing.paused_seconds)} of it paused)" if timing.paused_seconds else ""
    sat = f" in {words.count_text(len(timing.sittings), 'sitting')}" if len(timing.sittings) > 1 else ""
    yield (
        f"Took {clock_text(timing.actual_seconds)}{so_far}{sat}{paused}; {clock_text(timing.planned_seconds)} planned: "
        f"{_standing(report)}{'' if header.ended else ' expected'}."
    )
    if header.planned_start is not None:
        planned = words.moment_of(header.planned_start, header)
        yield f"Start planned for {planned}: {words.later_text(timing.late_start_seconds)}."
    if header.hard_stop is not None and timing.hard_stop_over_seconds is not None:
        stop = words.moment_of(header.hard_stop, header)
        past = timing.hard_stop_over_seconds
        side = "past it" if past > 0 else "before it"
        where = f"{words.distance_text(past)} {side}" if past else "kept to the second"
        ended = "ended" if header.ended else "the end is expected"
        if len(timing.sittings) > 1 and header.hard_stop < timing.sittings[-1].start:
            ended = "that sitting ended"
        yield f"Hard stop at {stop}: {ended} {where}."
    for row in timing.protected:
        yield f"{row.segment} (protected): {clock_text(row.promised_seconds)} promised, {_given(row)}."


def _standing(report: Debrief) -> str:
    """Return how far it was from the plan's length and, if that is another figure, from the end that was promised."""
    late = told_lateness(report.timing.over_seconds, report.timing.late_end_seconds)
    deviation = plan_text(report.timing.over_seconds, late)
    if late is None:
        return deviation
    return f"{deviation}, {'ended ' if report.session.ended else ''}{words.later_text(late, 'as promised')}"


def _given(row: ProtectedRow) -> str:
    """Return what became of protected time; one figure says all that is missing from it."""
    taken = f"{clock_text(row.taken_seconds)} taken from it" if row.taken_seconds else ""
    if row.place is SegmentState.AHEAD:
        return ", ".join(filter(None, ["to come", taken]))
    given = f"{clock_text(row.given_seconds)} given"
    if row.place is SegmentState.CURRENT:
        return ", ".join(filter(None, [f"{given} so far", taken]))
    if row.ended_early:
        return f"{given}, ended {clock_text(row.taken_seconds)} early"
    over = row.given_seconds - row.promised_seconds
    return f"{given}, {taken or (over_under(over) if over else 'kept')}"


def time_table(report: Debrief) -> Table:
    """Return planned against actual time per segment, then the pauses and the whole, so that each column adds up."""
    timing = report.timing
    late = told_lateness(timing.over_seconds, timing.late_end_seconds)
    return Table(
        (
            Column("", is_number=True),
            Column("Segment"),
            Column("Began", is_number=True),
            Column("Planned", is_number=True),
            Column("Adjusted", is_number=True),
            Column("Actual", is_number=True),
            Column("Against the plan"),
        ),
        (
            *(_segment_cells(row, report.session) for row in report.timeline),
            *_paused_cells(report),
            (
                Cell(""),
                Cell("Total", "sum"),
                Cell(words.time_of(report.session.started, report.session.timezone), "sum"),
                Cell(clock_text(timing.planned_seconds), "sum"),
                Cell("", "sum"),
                Cell(clock_text(timing.actual_seconds), "sum"),
                Cell(plan_text(timing.over_seconds, late) if report.session.started else "", "sum"),
            ),
        ),
    )


def _segment_cells(row: TimelineRow, header: Header) -> tuple[Cell, ...]:
    began = row.visits[0].start if row.visits else None
    added = row.added_seconds
    return (
        Cell(str(row.number)),
        Cell(row.segment),
        Cell(words.moment_of(began, header) if began else ""),
        Cell(clock_text(row.planned_seconds) if row.planned_seconds else ""),
        Cell(f"{clock_text(added)} {'more' if added > 0 else 'less'}" if added else ""),
        Cell(clock_text(row.actual_seconds) if row.visits else ""),
        _against_plan(row),
    )


def _paused_cells(report: Debrief) -> Iterator[tuple[Cell, ...]]:
    timing = report.timing
    if timing.paused_seconds:
        paused = clock_text(timing.paused_seconds)
        began = words.moment_of(timing.pauses[0].start, report.session)
        many = f", in {len(timing.pauses)} pauses" if len(timing.pauses) > 1 else ""
        against = Cell(f"{paused} over{many}", "over")
        yield (Cell(""), Cell("Paused"), Cell(began), Cell(""), Cell(""), Cell(paused), against)


def _against_plan(row: TimelineRow) -> Cell:
    if row.place is SegmentState.CURRENT:
        return Cell("running", "current")
    if not row.visits:
        return Cell(NOT_RUN.get(row.place, row.place.value), "quiet")
    deviation = row.actual_seconds - row.planned_seconds
    visits = f", in {len(row.visits)} visits" if len(row.visits) > 1 else ""
    if not row.planned_seconds:
        return Cell(f"added{visits}")
    return Cell(over_under(deviation) + visits, "over" if deviation > 0 else "under" if deviation < 0 else "")


def floor_table(report: Debrief) -> Table:
    """Return how long each had the floor: a fact, never a score."""
    return Table(
        (Column("Who"), Column("Minutes", is_number=True), Column("Share", is_number=True)),
        tuple((Cell(row.name), Cell(clock_text(row.seconds)), Cell(f"{row.share:.0%}")) for row in report.floor),
    )


def time_chart(report: Debrief) -> TimeChart:
    """Return the segments as planned and as they ran, on one axis that begins with the interview and has no nights."""
    rows = []
    bars = _planned_bars(report)
    latest = 0
    for row in report.timeline:
        planned = bars.get(row.number, Bar(0, 0))
        starts = [_second_of(visit.start, report) for visit in row.visits]
        ends = [_second_of(visit.end, report) if visit.end else report.timing.actual_seconds for visit in row.visits]
        actual = tuple(Bar(start, end) for start, end in zip(starts, ends, strict=True))
        said = _against_plan(row)
        rows.append(
            BarRow(row.number, row.segment, row.kind, planned, actual, row.actual_seconds, said.text, said.tone)
        )
        latest = max(latest, planned.end, *ends, 1)
    return TimeChart(latest, tuple(rows))


def _second_of(iso: str, report: Debrief) -> int:
    """Return how many seconds of the interview had passed in all sittings up to an instant."""
    at, passed = from_iso(iso), 0
    for sitting in report.timing.sittings:
        end = min(at, from_iso(sitting.end)) if sitting.end else at
        passed += max(0, end // 1000 - from_iso(sitting.start) // 1000)
    return passed


def _planned_bars(report: Debrief) -> dict[int, Bar]:
    """Return the stretches of the agenda's segments by number: 1, 2 and so on, wherever they were moved to."""
    bars = {}
    planned_at = 0
    for number, segment in enumerate(report.agenda.segments, 1):
        bars[number] = Bar(planned_at, planned_at + segment.length_seconds)
        planned_at += segment.length_seconds
    return bars
