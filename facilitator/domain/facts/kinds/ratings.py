"""Facts by which panelists say what they think: ratings, recommendations, scorecards."""

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.plan.scale import Recommendation


class CompetencyRated(Fact, frozen=True):
    competency: str
    panelist: str
    rating: int
    evidence: str = ""
    notes: tuple[str, ...] = ()


class RecommendationGiven(Fact, frozen=True):
    panelist: str
    recommendation: Recommendation


class ScorecardSealed(Fact, frozen=True):
    """A panelist submitted a card that nobody else can read: `sealed` is opaque here (see `sealing`)."""

    panelist: str
    sealed: str


class ScorecardsOpened(Fact, frozen=True):
    """From now on cards may be read: all were in, or the author opened them before, for `reason`."""

    reason: str = ""


class ScorecardOpened(Fact, frozen=True):
    """What a panelist's card says; after the opening, a panelist's changed card."""

    panelist: str
    card: Scorecard
