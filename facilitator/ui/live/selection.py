"""What single keys act on: a question and a panelist. The arrow keys move it; otherwise it follows the interview.

`author` is whom lines are credited to (see `crediting`).
"""

from typing import NamedTuple

from facilitator.domain.questions.crediting import credited_with
from facilitator.domain.questions.hints import likeliest_question
from facilitator.domain.session.state import Session


class Selection(NamedTuple):
    """The number of a question (0 for none) and the id of a panelist."""

    question: int
    panelist: str

    @classmethod
    def of(cls, session: Session, number: int, author: str) -> "Selection":
        """Return a selection of the question and whom a mark on it belongs to."""
        question = session.plan.question_by_number.get(number)
        if question is None:
            return cls(0, author)
        return cls(number, credited_with(session, question, author))

    @classmethod
    def suggested(cls, session: Session, now: int, author: str) -> "Selection":
        """Return what keys act on before anything is selected: the question at hand, or the next one."""
        question = likeliest_question(session, now)
        return cls.of(session, question.number if question else 0, author)

    def moved(self, session: Session, rows: int, columns: int, author: str) -> "Selection":
        """Return the selection moved by `rows` (questions, each with its panelist) or by `columns` (panelists)."""
        numbers = list(session.plan.question_by_number)
        if rows and numbers:
            place = numbers.index(self.question) + rows if self.question in numbers else 0
            return Selection.of(session, numbers[max(0, min(len(numbers) - 1, place))], author)
        ids = [panelist.id for panelist in session.plan.raters]
        at = ids.index(self.panelist) if self.panelist in ids else 0
        return Selection(self.question, ids[max(0, min(len(ids) - 1, at + columns))])
