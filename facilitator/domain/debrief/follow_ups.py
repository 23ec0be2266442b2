"""The debrief's part on what is still to be done.

Separate because it is drawn from three places: answers that are owed, must-asks that nobody asked, and notes.
"""

from operator import attrgetter

from msgspec import Struct

from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status
from facilitator.domain.questions.coverage import Covered
from facilitator.domain.session.state import Session


class FollowUp(Struct, frozen=True, kw_only=True):
    """Something to do after the interview. `kind` is owed_answer, must_ask or note."""

    kind: str
    text: str
    by: str | None
    due: str


def follow_ups(session: Session, rows: tuple[Covered, ...]) -> tuple[FollowUp, ...]:
    """Return what is to be done; no must-asks of an interview that was called off."""
    owed = (
        FollowUp(kind="owed_answer", text=item.text, by=item.panelist, due=item.due)
        for item in session.candidate_questions
        if item.status == "owed"
    )
    unasked = (
        FollowUp(kind="must_ask", text=row.question.ask, by=row.owner, due="")
        for row in rows
        if session.cancelled is None and row.question.must and (row.is_unasked or row.status is Status.DROPPED)
    )
    noted = (
        FollowUp(kind="note", text=note.text, by=note.author, due="")
        for note in sorted(session.notes.values(), key=attrgetter("at"))
        if note.signal is Signal.FOLLOW_UP
    )
    return (*owed, *unasked, *noted)
