"""Facts of the debrief meeting: the second vote, the decision, dissent."""

from enum import StrEnum

from facilitator.domain.facts.fact import Fact
from facilitator.domain.plan.scale import Recommendation


class Outcome(StrEnum):
    """What a panel decided. `undecided` is a decision too: another round, or one more question."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


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
