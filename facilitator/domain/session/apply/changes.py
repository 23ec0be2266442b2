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
from facilitator.domain.session.numbering import new_label
from facilitator.domain.session.state import Session


@on(QuestionAdded)
def _question_added(session: Session, event: Event, fact: QuestionAdded) -> bool:
    plan = session.plan
    question = Question(**asdict(fact.question) | {"id": fact.question.id or event.id})
    if fact.segment not in plan.position_by_segment or question.id in plan.question_by_id:
        return False
    question = replace(
        question,
        competency=question.competency if question.competency in plan.competency_by_id else None,
        owner=question.owner if question.owner in plan.panelist_by_id else None,
        backup=question.backup if question.backup in plan.panelist_by_id else None,
    )
    label = new_label(session, "q", event.author.device, fact.number) if session.devices else ""
    return _change(session, event, plan.with_question(question, fact.segment, label))


@on(QuestionReworded)
def _question_reworded(session: Session, event: Event, fact: QuestionReworded) -> bool:
    known = session.plan.question_by_id.get(fact.question)
    if known is None or known.ask == fact.ask:
        return False
    return _change(session, event, session.plan.with_question_reworded(fact.question, fact.ask))


@on(SegmentAdded)
def _segment_added(session: Session, event: Event, fact: SegmentAdded) -> bool:
    plan = session.plan
    segment = Segment(**asdict(fact.segment) | {"id": fact.segment.id or event.id, "questions": ()})
    if segment.id in plan.position_by_segment:
        return False
    segment = replace(segment, lead=segment.lead if segment.lead in plan.panelist_by_id else None)
    return _change(session, event, plan.with_new_segment(segment, fact.after, fact.number))


@on(SegmentMoved)
def _segment_moved(session: Session, event: Event, fact: SegmentMoved) -> bool:
    known = session.plan.position_by_segment
    if fact.segment not in known or fact.segment == fact.after or (fact.after and fact.after not in known):
        return False
    return _change(session, event, session.plan.with_moved_segment(fact.segment, fact.after))


@on(SegmentRetitled)
def _segment_retitled(session: Session, event: Event, fact: SegmentRetitled) -> bool:
    if fact.segment not in session.plan.position_by_segment:
        return False
    segment = session.plan.segment(fact.segment)
    return _change(session, event, session.plan.with_segment(replace(segment, title=fact.title)))


@on(SegmentLengthSet)
def _segment_length_set(session: Session, event: Event, fact: SegmentLengthSet) -> bool:
    if fact.segment not in session.plan.position_by_segment:
        return False
    segment = session.plan.segment(fact.segment)
    session.added_seconds.pop(fact.segment, None)
    return _change(session, event, session.plan.with_segment(replace(segment, length_seconds=fact.seconds)))


@on(HardStopSet)
def _hard_stop_set(session: Session, event: Event, fact: HardStopSet) -> bool:
    if fact.at == session.hard_stop_at:
        return False
    session.hard_stop_at = fact.at
    session.changes.append(event)
    return True


def _change(session: Session, event: Event, plan: Plan) -> bool:
    session.plan = plan
    session.changes.append(event)
    return True
