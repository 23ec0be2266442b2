"""Apply the facts about the people: who came and went, who sits in for whom, and that the interview was called off."""

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.people import InterviewCancelled, PanelistAbsent, PanelistArrived, StandInNamed
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.apply.running import close_visit
from facilitator.domain.session.state import Cancellation, Session


@on(PanelistArrived)
def _panelist_arrived(session: Session, event: Event, fact: PanelistArrived) -> None:
    plan = session.plan
    if fact.panelist in plan.absent:
        _change(session, event, replace(plan, absent=plan.absent - {fact.panelist}))
    elif fact.panelist not in plan.panelist_by_id and fact.panelist and fact.name:
        arrived = Panelist(id=fact.panelist, name=fact.name, role=fact.role)
        _change(session, event, replace(plan, panel=(*plan.panel, arrived)))


@on(PanelistAbsent)
def _panelist_absent(session: Session, event: Event, fact: PanelistAbsent) -> None:
    """The last one who asks stays, whatever a foreign device recorded."""
    plan = session.plan
    left = {panelist.id for panelist in plan.raters} - {fact.panelist}
    if left and fact.panelist in plan.panelist_by_id and fact.panelist not in plan.absent:
        _change(session, event, replace(plan, absent=plan.absent | {fact.panelist}))


@on(StandInNamed)
def _stand_in_named(session: Session, event: Event, fact: StandInNamed) -> None:
    plan = session.plan
    is_new = plan.stand_ins.get(fact.absent) != fact.panelist
    if is_new and fact.absent in plan.absent and fact.panelist in {panelist.id for panelist in plan.raters}:
        _change(session, event, replace(plan, stand_ins={**plan.stand_ins, fact.absent: fact.panelist}))


@on(InterviewCancelled)
def _interview_cancelled(session: Session, event: Event, fact: InterviewCancelled) -> None:
    if session.ended_at is None:
        session.ended_at = close_visit(session, max(event.at, session.opened_at))
        session.cancelled = Cancellation(session.ended_at, fact.reason, fact.no_show)


def _change(session: Session, event: Event, plan: Plan) -> None:
    session.plan = plan
    session.changes.append(event)
