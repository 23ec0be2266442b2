"""Apply the facts that change the plan. Those that took effect are the session's `changes`."""

from msgspec.structs import asdict, replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.changes import (
    HardStopSet,
    QuestionAdded,
    QuestionReworded,
    SegmentAdded,
    SegmentLengthSet,
    SegmentMoved,
    SegmentRetitled,
)
from facilitator.domain.plan.agenda import Question, Segment
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.state import Session


@on(QuestionAdded)
def _question_added(session: Session, event: Event, fact: QuestionAdded) -> None:
    plan = session.plan
    question = Question(**asdict(fact.question) | {"id": fact.question.id or event.id})
    if fact.segment in plan.position_by_segment and question.id not in plan.question_by_id:
        question = replace(
            question,
            competency=question.competency if question.competency in plan.competency_by_id else None,
            owner=question.owner if question.owner in plan.panelist_by_id else None,
            backup=question.backup if question.backup in plan.panelist_by_id else None,
        )
        _change(session, event, plan.with_question(question, fact.segment))


@on(QuestionReworded)
def _question_reworded(session: Session, event: Event, fact: QuestionReworded) -> None:
    known = session.plan.question_by_id.get(fact.question)
    if known is not None and known.ask != fact.ask:
        _change(session, event, session.plan.with_question_reworded(fact.question, fact.ask))


@on(SegmentAdded)
def _segment_added(session: Session, event: Event, fact: SegmentAdded) -> None:
    plan = session.plan
    segment = Segment(**asdict(fact.segment) | {"id": fact.segment.id or event.id, "questions": ()})
    if segment.id not in plan.position_by_segment:
        segment = replace(segment, lead=segment.lead if segment.lead in plan.panelist_by_id else None)
        _change(session, event, plan.with_new_segment(segment, fact.after, fact.number))


@on(SegmentMoved)
def _segment_moved(session: Session, event: Event, fact: SegmentMoved) -> None:
    known = session.plan.position_by_segment
    if fact.segment in known and fact.segment != fact.after and (not fact.after or fact.after in known):
        _change(session, event, session.plan.with_moved_segment(fact.segment, fact.after))


@on(SegmentRetitled)
def _segment_retitled(session: Session, event: Event, fact: SegmentRetitled) -> None:
    if fact.segment in session.plan.position_by_segment:
        segment = session.plan.segment(fact.segment)
        _change(session, event, session.plan.with_segment(replace(segment, title=fact.title)))


@on(SegmentLengthSet)
def _segment_length_set(session: Session, event: Event, fact: SegmentLengthSet) -> None:
    if fact.segment in session.plan.position_by_segment:
        segment = session.plan.segment(fact.segment)
        _change(session, event, session.plan.with_segment(replace(segment, length_seconds=fact.seconds)))
        session.added_seconds.pop(fact.segment, None)


@on(HardStopSet)
def _hard_stop_set(session: Session, event: Event, fact: HardStopSet) -> None:
    if fact.at != session.hard_stop_at:
        session.hard_stop_at = fact.at
        session.changes.append(event)


def _change(session: Session, event: Event, plan: Plan) -> None:
    session.plan = plan
    session.changes.append(event)
