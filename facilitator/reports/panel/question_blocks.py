"""Questions and what they lead to: how far each got, what the other side asked, and what is to be done."""

from collections.abc import Iterator

from facilitator.documents.document import Block, Cell, Column, Heading, Table, paragraph
from facilitator.domain.debrief.debrief import Debrief
from facilitator.domain.facts.status import Status
from facilitator.domain.text.dates import by_when
from facilitator.reports import words
from facilitator.reports.panel.parts import MOST_OPEN, Part, owed


def coverage_blocks(report: Debrief) -> Iterator[Block]:
    """Yield how far each question got, and with whom."""
    if not report.coverage or words.never_held(report):
        return
    covered = sum(row.status is Status.COVERED for row in report.coverage)
    seen = {panelist for row in report.coverage for panelist in row.by}
    columns = [person for person in report.people if person.id in seen]
    yield Heading(Part.COVERAGE)
    yield paragraph(words.coverage_text(covered, len(report.coverage)))
    yield Table(
        (
            Column("Question"),
            *(Column(words.panelist_name(report, panelist.id)) for panelist in columns),
            Column("Overall"),
        ),
        tuple(
            (
                Cell(f"q{row.number}{' (must)' if row.must else ''}", "question", row.ask),
                *(_status_cell(row.by.get(panelist.id)) for panelist in columns),
                _status_cell(row.status, row.reason),
            )
            for row in report.coverage
        ),
    )


def _status_cell(status: Status | None, reason: str = "") -> Cell:
    if status is None:
        return Cell("")
    return Cell(words.status_text(status), status.value, reason)


def candidate_question_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what the other side asked, and what it is owed."""
    if not report.candidate_questions:
        return
    yield Heading(Part.THEIRS)
    rows = []
    for item in report.candidate_questions:
        by = words.panelist_name(report, item.by)
        said = {
            "answered": f"answered by {by}",
            "owed": f"owed by {by} {by_when(item.due)}".rstrip(),
        }.get(item.status, "no answer noted")
        rows.append((Cell(item.called), Cell(item.text), Cell(said, item.status)))
    yield Table((Column(""), Column("Question"), Column("Answer")), tuple(rows))


def follow_up_blocks(report: Debrief) -> Iterator[Block]:
    """Yield what else is to be done than the first page says, and by whom."""
    rows = owed(report)[MOST_OPEN:]
    if not rows:
        return
    yield Heading(Part.FOLLOW_UPS)
    yield Table(
        (Column("What"), Column("Who"), Column("When")),
        tuple(
            (
                Cell(words.follow_up_text(item, report.agenda) + (f" ({note.called})" if note else "")),
                Cell(words.panelist_name(report, item.by)),
                Cell(by_when(item.due)),
            )
            for note, item in rows
        ),
    )
