"""A scorecard filled into the form of an ATS: what to paste, in the order and words of that form.

No verdict is made of anything here: where a form has no word for ours, the field stays empty and that is said.
"""

from collections.abc import Iterator

from msgspec import Struct

from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.plan.scale import FIVE_POINTS, Recommendation, Scale
from facilitator.reports.ats.form import Form
from facilitator.reports.ats.rating_words import loss, rating_word, told_word


class CardToFill(Struct, frozen=True, kw_only=True):
    """A card with what is needed to tell it elsewhere, by id: names and scales of competencies, the notes it cites."""

    card: Scorecard
    panelist: str
    about: str
    competencies: dict[str, str]
    notes: dict[str, tuple[str, str]]
    scales: dict[str, Scale] = {}

    def word(self, form: Form, rating: Assessment) -> tuple[str, str]:
        """Return the form's word for a rating, and what is lost by it."""
        return rating_word(form, self.scales.get(rating.competency, FIVE_POINTS), rating.rating)


class FilledRating(Struct, frozen=True):
    """A rating in the form's word, which is empty if it has none."""

    competency: str
    name: str
    word: str
    evidence: str


class FilledForm(Struct, frozen=True, kw_only=True):
    """A form with its answers; `lossy` says, each in a sentence, what is lost on the way.

    `competencies` are the names of all by id, in the order of the agenda, also of those that aren't rated.
    """

    form: Form
    title: str
    competencies: dict[str, str]
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
            given.word(form, rating)[0],
            _evidence(rating, given),
        )
        for rating in card.ratings
    )
    return FilledForm(
        form=form,
        title=f"{form.name}: {given.panelist} on {given.about}",
        competencies=given.competencies,
        recommendation=told_word(form.recommendations[card.recommendation]),
        ratings=ratings,
        strengths=card.strengths,
        concerns=card.concerns,
        lossy=(
            *_lossy_ratings(form, given),
            *_lossy_recommendation(form, card.recommendation),
            *_without_a_field(form, card),
        ),
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


def _evidence(rating: Assessment, given: CardToFill) -> str:
    """Return the words of the evidence and the notes that they name: elsewhere, n7 alone says nothing."""
    notes = (given.notes[note] for note in rating.notes if note in given.notes)
    return "\n".join(filter(None, (rating.evidence, *(f"{called}: {text}" for called, text in notes))))


def _lossy_ratings(form: Form, given: CardToFill) -> Iterator[str]:
    for rating in given.card.ratings:
        name = given.competencies.get(rating.competency, rating.competency)
        if said := given.word(form, rating)[1]:
            yield f"{name}: {said}"


def _without_a_field(form: Form, card: Scorecard) -> Iterator[str]:
    held = {field.holds for field in form.fields}
    for what, said, fields in (
        ("Recommendation", card.recommendation.value, {"recommendation"}),
        ("Ratings", card.ratings, {"ratings"}),
        ("Strengths", card.strengths, {"strengths", "take_aways"}),
        ("Concerns", card.concerns, {"concerns", "take_aways"}),
    ):
        if said and not fields & held:
            yield f"{what}: {form.name} has no field for this, so it is left out."


def _lossy_recommendation(form: Form, recommendation: Recommendation) -> Iterator[str]:
    words = {each.value: word for each, word in form.recommendations.items()}
    if said := loss(form, recommendation.value, words, is_inexact=recommendation in form.inexact):
        yield f"Recommendation: {said}"
