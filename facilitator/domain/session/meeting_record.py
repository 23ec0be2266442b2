"""What the panel said when it met: the decision, the votes that changed, the dissent."""

from msgspec import Struct

from facilitator.domain.facts.kinds.meeting import Outcome
from facilitator.domain.plan.scale import Recommendation


class PanelDecision(Struct, frozen=True):
    """What the panel decided; `panelist` said so."""

    outcome: Outcome
    reason: str
    panelist: str
    at: int


class Move(Struct, frozen=True):
    """A vote after discussion that differs from what the panelist stood for before."""

    panelist: str
    before: Recommendation
    after: Recommendation
    at: int


class Dissent(Struct, frozen=True):
    panelist: str
    text: str
    at: int
