"""Decisions about what panelists think: ratings and recommendations."""

from facilitator.domain.facts.kinds.ratings import CompetencyRated, RecommendationGiven
from facilitator.domain.language.arguments import BY, BY_WORD, COMPETENCY, EVIDENCE
from facilitator.domain.language.commands import command
from facilitator.domain.language.decision import Decision, Refusal, Situation
from facilitator.domain.language.rating_arguments import RECOMMENDATION, SCORE
from facilitator.domain.notes.evidence import default_evidence, named_notes, with_letters
from facilitator.domain.plan.agenda import Competency, Panelist
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.questions.participation import was_there
from facilitator.domain.session.state import Session
from facilitator.domain.text.plain_text import excerpt

RATINGS = "Ratings"


def would_rate(here: Situation, competency: Competency, rating: int, by: Panelist, evidence: str) -> str:
    """Return which note would be its evidence, if the line names none."""
    note = None if evidence else default_evidence(here.session, competency.id, by.id, here.device)
    told = here.plan.scale_of(competency.id).text(rating)
    return f"rates {competency.name} {told}, with note {note.called}: {excerpt(note.text)}" if note else ""


@command("rate", COMPETENCY, SCORE, BY_WORD, EVIDENCE, heading=RATINGS, key="r", foresee=would_rate)
def rate(here: Situation, competency: Competency, rating: int, by: Panelist, evidence: str) -> Decision:
    """Rate a competency, by number or word, with what you saw: “n7” is note 7; without words, the note just written.

    That is a note of the same author, and of that competency if it belongs to one.
    """
    check_judge(here.session, by)
    note = None if evidence else default_evidence(here.session, competency.id, by.id, here.device)
    notes, missing = named_notes(note.called if note else evidence, here.session, here.letter)
    evidence = note.called if note else with_letters(evidence, here.session, here.letter)
    fact = CompetencyRated(competency=competency.id, panelist=by.id, rating=rating, evidence=evidence, notes=notes)
    anchor = competency.anchors.get(rating)
    rated = f"{competency.name}: {here.plan.scale_of(competency.id).text(rating)}" + (
        f", with note {note.called}" if note else ""
    )
    said = rated + (f" — {anchor}" if anchor else ".")
    return Decision((fact,), " ".join((said, *(f"{why[0].upper()}{why[1:]}." for why in missing))))


@command("recommend", RECOMMENDATION, BY, heading=RATINGS, key="m")
def recommend(here: Situation, recommendation: Recommendation, by: Panelist) -> Decision:
    """Say what you recommend."""
    check_judge(here.session, by)
    fact = RecommendationGiven(panelist=by.id, recommendation=recommendation)
    return Decision((fact,), f"{here.name_of(by)} recommends {recommendation.replace('_', ' ')}.")


def check_judge(session: Session, by: Panelist, does: str = "rate") -> None:
    """Raise Refusal if a panelist may not judge: shadows watch, and who was never there saw nothing."""
    if by.shadow:
        raise Refusal(f"{session.panelist_name(by.id)} is a shadow, and shadows don't {does}.")
    if not was_there(session, by.id):
        raise Refusal(
            f"{session.panelist_name(by.id)} is absent and saw nothing to {does}. If they were here: /arrived {by.id}"
        )
