"""The candidate's own questions: asked, answered, owed by whom and until when."""

from collections.abc import Sequence

from textual.message import Message

from facilitator.domain.session import CandidateQuestion, Session
from facilitator.ui.lines import Line, Span, line
from facilitator.ui.widgets.pane import Pane
from facilitator.ui.words import THEIRS


class TheirQuestions(Pane):
    """One row per question; what is still owed says so."""

    class Chosen(Message):
        """One of their questions was clicked. `number` counts from 1."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    session: Session

    def show(self, session: Session) -> None:
        self.session = session
        self.renew()

    def anchor(self) -> object:
        return len(self.session.candidate_questions) or None

    def clicked(self, target: object) -> None:
        if isinstance(target, int):
            self.post_message(self.Chosen(target))

    def lines_for(self, width: int) -> Sequence[Line]:
        items = self.session.candidate_questions
        if not items:
            return [line(Span("Nothing yet. /them keeps what they ask.", "muted"))]
        return [_item(self.session, item) for item in items]


def _item(session: Session, item: CandidateQuestion) -> Line:
    look = THEIRS.get(item.status, THEIRS["asked"])
    what = look.word
    if item.status == "owed":
        what = f"owed by {session.panelist_name(item.panelist)}" + (f" until {item.due}" if item.due else "")
    return line(
        Span(f"{look.glyph} {item.number} ", look.role),
        Span(item.text, "muted" if item.status == "answered" else ""),
        Span(f"  {what}", look.role),
        target=item.number,
        hang=4,
    )
