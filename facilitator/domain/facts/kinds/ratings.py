"""Facts about what panelists think: ratings, recommendations, scorecards."""

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
    """A panelist submitted a card that nobody else can read yet; `sealed` is opaque here (see `sealing`)."""

    panelist: str
    sealed: str


class ScorecardsOpened(Fact, frozen=True):
    """The cards were opened for reading: all were in, or the author opened them early, for `reason`."""

    reason: str = ""


class ScorecardOpened(Fact, frozen=True):
    """A panelist's card was opened or, after the opening, changed."""

    panelist: str
    card: Scorecard
