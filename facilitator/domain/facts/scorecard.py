"""A scorecard: what one panelist makes of the interview, written alone.

Like the agenda, these declarations are also how a scorecard is written in a file.
"""

from typing import Annotated

from msgspec import Meta, Struct

from facilitator.domain.plan.agenda import Identifier
from facilitator.domain.plan.scale import Recommendation, Score


class Assessment(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A competency's rating with its evidence; `notes` are the ids of those that the evidence names (`n7`)."""

    competency: Identifier
    rating: Score
    evidence: str = ""
    notes: Annotated[tuple[str, ...], Meta(extra={"in_file": False})] = ()


class Scorecard(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The whole card. A competency that the panelist saw nothing of is left out."""

    recommendation: Recommendation
    ratings: tuple[Assessment, ...] = ()
    strengths: str = ""
    concerns: str = ""
