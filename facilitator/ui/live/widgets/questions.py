"""The questions of the running segment: what is to be asked, by whom, what to listen for."""

from collections.abc import Sequence

from textual.message import Message

from facilitator.documents.styled_text import Line, Span, line
from facilitator.domain.plan.scale import FIVE_POINTS
from facilitator.domain.questions.coverage import NONE_PLANNED, Covered, coverage
from facilitator.domain.questions.suggestion import Suggestion
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing
from facilitator.showing.facts import question_facts
from facilitator.showing.looks import STATUS, SUGGESTED
from facilitator.ui.toolkit.pane import Pane

ROOMY = 10
"""From this height on, in rows, there is room for the purpose of the segment."""


class Questions(Pane):
    """A pane in which the question at hand opens up; the others take a row or two each."""

    class Chosen(Message):
        """A question was clicked. `number` is its number in the agenda."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    session: Session | None = None
    open_number: int = 0
    cursor: int = 0
    suggestion: Suggestion | None = None

    def show(self, session: Session, open_number: int, cursor: int, suggestion: Suggestion | None) -> None:
        """Show the questions. `open_number` is the one to open up, `cursor` the one that keys act on; 0 for none."""
        if session.ended_at is not None and (self.session is None or self.session.ended_at is None):
            self.top = 0
        self.session, self.open_number, self.cursor, self.suggestion = session, open_number, cursor, suggestion
        self.retitle(self._more)
        self.renew()

    @property
    def _more(self) -> str:
        """What the title adds: the question after the one at hand or, after the end, how many are open."""
        if self.session is not None and self.session.ended_at is not None:
            open_ones = sum(row.is_open for row in coverage(self.session))
            return f"{open_ones} still open" if open_ones else ""
        following = self.suggestion
        if self.session is None or following is None or following.question.number == self.open_number:
            return ""
        return f"{self.session.plan.called(following.question)} next: {following.reason}"

    def kept_in_view(self) -> object:
        ended = self.session is not None and self.session.ended_at is not None
        return self.cursor or (not ended and self.open_number) or None

    def clicked(self, target: object) -> None:
        if isinstance(target, int):
            self.post_message(self.Chosen(target))

    def lines_for(self, width: int) -> Sequence[Line]:
        session = self.session
        if session is None:
            return ()
        segment = session.current or session.plan.segments[0]
        here = {question.number for question in segment.questions} | self._pointed_at
        ended = session.ended_at is not None
        covered = coverage(session)
        rows = [row for row in covered if (row.is_open if ended else row.question.number in here)]
        roomy = self.size.height >= ROOMY
        lines: list[Line] = []
        if ended and not rows:
            lines.append(line(Span("Everything was covered." if covered else NONE_PLANNED, "muted")))
        elif not ended and segment.purpose and roomy:
            lines.append(line(Span(segment.purpose, "muted")))
        if not rows and not ended:
            rows = self._of_next_segment(session)
            said = "None here. In the next segment:" if rows else "No questions are planned here."
            lines += [line()] * bool(lines) + [line(Span(said, "muted"))]
        for place, row in enumerate(rows):
            if lines and (place or roomy):
                lines.append(line())
            lines += self._question(session, row)
        return lines

    @property
    def _pointed_at(self) -> set[int]:
        """The numbers of the questions to show wherever they are in the agenda."""
        suggested = self.suggestion.question.number if self.suggestion else 0
        return {self.cursor, self.open_number, suggested} - {0}

    def _of_next_segment(self, session: Session) -> list[Covered]:
        """Return the questions of the next segment, to read while this one has none."""
        numbers = {question.number for segment in timing.ahead(session)[:1] for question in segment.questions}
        return [row for row in coverage(session) if row.question.number in numbers]

    def _question(self, session: Session, row: Covered) -> list[Line]:
        question = row.question
        number, called = question.number, session.plan.called(question)
        look = STATUS[row.status]
        suggested = self.suggestion is not None and self.suggestion.question.number == number
        here = suggested and number == self.open_number  # otherwise the title has the reason
        mark = "▸" if number == self.cursor else SUGGESTED if suggested and not here else " "
        must = [Span("must ", "accent")] if question.must else []
        text_role = "muted" if not row.is_open else "title" if number == self.open_number else ""
        head = line(
            Span(mark, "accent"),
            Span(f"{look.glyph} {called} ", look.role),
            *must,
            Span(question.ask, text_role),
            target=number,
            hang=3 + len(called) + 1,
        )
        hang = head.hang
        why = Span(f"{SUGGESTED} next: {self.suggestion.reason}  " if here and self.suggestion else "", "accent")
        about = line(" " * hang, why, Span(question_facts(session, row), "muted"), target=number, hang=hang)
        opened = _opened(session, row, hang) if number == (self.cursor or self.open_number) else []
        return [head, about, *opened]


def _opened(session: Session, row: Covered, hang: int) -> list[Line]:
    """Return what helps while a question is at hand: probes, what to listen for, the anchors of its competency."""
    question = row.question
    pad = " " * hang
    lines = [line(pad, Span("↳ ", "accent"), probe, target=question.number, hang=hang + 2) for probe in question.probes]
    lines += [
        line(pad, Span("listen ", "good"), Span(heard, "muted"), target=question.number, hang=hang + 7)
        for heard in question.listen_for
    ]
    competency = session.plan.competency_by_id.get(question.competency or "")
    scale = session.plan.scale_of(question.competency or "")
    for score, anchor in sorted(competency.anchors.items()) if competency else ():
        said = f"{score} " if scale == FIVE_POINTS else f"{scale.text(score)}: "  # the five are known by their numbers
        hung = hang + len(str(score)) + 1
        lines.append(line(pad, Span(said, "accent"), Span(anchor, "muted"), target=question.number, hang=hung))
    return lines
