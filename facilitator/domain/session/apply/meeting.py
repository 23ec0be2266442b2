"""Apply the facts of the debrief meeting: the second vote, the decision, dissent."""

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.meeting import DecisionMade, DissentVoiced, VoteCast
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.meeting_record import Dissent, Move, PanelDecision
from facilitator.domain.session.state import Session


@on(VoteCast)
def _vote_cast(session: Session, event: Event, fact: VoteCast) -> bool:
    if fact.panelist not in session.plan.panelist_by_id:
        return False
    before = session.votes.get(fact.panelist, session.recommendations.get(fact.panelist))
    if before not in (None, fact.recommendation):
        session.moves.append(Move(fact.panelist, before, fact.recommendation, event.at))
    session.votes[fact.panelist] = fact.recommendation
    return True


@on(DecisionMade)
def _decision_made(session: Session, event: Event, fact: DecisionMade) -> bool:
    session.decision = PanelDecision(fact.outcome, fact.reason, fact.credited or event.author.panelist, event.at)
    return True


@on(DissentVoiced)
def _dissent_voiced(session: Session, event: Event, fact: DissentVoiced) -> bool:
    if fact.panelist not in session.plan.panelist_by_id:
        return False
    session.dissents.append(Dissent(fact.panelist, fact.text, event.at))
    return True
