"""Decisions about what panelists think: ratings and recommendations."""

from facilitator.domain.facts.kinds.ratings import CompetencyRated, RecommendationGiven
from facilitator.domain.language.arguments import BY, BY_WORD, COMPETENCY, EVIDENCE, RECOMMENDATION, SCORE
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.notes.evidence import named_notes
from facilitator.domain.plan.agenda import Competency, Panelist
from facilitator.domain.plan.scale import Recommendation

RATINGS = "Ratings"


@command("rate", COMPETENCY, SCORE, BY_WORD, EVIDENCE, heading=RATINGS, key="r")
def rate(here: Situation, competency: Competency, rating: int, by: Panelist, evidence: str) -> Decision:
    """Rate a competency from 1 to 5, with what you saw; “n7” rests it on note 7."""
    _may_rate(by)
    notes, unknown = named_notes(evidence, here.session, here.letter)
    fact = CompetencyRated(competency=competency.id, panelist=by.id, rating=rating, evidence=evidence, notes=notes)
    anchor = competency.anchors.get(rating)
    said = f"{competency.name}: {rating}" + (f" — {anchor}" if anchor else ".")
    return Decision((fact,), " ".join((said, *(f"There is no note {number}." for number in unknown))))


@command("recommend", RECOMMENDATION, BY, heading=RATINGS, key="m")
def recommend(here: Situation, recommendation: Recommendation, by: Panelist) -> Decision:
    """Say what you recommend."""
    _may_rate(by)
    fact = RecommendationGiven(panelist=by.id, recommendation=recommendation)
    return Decision((fact,), f"{here.name_of(by)} recommends {recommendation.replace('_', ' ')}.")


def _may_rate(by: Panelist) -> None:
    if by.shadow:
        raise Refusal(f"{by.name} is a shadow: they watch and don't rate.")
