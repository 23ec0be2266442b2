"""Apply the facts about questions: marks, and who is to ask."""

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.state import Mark, Session


@on(QuestionMarked)
def _question_marked(session: Session, event: Event, fact: QuestionMarked) -> None:
    if fact.question in session.plan.question_by_id and fact.panelist in session.plan.panelist_by_id:
        mark = Mark(fact.question, fact.panelist, fact.status, event.at, fact.reason)
        session.marks.append(mark)


@on(QuestionHandedOff)
def _question_handed_off(session: Session, event: Event, fact: QuestionHandedOff) -> None:
    if fact.question in session.plan.question_by_id and fact.panelist in session.plan.panelist_by_id:
        session.owners[fact.question] = fact.panelist
