"""Apply the facts about questions: marks, and who is to ask."""

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.state import Mark, Session


@on(QuestionMarked)
def _question_marked(session: Session, event: Event, fact: QuestionMarked) -> bool:
    if fact.question not in session.plan.question_by_id or fact.panelist not in session.plan.panelist_by_id:
        return False
    session.marks.append(Mark(fact.question, fact.panelist, fact.status, event.at, fact.reason))
    return True


@on(QuestionHandedOff)
def _question_handed_off(session: Session, event: Event, fact: QuestionHandedOff) -> bool:
    if fact.question not in session.plan.question_by_id or fact.panelist not in session.plan.panelist_by_id:
        return False
    session.owners[fact.question] = fact.panelist
    return True
