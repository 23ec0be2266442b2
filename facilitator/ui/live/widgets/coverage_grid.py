"""Coverage by panelist: a row per question, a column per panelist, and the totals."""

from collections.abc import Sequence

from textual.message import Message

from facilitator.documents.cells import cells, fitted, shortened
from facilitator.documents.styled_text import Line, Span, line, width_of
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.questions.participation import tally_by_competency, tally_by_panelist
from facilitator.domain.session.state import Session
from facilitator.showing.looks import STATUS, SUGGESTED
from facilitator.ui.live.selection import Selection
from facilitator.ui.toolkit.pane import Pane

_COLUMN = 5
"""The least width of a panelist's column, in cells; it grows with the longest id if there is room."""

_FIRST_COLUMN = 9
"""The width of mark, number and must, in cells."""

ROOMY = 10
"""From this height on, in rows, the totals and the hints stay in view."""

_COUNTED = 3
"""The width of ` ›3`, in cells."""


class CoverageGrid(Pane):
    """A grid of questions and panelists. A click selects a cell, a second click marks it."""

    class Chosen(Message):
        """A question was clicked beside its cells."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Selected(Message):
        """A cell that wasn't selected was clicked."""

        def __init__(self, question: int, panelist: str) -> None:
            super().__init__()
            self.question = question
            self.panelist = panelist

    class Marked(Selected):
        """The selected cell was clicked: this panelist has covered this question."""

    session: Session | None = None
    cursor: Selection | None = None
    open_number: int = 0
    suggested: int = 0
    hints: Sequence[str] = ()
    first: int = 0

    def show(
        self, session: Session, cursor: Selection | None, open_number: int, suggested: int, hints: Sequence[str]
    ) -> None:
        """Show the coverage. `open_number` is the question at hand, `suggested` the one to ask next; 0 for none."""
        self.session, self.cursor, self.hints = session, cursor, hints
        self.open_number, self.suggested = open_number, suggested
        self.retitle(f"{len(session.plan.absent)} absent" if session.plan.absent else "")
        self.renew()

    def pinned(self) -> int:
        """Return the rows that don't scroll: the ids and, where there is room for them, the totals and the hints."""
        return 0 if self.size.height < 3 else 1 if self.size.height < ROOMY else 2 + len(self.hints)

    def kept_in_view(self) -> object:
        return self.cursor.question if self.cursor else self.open_number or None

    def clicked(self, target: object) -> None:
        if isinstance(target, int):
            self.post_message(self.Chosen(target))
        elif isinstance(target, Selection):
            kind = self.Marked if target == self.cursor else self.Selected
            self.post_message(kind(*target))

    def lines_for(self, width: int) -> Sequence[Line]:
        session = self.session
        if session is None:
            return ()
        panel = session.plan.raters
        before, shown, after = self._in_view(panel, width)
        longest = max((cells(panelist.id) for panelist in shown), default=0)
        room = width - _FIRST_COLUMN - _COUNTED * bool(after)
        column = max(_COLUMN, min(longest + 2, room // max(1, len(shown))))
        return [
            _heading(shown, column, before, after),
            _totals(session, shown, column),
            *(line(" ", Span(shortened(hint, width - 1), "warn")) for hint in self.hints),
            *(self._row(session, row, shown, column, width) for row in coverage(session)),
            *(line(" ", Span(said, "muted"), hang=3) for said in _absent(session)),
            *_competencies(session, width),
        ]

    def _in_view(self, panel: Sequence[Panelist], width: int) -> tuple[int, Sequence[Panelist], int]:
        """Return the panelists for whom there is a column, the selected one among them, and how many go before, after.

        What doesn't fit is counted in the heading, which needs a little room for that.
        """
        room = width - _FIRST_COLUMN
        most = max(1, room // _COLUMN)
        if most < len(panel):
            most = max(1, (room - _COUNTED) // _COLUMN)
        ids = [panelist.id for panelist in panel]
        if self.cursor and self.cursor.panelist in ids:
            at = ids.index(self.cursor.panelist)
            self.first = max(at - most + 1, min(self.first, at))
        self.first = max(0, min(self.first, len(panel) - most))
        return self.first, panel[self.first : self.first + most], max(0, len(panel) - self.first - most)

    def _row(self, session: Session, row: Covered, panel: Sequence[Panelist], column: int, width: int) -> Line:
        question = row.question
        called = session.plan.called(question)
        look = STATUS[row.status]
        pointed = self.cursor is not None and self.cursor.question == question.number
        spans = [
            Span("▸" if pointed else SUGGESTED if question.number == self.suggested else " ", "accent"),
            Span(f"{look.glyph} {called:<3} ", look.role),
            Span("! " if question.must and row.is_open else "  ", "accent"),
        ]
        for panelist in panel:
            place = Selection(question.number, panelist.id)
            status = row.by.get(panelist.id)
            cell = STATUS[status] if status else None
            text = fitted(f"  {cell.glyph if cell else '·'}", column)
            role = "cursor" if place == self.cursor else cell.role if cell else "quiet"
            spans.append(Span(text, role, place))
        room = width - width_of(spans) - 1
        if room >= 12:
            role = "title" if question.number == self.open_number else "" if row.is_open else "muted"
            spans.append(Span(" " + shortened(question.ask, room), role))
        return line(*spans, target=question.number)


def _heading(panel: Sequence[Panelist], column: int, before: int, after: int) -> Line:
    """Return the ids above their columns, with how many more there are on either side: `‹2`, `›3`."""
    ids = [panelist.id for panelist in panel]
    names = "".join(fitted(" " + name, column) for name in short_ids(ids, column - 1))
    left = Span(f"‹{before}".rjust(_FIRST_COLUMN), "accent") if before else Span(" " * _FIRST_COLUMN)
    right = [Span(f" ›{after}", "accent")] if after else []
    return line(left, Span(names, "muted"), *right)


def _absent(session: Session) -> list[str]:
    """Return who isn't there, and who sits in for them; nothing if everybody is there."""
    plan = session.plan
    names = []
    for panelist in plan.panel:
        if panelist.id in plan.absent:
            acting = plan.acting(panelist.id)
            names.append(panelist.id + (f" ({acting} sits in)" if acting else ""))
    return [f"Absent: {', '.join(names)}."] * bool(names)


def short_ids(ids: Sequence[str], width: int) -> list[str]:
    """Return each id in at most `width` cells: its beginning, or its end if it begins like another."""
    begins = [shortened(one, width) for one in ids]
    ends = [f"…{one[1 - width :]}" for one in ids]
    return [begin if begins.count(begin) == 1 else end for begin, end in zip(begins, ends, strict=True)]


def _totals(session: Session, panel: Sequence[Panelist], column: int) -> Line:
    """Return how many of their questions each panelist has covered."""
    tallies = tally_by_panelist(session)
    spans = [Span(fitted(" covered", _FIRST_COLUMN), "muted")]
    for panelist in panel:
        tally = tallies[panelist.id]
        role = "good" if tally.total and not tally.open else "muted"
        spans.append(Span(fitted(f" {tally.covered}/{tally.total}", column), role))
    return line(*spans)


def _competencies(session: Session, width: int) -> list[Line]:
    """Return how many questions of each competency are covered, and how often it has been rated, under a heading."""
    tallies = tally_by_competency(session)
    lines = [line(Span(" covered, by competency", "muted"))] * bool(session.plan.competencies)
    for competency in session.plan.competencies:
        tally = tallies[competency.id]
        ratings = [rating for rating in session.ratings.values() if rating.competency == competency.id]
        said = f", rated {len(ratings)}×" if ratings else ""
        count = f"{tally.covered}/{tally.total}{said}" if tally.total else f"no question{said}"
        room = max(8, width - cells(count) - 4)
        role = "good" if tally.total and not tally.open else "muted"
        name = fitted(competency.name, room)
        lines.append(line(Span(" # ", "quiet"), Span(name), " ", Span(count, role)))
    return lines
