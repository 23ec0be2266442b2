"""What the facts by which panelists say what they think do."""

from facilitator.domain import events
from facilitator.domain.events import Event
from facilitator.domain.session import Rating, Session
from facilitator.domain.steps.registry import on


@on(events.CompetencyRated)
def _competency_rated(session: Session, event: Event, fact: events.CompetencyRated) -> None:
    if fact.competency in session.agenda.competency_by_id and fact.panelist in session.agenda.panelist_by_id:
        session.ratings[fact.panelist, fact.competency] = Rating(
            fact.competency, fact.panelist, fact.rating, fact.evidence, event.at
        )


@on(events.RecommendationGiven)
def _recommendation_given(session: Session, event: Event, fact: events.RecommendationGiven) -> None:
    if fact.panelist in session.agenda.panelist_by_id:
        session.recommendations[fact.panelist] = fact.recommendation
