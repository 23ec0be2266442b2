"""The facts by which a panel makes up its mind: sealed scorecards, their opening, the vote, the decision."""

from enum import StrEnum

from facilitator.domain.facts.fact import Fact
from facilitator.domain.facts.scorecard import Recommendation, Scorecard


class Outcome(StrEnum):
    """What a panel decided. `undecided` is a decision too: another round, or one more question."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


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


class VoteCast(Fact, frozen=True):
    """The second vote: what a panelist recommends after reading the others and talking."""

    panelist: str
    recommendation: Recommendation


class DecisionMade(Fact, frozen=True):
    """What the panel decided. The latest one stands."""

    outcome: Outcome
    reason: str = ""


class DissentVoiced(Fact, frozen=True):
    """A panelist sees it differently, and wants that kept."""

    panelist: str
    text: str


PanelFact = ScorecardSealed | ScorecardsOpened | ScorecardOpened | VoteCast | DecisionMade | DissentVoiced
