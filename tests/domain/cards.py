"""Cards as facts: sealed by nobody's key, but with the commitment by which the fold knows them again."""

from facilitator.domain.facts.commitment import commitment
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.ratings import ScorecardOpened, ScorecardSealed, ScorecardsOpened
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Decision
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.state import Session

SALT = "5a17"


def card(recommendation: str = "yes", strengths: str = "", **ratings: int) -> Scorecard:
    given = tuple(Assessment(competency=name, rating=rating, evidence="seen") for name, rating in ratings.items())
    return Scorecard(recommendation=Recommendation(recommendation), ratings=given, strengths=strengths)


def sealed(panelist: str, card: Scorecard, number: int = 1, session: str = "s") -> ScorecardSealed:
    """Return how a panelist submits a card, as their first unless `number` says otherwise."""
    commits = commitment(card, SALT, session, panelist, number)
    return ScorecardSealed(panelist=panelist, sealed=f"key:{number}:{panelist}", number=number, commitment=commits)


def opened(panelist: str, card: Scorecard) -> ScorecardOpened:
    """Return how the card of `sealed` is opened."""
    return ScorecardOpened(panelist=panelist, card=card, salt=SALT)


def all_at_once(session: Session, cards: dict[str, Scorecard], reason: str = "") -> Decision:
    """Return how these cards are sealed and opened in one go."""
    facts: list[AnyFact] = [sealed(panelist, card, session=session.id) for panelist, card in cards.items()]
    return Decision((*facts, ScorecardsOpened(reason=reason), *(opened(name, card) for name, card in cards.items())))
