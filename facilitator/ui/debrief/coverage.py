"""Which question got how far, by whom: a matrix where it fits, else a list; and what it adds up to."""

from collections import Counter

from facilitator.domain.debrief.debrief import CoverageRow, Debrief
from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Panelist
from facilitator.ui.debrief.words import heading, person, short_names, status_piece
from facilitator.ui.toolkit.paragraphs import BLANK, Page, Paragraph, Piece, breaks, fitted

LEAD = 11
COLUMN = 11
LEAST_QUESTION = 30
MOST_QUESTION = 64


def coverage_page(debrief: Debrief) -> Page:
    def page(width: int) -> list[Paragraph]:
        people = [p for p in debrief.agenda.panel if not p.shadow or any(p.id in row.by for row in debrief.coverage)]
        room = width - LEAD - COLUMN * (len(people) + 1)
        if not debrief.coverage:
            return [Paragraph((Piece("The agenda has no questions.", "muted"),))]
        if room >= LEAST_QUESTION:
            body = _matrix(debrief, people, min(room, MOST_QUESTION))
        else:
            body = [paragraph for row in debrief.coverage for paragraph in _listed(debrief, row)]
        return [*body, *_totals(debrief, width)]

    return page


def _matrix(debrief: Debrief, people: list[Panelist], room: int) -> list[Paragraph]:
    short = short_names(debrief.agenda)
    names = "".join(fitted(short[panelist.id], COLUMN - 1) + " " for panelist in people)
    paragraphs = [
        Paragraph((), (Piece(f"{'':{LEAD}}{fitted('question', room)}{fitted('overall', COLUMN)}{names}", "muted"),))
    ]
    segment = ""
    for row in debrief.coverage:
        if row.segment != segment:
            segment = row.segment
            paragraphs += [BLANK, Paragraph((Piece(segment, "strong"),))]
        paragraphs += _matrix_rows(debrief, row, people, room)
    return paragraphs


def _matrix_rows(debrief: Debrief, row: CoverageRow, people: list[Panelist], room: int) -> list[Paragraph]:
    """The question over as many rows as it needs, the marks beside the first."""
    spans = list(breaks(row.ask, room - 1))
    cells = [status_piece(row.status, COLUMN)]
    cells += [status_piece(row.by[p.id], COLUMN) if p.id in row.by else Piece(" " * COLUMN) for p in people]
    lines = []
    for number, (start, end) in enumerate(spans):
        first = number == 0
        must = "must" if row.must else ""
        lead = f"{f'q{row.number}':>4} {must:5} " if first else " " * LEAD
        lines.append(
            Paragraph((), (Piece(lead, "muted"), Piece(fitted(row.ask[start:end], room)), *(cells if first else ())))
        )
    reason = Paragraph((Piece(f"because {row.reason}", "muted"),), (Piece(" " * LEAD),))
    return [*lines, reason] if row.reason else lines


def _listed(debrief: Debrief, row: CoverageRow) -> list[Paragraph]:
    names = short_names(debrief.agenda)
    marks: list[Piece] = []
    if row.must:
        marks.append(Piece("must-ask   ", "muted"))
    for panelist, status in row.by.items():
        marks += [Piece(f"{names.get(panelist, panelist)} "), status_piece(status), Piece("   ")]
    remark = f"because {row.reason}" if row.reason else ""
    indent = (Piece("     "),)
    return [
        Paragraph((Piece(row.ask),), (Piece(f"{f'q{row.number}':>3}  ", "muted"),)),
        Paragraph(tuple(marks) if row.by else (*marks, status_piece(row.status)), indent),
        *([Paragraph((Piece(remark, "muted"),), indent)] if remark else []),
        BLANK,
    ]


def _totals(debrief: Debrief, width: int) -> list[Paragraph]:
    name_width = min(28, width // 2)
    per_panelist = {
        panelist.id: Counter(row.by[panelist.id] for row in debrief.coverage if panelist.id in row.by)
        for panelist in debrief.agenda.panel
    }
    per_competency = {
        competency.name: Counter(row.status for row in debrief.coverage if row.competency == competency.id)
        for competency in debrief.agenda.competencies
    }
    return [
        BLANK,
        *heading("By panelist"),
        *(_counted(person(debrief, panelist), count, name_width) for panelist, count in per_panelist.items() if count),
        BLANK,
        *heading("By competency"),
        *(_counted(name, count, name_width) for name, count in per_competency.items()),
    ]


def _counted(name: str, count: Counter[Status], width: int) -> Paragraph:
    pieces: list[Piece] = []
    for status in (Status.COVERED, Status.PARTLY, Status.ASKED, Status.PLANNED, Status.DROPPED):
        if count[status]:
            mark = status_piece(status)
            pieces += [Piece(mark.text.replace(" ", f" {count[status]} "), mark.role), Piece("   ")]
    return Paragraph(tuple(pieces) or (Piece("no question", "muted"),), (Piece(fitted(name, width)),))
