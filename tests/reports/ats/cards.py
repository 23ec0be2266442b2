"""A card to be told elsewhere, with every score once, evidence that cites a note, and texts that would act."""

from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.plan.scale import Recommendation
from facilitator.reports.ats.filled_form import CardToFill, FilledForm, filled
from facilitator.reports.ats.form import load_form

NAMES = {"pipeline": "Pipeline building", "hiring": "Hiring", "map": "Territory", "plan": "Forecast", "team": "Team"}

CARD = Scorecard(
    recommendation=Recommendation.YES,
    ratings=tuple(
        Assessment(competency=name, rating=score, evidence="n7 shows it" if score == 5 else "", notes=("x",))
        for score, name in enumerate(NAMES, 1)
    ),
    strengths="Builds a source that lasts.\nAsks for <churn> first.",
    concerns="Ramp time.",
)


def to_fill(card: Scorecard = CARD) -> CardToFill:
    notes = {"x": ("n7", "closed three of five")}
    return CardToFill(card=card, panelist="Bo Ek", about="Robin Reyes", competencies=NAMES, notes=notes)


def filled_in(name: str, card: Scorecard = CARD) -> FilledForm:
    form, complaints = load_form(name)
    assert form is not None, complaints
    return filled(form, to_fill(card))
