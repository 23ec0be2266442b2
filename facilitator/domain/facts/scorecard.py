"""A scorecard: one panelist's judgement of the interview, written alone.

As with the agenda, these declarations are also the form of a scorecard file.
"""

from typing import Annotated

from msgspec import Meta, Struct

from facilitator.domain.plan.agenda import Identifier
from facilitator.domain.plan.scale import Recommendation, Score


class Assessment(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A competency's rating with its evidence; `notes` are the ids of the notes that the evidence names (`n7`)."""

    competency: Identifier
    rating: Score
    evidence: str = ""
    notes: Annotated[tuple[str, ...], Meta(extra={"in_file": False})] = ()


class Scorecard(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A whole card. It leaves out the competencies of which the panelist saw nothing."""

    recommendation: Recommendation
    ratings: tuple[Assessment, ...] = ()
    strengths: str = ""
    concerns: str = ""
