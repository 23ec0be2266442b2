"""The plan beside what happened, as sentences, a table and a chart. Positive deviations are behind the plan."""

from collections.abc import Iterator

from facilitator.documents.document import (
    Bar,
    BarRow,
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Run,
    Style,
    Table,
    TimeChart,
)
from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.debrief.timing_rows import TimelineRow
from facilitator.domain.text.dates import from_iso
from facilitator.domain.text.durations import clock_text, over_under
from facilitator.domain.time.timing import SegmentState
from facilitator.reports import words


def timing_sentences(report: Debrief) -> Iterator[str]:
    """Yield the interview's time in a few sentences."""
    timing, header = report.timing, report.session
    if header.started is None:
        yield f"Not started; {clock_text(timing.planned_seconds)} planned."
        return
    so_far = "" if header.ended else " so far"
    paused = f" ({clock_text(timing.paused_seconds)} of it paused)" if timing.paused_seconds else ""
    deviation = over_under(timing.over_seconds)
    yield (
        f"Took {clock_text(timing.actual_seconds)}{so_far}{paused}; {clock_text(timing.planned_seconds)} planned: "
        f"{deviation}{'' if header.ended else ' expected'}."
    )
    if header.planned_start is not None:
        planned = words.time_of(header.planned_start, header.timezone)
        yield f"Start planned for {planned}: {words.later_text(timing.late_start_seconds)}."
    if header.hard_stop is not None and timing.hard_stop_over_seconds is not None:
        stop = words.time_of(header.hard_stop, header.timezone)
        past = timing.hard_stop_over_seconds
        side = "past it" if past > 0 else "before it"
        where = f"{words.distance_text(past)} {side}" if past else "kept to the second"
        yield f"Hard stop at {stop}: {'ended' if header.ended else 'the end is expected'} {where}."
    for row in timing.protected:
        given = over_under(row.given_seconds - row.promised_seconds)
        yield (
            f"{row.segment} (protected): {clock_text(row.promised_seconds)} promised, "
            f"{clock_text(row.given_seconds)} given, {given}."
        )


def time_table(report: Debrief) -> Table:
    """Return planned against actual time per segment, with the whole at the end."""
    zone = report.session.timezone
    timing = report.timing
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
            *(_segment_cells(row, zone) for row in report.timeline),
            (
                Cell(""),
                Cell("Together", "sum"),
                Cell(words.time_of(report.session.started, zone), "sum"),
                Cell(clock_text(timing.planned_seconds), "sum"),
                Cell("", "sum"),
                Cell(clock_text(timing.actual_seconds), "sum"),
                Cell(over_under(timing.over_seconds) if report.session.started else "", "sum"),
            ),
        ),
    )


def _segment_cells(row: TimelineRow, timezone: str) -> tuple[Cell, ...]:
    began = row.visits[0].start if row.visits else None
    added = row.added_seconds
    return (
        Cell(str(row.number)),
        Cell(row.segment),
        Cell(words.time_of(began, timezone)),
        Cell(clock_text(row.planned_seconds)),
        Cell(f"{clock_text(added)} {'more' if added > 0 else 'less'}" if added else ""),
        Cell(clock_text(row.actual_seconds) if row.visits else ""),
        _against_plan(row),
    )


def _against_plan(row: TimelineRow) -> Cell:
    if row.place is SegmentState.CURRENT:
        return Cell("running", "current")
    if not row.visits:
        return Cell({SegmentState.AHEAD: "to come"}.get(row.place, row.place.value), "quiet")
    deviation = row.actual_seconds - row.planned_seconds
    visits = f", in {len(row.visits)} visits" if len(row.visits) > 1 else ""
    return Cell(over_under(deviation) + visits, "over" if deviation > 0 else "under" if deviation < 0 else "")


def floor_table(report: Debrief) -> Table:
    """Return how long each had the floor: a fact, never a score."""
    return Table(
        (Column("Who"), Column("Minutes", is_number=True), Column("Share", is_number=True)),
        tuple((Cell(row.name), Cell(clock_text(row.seconds)), Cell(f"{row.share:.0%}")) for row in report.floor),
    )


def time_chart(report: Debrief) -> TimeChart:
    """Return the segments as planned and as they ran, on one axis that begins with the interview."""
    began = from_iso(report.session.started or report.session.opened)
    rows = []
    planned_at = latest = 0
    for row in report.timeline:
        planned = Bar(planned_at, planned_at + row.planned_seconds)
        starts = [(from_iso(visit.start) - began) // 1000 for visit in row.visits]
        ends = [
            (from_iso(visit.end) - began) // 1000 if visit.end else report.timing.actual_seconds for visit in row.visits
        ]
        actual = tuple(Bar(start, end) for start, end in zip(starts, ends, strict=True))
        said = _against_plan(row)
        rows.append(
            BarRow(row.number, row.segment, row.kind, planned, actual, row.actual_seconds, said.text, said.tone)
        )
        planned_at = planned.end
        latest = max(latest, planned.end, *ends, 1)
    return TimeChart(latest, tuple(rows))


def change_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what became of the plan while the interview ran: when, what and by whom; nothing if it stayed as it was."""
    if report.changes:
        yield Heading("Changes of plan", 3)
        yield Bullets(
            tuple(
                (
                    Run(f"{words.moment_of(row.at, report.session)} · ", Style.QUIET),
                    Run(row.text),
                    Run(f" ({words.panelist_name(report, row.by)})", Style.QUIET),
                )
                for row in report.changes
            )
        )
