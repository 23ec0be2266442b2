"""Facts of the debrief meeting: the second vote, the decision, dissent."""

from enum import StrEnum

from facilitator.domain.facts.fact import Fact
from facilitator.domain.plan.scale import Recommendation


class Outcome(StrEnum):
    """What a panel can decide. `undecided` is a decision too, such as for another round or one more question."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


class VoteCast(Fact, frozen=True):
    """A panelist voted again, after reading the others' cards and talking about them."""

    panelist: str
    recommendation: Recommendation


class DecisionMade(Fact, frozen=True):
    """The panel decided. The latest decision stands.

    `credited` is the panelist who said so; if it is empty, that is who recorded it.
    """

    outcome: Outcome
    reason: str = ""
    credited: str = ""


class DissentVoiced(Fact, frozen=True):
    """A panelist disagreed and wanted that on record."""

    panelist: str
    text: str
