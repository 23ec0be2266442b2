"""The scales on which a panel says what it thinks of somebody: a score, and a recommendation."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

Score = Annotated[int, Meta(ge=1, le=5)]
"""A rating of a competency."""


class Recommendation(StrEnum):
    """What a panelist recommends. People decide; nothing is computed from it."""

    STRONG_NO = "strong_no"
    NO = "no"
    NO_DECISION = "no_decision"
    YES = "yes"
    STRONG_YES = "strong_yes"

    @property
    def score(self) -> int:
        """Its place on the scale from 1 to 5, for the plain mean of a panel; `no_decision` is the middle."""
        return list(Recommendation).index(self) + 1
