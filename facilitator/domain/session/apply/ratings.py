"""Apply the facts about what panelists think: ratings, recommendations, scorecards.

Once a panelist's card is open, whatever they change is recorded as a change of mind.
"""

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.ratings import (
    CompetencyRated,
    RecommendationGiven,
    ScorecardOpened,
    ScorecardSealed,
    ScorecardsOpened,
)
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.state import ChangeOfMind, Opening, Rating, Session


@on(CompetencyRated)
def _competency_rated(session: Session, event: Event, fact: CompetencyRated) -> bool:
    if fact.competency not in session.plan.competency_by_id or fact.panelist not in session.plan.panelist_by_id:
        return False
    _rate(session, Rating(fact.competency, fact.panelist, fact.rating, fact.evidence, event.at, fact.notes))
    return True


@on(RecommendationGiven)
def _recommendation_given(session: Session, event: Event, fact: RecommendationGiven) -> bool:
    if fact.panelist not in session.plan.panelist_by_id:
        return False
    _recommend(session, fact.panelist, fact.recommendation, event.at)
    return True


@on(ScorecardSealed)
def _scorecard_sealed(session: Session, event: Event, fact: ScorecardSealed) -> bool:
    if fact.panelist not in session.plan.panelist_by_id:
        return False
    session.sealed_cards[fact.panelist] = fact.sealed
    return True


@on(ScorecardsOpened)
def _scorecards_opened(session: Session, event: Event, fact: ScorecardsOpened) -> bool:
    if session.cards_opened is not None:
        return False
    session.cards_opened = Opening(event.at, event.author.panelist, fact.reason)
    return True


@on(ScorecardOpened)
def _scorecard_opened(session: Session, event: Event, fact: ScorecardOpened) -> bool:
    """Replace what the panelist has said aloud before with their card."""
    if fact.panelist not in session.plan.panelist_by_id:
        return False
    for given in fact.card.ratings:
        if given.competency in session.plan.competency_by_id:
            rating = Rating(given.competency, fact.panelist, given.rating, given.evidence, event.at, given.notes)
            _rate(session, rating)
    _recommend(session, fact.panelist, fact.card.recommendation, event.at)
    session.sealed_cards.pop(fact.panelist, None)
    session.cards[fact.panelist] = fact.card
    return True


def _rate(session: Session, rating: Rating) -> None:
    before = session.ratings.get((rating.panelist, rating.competency))
    session.ratings[rating.panelist, rating.competency] = rating
    if before is not None:
        _note_change(session, rating.panelist, rating.competency, before.rating, rating.rating, rating.at)


def _recommend(session: Session, panelist: str, recommendation: Recommendation, at: int) -> None:
    before = session.recommendations.get(panelist)
    session.recommendations[panelist] = recommendation
    if before is not None:
        _note_change(session, panelist, None, before, recommendation, at)


def _note_change(
    session: Session,
    panelist: str,
    competency: str | None,
    before: int | Recommendation,
    after: int | Recommendation,
    at: int,
) -> None:
    if panelist in session.cards and before != after:
        session.changes_of_mind.append(ChangeOfMind(panelist, competency, before, after, at))
