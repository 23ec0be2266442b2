"""The candidate's own questions: asked, answered, or owed (by whom, by when)."""

from collections.abc import Sequence

from textual.message import Message

from facilitator.documents.styled_text import Line, Span, line
from facilitator.domain.session.state import CandidateQuestion, Session
from facilitator.showing.facts import answer_words
from facilitator.showing.labels import AS_PANEL, Labels
from facilitator.showing.looks import ANSWER
from facilitator.ui.toolkit.pane import Pane


class TheirQuestions(Pane):
    """A pane with one row per question and what became of it."""

    class Chosen(Message):
        """One of their questions was clicked: the one that is called so."""

        def __init__(self, called: str) -> None:
            super().__init__()
            self.called = called

    session: Session | None = None
    labels: Labels = AS_PANEL

    def show(self, session: Session, labels: Labels) -> None:
        self.session, self.labels = session, labels
        self.renew()

    def kept_in_view(self) -> object:
        return len(self.session.candidate_questions) if self.session else None

    def clicked(self, target: object) -> None:
        if isinstance(target, str):
            self.post_message(self.Chosen(target))

    def lines_for(self, width: int) -> Sequence[Line]:
        session = self.session
        if session is None or not session.candidate_questions:
            return [line(Span(self.labels.nothing_theirs, "muted"))]
        return [_item(session, item) for item in session.candidate_questions]


def _item(session: Session, item: CandidateQuestion) -> Line:
    look = ANSWER.get(item.status, ANSWER["asked"])
    return line(
        Span(f"{look.glyph} {item.called} ", look.role),
        Span(item.text, "muted" if item.status == "answered" else ""),
        Span(f"  {answer_words(session, item)}", look.role),
        target=item.called,
        hang=5,
    )
