"""Apply the facts about the candidate: their name, and their own questions."""

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.candidate import (
    AnswerOwed,
    CandidateAnswered,
    CandidateAsked,
    CandidateNamed,
    CandidateQuestionReworded,
    CandidateQuestionStruck,
)
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.numbering import new_label
from facilitator.domain.session.state import CandidateQuestion, Session
from facilitator.domain.text.plain_text import unbroken


@on(CandidateNamed)
def _candidate_named(session: Session, event: Event, fact: CandidateNamed) -> bool:
    session.candidate = unbroken(fact.name)
    keep_name(session, event)
    return True


def keep_name(session: Session, event: Event) -> None:
    """Keep the name that an event gives the candidate, if it does: once taken back, it still stands in the notes."""
    fact = event.fact
    if isinstance(fact, CandidateNamed) and (name := unbroken(fact.name)) not in session.names:
        session.names = (*session.names, name)


@on(CandidateAsked)
def _candidate_asked(session: Session, event: Event, fact: CandidateAsked) -> bool:
    number = len(session.candidate_questions) + len(session.struck_questions) + 1
    label = new_label(session, "t", event.author.device, fact.number) if session.devices else str(number)
    session.candidate_questions.append(CandidateQuestion(event.id, number, event.at, fact.text, label=label))
    return True


@on(CandidateQuestionReworded)
def _reworded(session: Session, event: Event, fact: CandidateQuestionReworded) -> bool:
    return _change(session, fact.item, text=fact.text)


@on(CandidateQuestionStruck)
def _struck(session: Session, event: Event, fact: CandidateQuestionStruck) -> bool:
    for item in session.candidate_questions:
        if item.id == fact.item:
            session.candidate_questions.remove(item)
            session.struck_questions[item.id] = item
            return True
    return False


@on(CandidateAnswered)
def _candidate_answered(session: Session, event: Event, fact: CandidateAnswered) -> bool:
    return _change(session, fact.item, status="answered", panelist=fact.panelist, due="")


@on(AnswerOwed)
def _answer_owed(session: Session, event: Event, fact: AnswerOwed) -> bool:
    return _change(session, fact.item, status="owed", panelist=fact.panelist, due=fact.due)


def _change(session: Session, item_id: str, **changes: str) -> bool:
    for place, item in enumerate(session.candidate_questions):
        if item.id == item_id:
            session.candidate_questions[place] = replace(item, **changes)
            return True
    return False
