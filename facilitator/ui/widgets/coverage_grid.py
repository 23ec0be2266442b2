"""Coverage by panelist: a row per question, a column per panelist, and the totals."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.message import Message

from facilitator.domain.agenda import Panelist
from facilitator.domain.coverage import Covered, coverage
from facilitator.domain.events import Status
from facilitator.domain.session import Session
from facilitator.ui.lines import Line, Span, line, shortened
from facilitator.ui.widgets.pane import Pane
from facilitator.ui.words import STATUS

COLUMN = 5
"""The width of a panelist's column in cells."""


class Place(NamedTuple):
    """A cell of the grid: the question's number, and a panelist's id."""

    question: int
    panelist: str


class CoverageGrid(Pane):
    """Question × panelist. A click selects a cell, a second one marks it."""

    class Selected(Message):
        """A cell was clicked that wasn't selected yet."""

        def __init__(self, question: int, panelist: str) -> None:
            super().__init__()
            self.question = question
            self.panelist = panelist

    class Marked(Selected):
        """The selected cell was clicked: this panelist has covered this question."""

    session: Session
    cursor: Place | None = None
    open_number: int = 0
    hints: Sequence[str] = ()

    def show(self, session: Session, cursor: Place | None, open_number: int, hints: Sequence[str]) -> None:
        self.session, self.cursor, self.open_number, self.hints = session, cursor, open_number, hints
        self.renew()

    def anchor(self) -> object:
        return self.cursor.question if self.cursor else self.open_number or None

    def clicked(self, target: object) -> None:
        if isinstance(target, int):
            target = Place(target, self.session.owner(self.session.agenda.questions[target - 1]) or self.session.lead.id)
        if isinstance(target, Place):
            kind = self.Marked if target == self.cursor else self.Selected
            self.post_message(kind(*target))

    def lines_for(self, width: int) -> Sequence[Line]:
        panel = self.session.agenda.raters
        shown = panel[: max(1, (width - 8) // COLUMN)]
        rows = coverage(self.session)
        return [
            _heading(shown, width),
            *(self._row(row, shown, width) for row in rows),
            _totals(rows, shown),
            *(line(Span(hint, "warn"), hang=2) for hint in self.hints),
            line(),
            *_competencies(self.session, rows, width),
        ]

    def _row(self, row: Covered, panel: Sequence[Panelist], width: int) -> Line:
        question = row.question
        look = STATUS[row.status]
        pointed = self.cursor is not None and self.cursor.question == question.number
        spans = [
            Span("▸" if pointed else " ", "accent"),
            Span(f"{look.glyph} q{question.number:<2} ", look.role),
            Span("! " if question.must and row.is_open else "  ", "accent"),
        ]
        for panelist in panel:
            place = Place(question.number, panelist.id)
            status = row.by.get(panelist.id)
            cell = STATUS[status] if status else None
            text = set_cell_size(f"  {cell.glyph if cell else '·'}", COLUMN)
            role = "cursor" if place == self.cursor else cell.role if cell else "quiet"
            spans.append(Span(text, role, place))
        room = width - sum(cell_len(span.text) for span in spans) - 1
        if room >= 12:
            role = "title" if question.number == self.open_number else "" if row.is_open else "muted"
            spans.append(Span(" " + shortened(question.ask, room), role))
        return line(*spans, target=question.number)


def _heading(panel: Sequence[Panelist], width: int) -> Line:
    names = "".join(set_cell_size(" " + shortened(panelist.id, COLUMN - 1), COLUMN) for panelist in panel)
    return line(Span(set_cell_size("", 9), "muted"), Span(names, "muted"))


def _totals(rows: Sequence[Covered], panel: Sequence[Panelist]) -> Line:
    """Per panelist: how many of the questions that are theirs to cover they have covered."""
    spans = [Span(set_cell_size(" covered", 9), "muted")]
    for panelist in panel:
        theirs = [row for row in rows if panelist.id in row.by]
        done = sum(row.by[panelist.id] is Status.COVERED for row in theirs)
        role = "good" if theirs and done == len(theirs) else "muted"
        spans.append(Span(set_cell_size(f" {done}/{len(theirs)}", COLUMN), role))
    return line(*spans)


def _competencies(session: Session, rows: Sequence[Covered], width: int) -> list[Line]:
    lines = []
    for competency in session.agenda.competencies:
        about = [row for row in rows if row.question.competency == competency.id]
        done = sum(row.status is Status.COVERED for row in about)
        said = [f"{rating.rating} {rating.panelist}" for rating in session.ratings.values() if rating.competency == competency.id]
        count = f"{done} of {len(about)}" if about else "no question"
        name = shortened(competency.name, max(8, width - 22))
        role = "good" if about and done == len(about) else "muted"
        spans = [Span(f"#{name} "), Span(count, role)]
        if said:
            spans.append(Span("  rated " + ", ".join(said), "muted"))
        lines.append(line(*spans, target=f"#{competency.id}", hang=2))
    return lines
