"""Which question to ask next: a suggestion that nobody has to follow."""

from collections import Counter

from msgspec import Struct

from facilitator.domain.facts.status import Status
from facilitator.domain.plan.agenda import Question
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing


class Suggestion(Struct, frozen=True):
    """A question to ask next. `reason` is in a few words: `a must-ask`, `Ann's turn`, `nothing on Forecast yet`."""

    question: Question
    owner: str | None
    reason: str


def next_question(session: Session) -> Suggestion | None:
    """Return the question to ask next: first a must-ask, then an uncovered competency, then the owner whose turn it is.

    It is one that nobody has asked yet: of the running segment or, if none is left there, a must-ask of one that is
    over or was left out. Before the start it is of the first segment with questions. None after the end and if nothing
    is left.
    """
    if session.ended_at is not None:
        return None
    rows = coverage(session)
    unasked = [row for row in rows if row.is_unasked]
    touched = {row.question.competency for row in rows if row.status in _TOUCHED}
    turns = Counter(mark.panelist for mark in session.marks if mark.status in _TOUCHED)
    candidates = _at_hand(session, unasked)
    if not candidates:
        return None

    def rank(row: Covered) -> tuple[bool, bool, int, int]:
        competency = row.question.competency
        return (
            not row.question.must,
            competency is None or competency in touched,
            turns[row.owner or ""],
            row.question.number,
        )

    best = min(candidates, key=rank)
    return Suggestion(best.question, best.owner, _reason(session, best, touched, candidates))


_TOUCHED = (Status.ASKED, Status.PARTLY, Status.COVERED)


def _at_hand(session: Session, unasked: list[Covered]) -> list[Covered]:
    segment_of = session.plan.segment_by_question
    current = session.current
    if current is None:
        first = segment_of[unasked[0].question.id] if unasked else None
        return [row for row in unasked if segment_of[row.question.id] is first]
    here = [row for row in unasked if segment_of[row.question.id].id == current.id]
    if here:
        return here
    later = {segment.id for segment in timing.ahead(session)}
    return [row for row in unasked if row.question.must and segment_of[row.question.id].id not in later]


def _reason(session: Session, row: Covered, touched: set[str | None], candidates: list[Covered]) -> str:
    competency = session.plan.competency_by_id.get(row.question.competency or "")
    if row.question.must:
        return "a must-ask"
    if competency is not None and competency.id not in touched:
        return f"nothing on {competency.name} yet"
    if row.owner is not None and len({candidate.owner for candidate in candidates}) > 1:
        return f"{session.panelist_name(row.owner)}'s turn"
    return "in agenda order"
