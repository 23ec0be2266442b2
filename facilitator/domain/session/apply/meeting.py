"""Apply the facts of the debrief meeting: the second vote, the decision, dissent."""

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.meeting import DecisionMade, DissentVoiced, VoteCast
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.state import Dissent, PanelDecision, Session


@on(VoteCast)
def _vote_cast(session: Session, event: Event, fact: VoteCast) -> None:
    if fact.panelist in session.plan.panelist_by_id:
        session.votes[fact.panelist] = fact.recommendation


@on(DecisionMade)
def _decision_made(session: Session, event: Event, fact: DecisionMade) -> None:
    session.decision = PanelDecision(fact.outcome, fact.reason, fact.credited or event.author.panelist, event.at)


@on(DissentVoiced)
def _dissent_voiced(session: Session, event: Event, fact: DissentVoiced) -> None:
    if fact.panelist in session.plan.panelist_by_id:
        session.dissents.append(Dissent(fact.panelist, fact.text, event.at))
