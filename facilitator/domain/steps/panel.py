"""What the facts of the debrief meeting do: the second vote, the decision, dissent."""

from facilitator.domain import panel_facts
from facilitator.domain.events import Event
from facilitator.domain.session import Dissent, PanelDecision, Session
from facilitator.domain.steps.registry import on


@on(panel_facts.VoteCast)
def _vote_cast(session: Session, event: Event, fact: panel_facts.VoteCast) -> None:
    if fact.panelist in session.agenda.panelist_by_id:
        session.votes[fact.panelist] = fact.recommendation


@on(panel_facts.DecisionMade)
def _decision_made(session: Session, event: Event, fact: panel_facts.DecisionMade) -> None:
    session.decision = PanelDecision(fact.outcome, fact.reason, event.author.panelist, event.at)


@on(panel_facts.DissentVoiced)
def _dissent_voiced(session: Session, event: Event, fact: panel_facts.DissentVoiced) -> None:
    if fact.panelist in session.agenda.panelist_by_id:
        session.dissents.append(Dissent(fact.panelist, fact.text, event.at))
