"""Facts about what panelists think: ratings, recommendations, scorecards."""

from typing import Annotated

from msgspec import Meta

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.plan.scale import Recommendation

CardNumber = Annotated[int, Meta(ge=0, le=1_000_000)]


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
    """A panelist submitted a card that nobody else can read yet; `sealed` is opaque here (see `conducting.sealing`).

    `number` counts the cards of the panelist, and `commitment` holds them to this one (see `facts.commitment`). Under
    the first rules of cards (see `SessionOpened`) there is neither.
    """

    panelist: str
    sealed: str
    number: CardNumber = 0
    commitment: str = ""


class ScorecardsOpened(Fact, frozen=True):
    """The cards were opened for reading: all were in, or the author opened them early, for `reason`."""

    reason: str = ""


class ScorecardOpened(Fact, frozen=True):
    """A panelist's sealed card was opened. `salt` proves that it is the one that they had committed themselves to.

    Under the first rules of cards nothing proves it, and it is also how a card was changed after the opening.
    """

    panelist: str
    card: Scorecard
    salt: str = ""


class ScorecardChanged(Fact, frozen=True):
    """After the opening, a panelist wrote a card that was never sealed: another than before, or their first."""

    panelist: str
    card: Scorecard
