"""A scorecard filled into the form of an ATS: what to paste, in the order and words of that form.

No verdict is made of anything here: where a form has no word for ours, the field stays empty and that is said.
"""

from collections.abc import Iterator

from msgspec import Struct

from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.plan.scale import Recommendation
from facilitator.reports.ats.form import NO_WORD, Form


class CardToFill(Struct, frozen=True, kw_only=True):
    """A card with what is needed to tell it elsewhere: names of competencies, and the notes that it cites, by id."""

    card: Scorecard
    panelist: str
    about: str
    competencies: dict[str, str]
    notes: dict[str, tuple[str, str]]


class FilledRating(Struct, frozen=True):
    """A rating in the form's word, which is empty if it has none."""

    competency: str
    name: str
    word: str
    evidence: str


class FilledForm(Struct, frozen=True, kw_only=True):
    """A form with its answers; `lossy` says, each in a sentence, what is lost on the way."""

    form: Form
    title: str
    recommendation: str
    ratings: tuple[FilledRating, ...]
    strengths: str
    concerns: str
    lossy: tuple[str, ...] = ()

    @property
    def take_aways(self) -> str:
        """Strengths and concerns as one text."""
        said = (("Strengths", self.strengths), ("Concerns", self.concerns))
        return "\n".join(f"{name}: {text}" for name, text in said if text)


def filled(form: Form, given: CardToFill) -> FilledForm:
    """Fill the form with a card."""
    card = given.card
    ratings = tuple(
        FilledRating(
            rating.competency,
            given.competencies.get(rating.competency, rating.competency),
            _word(form.scores[rating.rating]),
            _evidence(rating, given),
        )
        for rating in card.ratings
    )
    return FilledForm(
        form=form,
        title=f"{form.name}: {given.panelist} on {given.about}",
        recommendation=_word(form.recommendations[card.recommendation]),
        ratings=ratings,
        strengths=card.strengths,
        concerns=card.concerns,
        lossy=(*_lossy_ratings(form, given), *_lossy_recommendation(form, card.recommendation)),
    )


def form_text(filled: FilledForm) -> str:
    """Return the fields as text, each under its label, to be pasted one by one."""
    parts = [filled.title]
    for field in filled.form.fields:
        match field.holds:
            case "recommendation":
                said = filled.recommendation
            case "ratings":
                said = "\n".join(_rating_lines(filled))
            case "take_aways":
                said = filled.take_aways
            case "strengths":
                said = filled.strengths
            case "concerns":
                said = filled.concerns
        parts.append(f"{field.label}\n{said or '(left empty)'}")
    return "\n\n".join(parts) + "\n"


def _rating_lines(filled: FilledForm) -> Iterator[str]:
    for rating in filled.ratings:
        yield f"{rating.name}: {rating.word or '(left empty)'}"
        yield from (f"  {line}" for line in rating.evidence.splitlines())


def _word(theirs: str) -> str:
    return "" if theirs == NO_WORD else theirs


def _evidence(rating: Assessment, given: CardToFill) -> str:
    """Return the words of the evidence and the notes that they name: elsewhere, n7 alone says nothing."""
    notes = (given.notes[note] for note in rating.notes if note in given.notes)
    return "\n".join(filter(None, (rating.evidence, *(f"{called}: {text}" for called, text in notes))))


def _lossy_ratings(form: Form, given: CardToFill) -> Iterator[str]:
    for rating in given.card.ratings:
        name = given.competencies.get(rating.competency, rating.competency)
        words = {str(score): word for score, word in form.scores.items()}
        if said := _loss(form, str(rating.rating), words):
            yield f"{name}: {said}"


def _lossy_recommendation(form: Form, recommendation: Recommendation) -> Iterator[str]:
    words = {each.value: word for each, word in form.recommendations.items()}
    if said := _loss(form, recommendation.value, words):
        yield f"Recommendation: {said}"


def _loss(form: Form, ours: str, words: dict[str, str]) -> str:
    """Return what is lost of one of our words; empty if nothing is."""
    theirs = words[ours]
    if theirs == NO_WORD:
        return f"{ours} has no counterpart in {form.name}, so choose there yourself."
    others = [other for other, word in words.items() if word == theirs and other != ours]
    if others:
        return f"{ours} becomes {theirs}, and so does {', '.join(others)}."
    return f"{ours} becomes {theirs}." if ours in form.inexact else ""
