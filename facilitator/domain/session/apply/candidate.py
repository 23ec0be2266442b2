"""What the facts about the candidate do: their name, and their own questions."""

from msgspec.structs import replace

from facilitator.domain.facts import events
from facilitator.domain.facts.events import Event
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.state import CandidateQuestion, Session


@on(events.CandidateNamed)
def _candidate_named(session: Session, event: Event, fact: events.CandidateNamed) -> None:
    session.candidate = fact.name


@on(events.CandidateAsked)
def _candidate_asked(session: Session, event: Event, fact: events.CandidateAsked) -> None:
    number = len(session.candidate_questions) + 1
    session.candidate_questions.append(CandidateQuestion(event.id, number, event.at, fact.text))


@on(events.CandidateAnswered)
def _candidate_answered(session: Session, event: Event, fact: events.CandidateAnswered) -> None:
    _settle(session, fact.item, status="answered", panelist=fact.panelist, due="")


@on(events.AnswerOwed)
def _answer_owed(session: Session, event: Event, fact: events.AnswerOwed) -> None:
    _settle(session, fact.item, status="owed", panelist=fact.panelist, due=fact.due)


def _settle(session: Session, item_id: str, **changes: str) -> None:
    for place, item in enumerate(session.candidate_questions):
        if item.id == item_id:
            session.candidate_questions[place] = replace(item, **changes)
