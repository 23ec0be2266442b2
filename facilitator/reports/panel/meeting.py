"""The panel's meeting, in an order that makes it better: first what only one has seen, then where ratings differ.

Separate from the document of record, because it follows a meeting in progress and also says what is still missing.
Figures are plain and decide nothing; what the panel decided stands beside them.
"""

from collections.abc import Iterator

from facilitator.documents.document import Block, Bullets, Cell, Column, Heading, Style, Table, paragraph
from facilitator.domain.debrief.debrief import CompetencyRow, Debrief
from facilitator.domain.panel.disagreement import Disagreement
from facilitator.reports import words
from facilitator.reports.panel.panel_blocks import (
    apart_text,
    card_lines,
    decision_blocks,
    evidence_blocks,
    opening_lines,
    record_lines,
    vote_blocks,
)

CARD = {"missing": "not in yet", "sealed": "in, sealed", "open": "open"}


def meeting_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what the panel talks about, and how far it has got."""
    yield from evidence_blocks(report)
    yield from _cards(report)
    yield from _differences(report)
    yield Heading("Recommendations")
    yield from vote_blocks(report)
    yield from decision_blocks(report)
    if report.panel.decision is None:
        yield paragraph("Nothing is decided yet.", Style.QUIET)


def _cards(report: Debrief) -> Iterator[Block]:
    """Yield whose cards are in, but nothing of what is sealed."""
    cards = report.panel.scorecards
    if not cards:
        return
    yield Heading("Scorecards")
    yield Table(
        (Column("Panelist"), Column("Scorecard")),
        tuple((Cell(words.panelist_name(report, card.panelist)), Cell(CARD[card.state], card.state)) for card in cards),
    )
    lines = list(opening_lines(report))
    for card in cards:
        lines += [*card_lines(report, card), *record_lines(report, card)]
    if lines:
        yield Bullets(tuple(lines))


def _differences(report: Debrief) -> Iterator[Block]:
    """Yield the ratings of each competency side by side, the most disputed first."""
    yield Heading("Where your ratings differ")
    if not report.panel.disagreements:
        yield paragraph("There are no ratings to compare.", Style.QUIET)
        return
    competencies = {row.id: row for row in report.competencies}
    yield Table(
        (Column("Competency"), Column("Apart"), Column("Ratings")),
        tuple(
            (Cell(rated.name), Cell(_apart(row)), Cell(_given(report, row, rated)))
            for row in report.panel.disagreements
            for rated in [competencies[row.competency]]
        ),
    )


def _apart(row: Disagreement) -> str:
    return apart_text(row.spread) if len(row.ratings) > 1 else "one rating"


def _given(report: Debrief, row: Disagreement, rated: CompetencyRow) -> str:
    return ", ".join(f"{words.panelist_name(report, who)} {rated.told(score)}" for who, score in row.ratings.items())
