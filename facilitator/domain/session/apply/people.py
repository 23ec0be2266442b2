"""Apply the facts about the people: who came and went, who sits in for whom, and that the interview was called off."""

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.people import (
    InterviewCancelled,
    PanelistAbsent,
    PanelistArrived,
    PanelistReady,
    StandInNamed,
)
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.apply.running import close_visit
from facilitator.domain.session.state import Cancellation, Session
from facilitator.domain.text.plain_text import unbroken


@on(PanelistArrived)
def _panelist_arrived(session: Session, event: Event, fact: PanelistArrived) -> bool:
    plan = session.plan
    if fact.panelist in plan.absent:
        return _change(session, event, replace(plan, absent=plan.absent - {fact.panelist}))
    if fact.panelist in plan.panelist_by_id or not (fact.panelist and fact.name):
        return False
    arrived = Panelist(id=fact.panelist, name=unbroken(fact.name), role=unbroken(fact.role))
    return _change(session, event, replace(plan, panel=(*plan.panel, arrived)))


@on(PanelistAbsent)
def _panelist_absent(session: Session, event: Event, fact: PanelistAbsent) -> bool:
    """The last one who asks stays, whatever a foreign device recorded."""
    plan = session.plan
    left = {panelist.id for panelist in plan.raters} - {fact.panelist}
    if not left or fact.panelist not in plan.panelist_by_id or fact.panelist in plan.absent:
        return False
    return _change(session, event, replace(plan, absent=plan.absent | {fact.panelist}))


@on(StandInNamed)
def _stand_in_named(session: Session, event: Event, fact: StandInNamed) -> bool:
    plan = session.plan
    can_stand_in = fact.panelist in {panelist.id for panelist in plan.raters}
    if not can_stand_in or fact.absent not in plan.absent or plan.stand_ins.get(fact.absent) == fact.panelist:
        return False
    return _change(session, event, replace(plan, stand_ins={**plan.stand_ins, fact.absent: fact.panelist}))


@on(PanelistReady)
def _panelist_ready(session: Session, event: Event, fact: PanelistReady) -> bool:
    """Nobody takes it back, and once the interview has begun, it says nothing any more."""
    if fact.panelist in session.plan.panelist_by_id and session.started_at is None:
        session.ready = {**session.ready, fact.panelist: fact.want}
    return False


@on(InterviewCancelled)
def _interview_cancelled(session: Session, event: Event, fact: InterviewCancelled) -> bool:
    session.ended_by = (*session.ended_by, event.group)
    if session.ended_at is not None:
        return False
    session.ended_at = close_visit(session, max(event.at, session.opened_at))
    session.cancelled = Cancellation(session.ended_at, fact.reason, fact.no_show)
    return True


def _change(session: Session, event: Event, plan: Plan) -> bool:
    session.plan = plan
    session.changes.append(event)
    return True
