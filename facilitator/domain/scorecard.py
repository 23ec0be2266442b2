"""A scorecard: what one panelist makes of the interview, written alone."""

from enum import StrEnum

from msgspec import Struct

SCORES = (1, 2, 3, 4, 5)


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


class CardRating(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A rating from 1 to 5; `notes` are the ids of those that the evidence names."""

    competency: str
    rating: int
    evidence: str = ""
    notes: tuple[str, ...] = ()


class Scorecard(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The whole card. A competency that the panelist saw nothing of is left out."""

    recommendation: Recommendation
    ratings: tuple[CardRating, ...] = ()
    strengths: str = ""
    concerns: str = ""
