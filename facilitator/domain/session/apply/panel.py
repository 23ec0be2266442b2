"""What the facts of the debrief meeting do: the second vote, the decision, dissent."""

from facilitator.domain.facts import panel_facts
from facilitator.domain.facts.events import Event
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.state import Dissent, PanelDecision, Session


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
