"""Planned against actual, segment by segment: in numbers, in words, and as bars where there is room."""

from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.debrief.timing_rows import TimelineRow
from facilitator.domain.text.durations import clock_text
from facilitator.ui.debrief.words import NARROW, deviation_piece, time_of_day
from facilitator.ui.toolkit.paragraphs import BLANK, Page, Paragraph, Piece, fitted

DONE = ("done", "current")
LEAST_BAR = 16
NUMBERS_WIDTH = 9 + 9 + 16


def timeline_page(debrief: Debrief) -> Page:
    def page(width: int) -> list[Paragraph]:
        if width < NARROW:
            return [paragraph for row in debrief.timeline for paragraph in _listed(debrief, row)]
        title_width = min(38, width - NUMBERS_WIDTH - 4)
        bar_width = width - NUMBERS_WIDTH - title_width - 6
        columns = f"{'':4}{fitted('segment', title_width)}{'planned':>9}{'actual':>9}"
        return [
            Paragraph((Piece(columns, "muted"),)),
            *(paragraph for row in debrief.timeline for paragraph in _table_rows(debrief, row, title_width, bar_width)),
            BLANK,
            _total(debrief, title_width),
            *([BLANK, _legend()] if bar_width >= LEAST_BAR else []),
        ]

    return page


def _table_rows(debrief: Debrief, row: TimelineRow, title_width: int, bar_width: int) -> list[Paragraph]:
    done = row.place in DONE
    pieces = [
        Piece(f"{row.number:>2}  ", "muted"),
        Piece(fitted(row.segment, title_width), "strong" if done else "muted"),
        Piece(f"{clock_text(row.planned_seconds):>9}"),
        Piece(f"{clock_text(row.actual_seconds) if done else '–':>9}"),
        deviation_piece(row.actual_seconds - row.planned_seconds, 16) if done else Piece(f"{row.place:>16}", "muted"),
    ]
    if bar_width >= LEAST_BAR:
        longest = max(max(other.planned_seconds, other.actual_seconds) for other in debrief.timeline) or 1
        pieces += [Piece("  "), *_bar(row, bar_width / longest)]
    return [
        Paragraph((), tuple(pieces)),
        Paragraph((Piece(_details(debrief, row), "muted"),), (Piece("    "),)),
    ]


def _bar(row: TimelineRow, cells_per_second: float) -> list[Piece]:
    """What was planned and used, what was planned and left, what was used beyond the plan."""
    planned = max(1, round(row.planned_seconds * cells_per_second))
    actual = round(row.actual_seconds * cells_per_second)
    return [
        Piece("█" * min(planned, actual), "accent"),
        Piece("░" * (planned - actual), "muted"),
        Piece("▓" * (actual - planned), "warning"),
    ]


def _legend() -> Paragraph:
    return Paragraph(
        (
            Piece("█", "accent"),
            Piece(" used as planned   ", "muted"),
            Piece("░", "muted"),
            Piece(" left   ", "muted"),
            Piece("▓", "warning"),
            Piece(" over", "muted"),
        ),
        (Piece("    "),),
    )


def _details(debrief: Debrief, row: TimelineRow) -> str:
    """The kind, when it was visited, what was added or taken: `workshop · 09:38 to 10:06 · 4:00 added`."""
    visits = ", ".join(
        f"{time_of_day(debrief, visit.start)} to {time_of_day(debrief, visit.end) or 'now'}" for visit in row.visits
    )
    changed = ""
    if row.added_seconds:
        changed = f"{clock_text(row.added_seconds)} {'added' if row.added_seconds > 0 else 'taken away'}"
    kind = row.kind.replace("_", " ")
    return " · ".join(part for part in (kind, visits, changed) if part)


def _total(debrief: Debrief, title_width: int) -> Paragraph:
    timing = debrief.timing
    return Paragraph(
        (
            Piece("    " + fitted("whole interview", title_width), "strong"),
            Piece(f"{clock_text(timing.planned_seconds):>9}{clock_text(timing.actual_seconds):>9}"),
            deviation_piece(timing.over_seconds, 16),
        )
    )


def _listed(debrief: Debrief, row: TimelineRow) -> list[Paragraph]:
    done = row.place in DONE
    took = f"{clock_text(row.actual_seconds)} of {clock_text(row.planned_seconds)}  "
    happened = (
        (Piece(took), deviation_piece(row.actual_seconds - row.planned_seconds))
        if done
        else (Piece(f"{clock_text(row.planned_seconds)} planned, "), Piece(row.place, "muted"))
    )
    lead = (Piece(f"{row.number:>2} ", "muted"),)
    return [
        Paragraph((Piece(row.segment, "strong" if done else "muted"),), lead),
        Paragraph(happened, (Piece("   "),)),
        Paragraph((Piece(_details(debrief, row), "muted"),), (Piece("   "),)),
        BLANK,
    ]
