"""What the form of an ATS asks for, in its order, and its words for ours: read from a file of data.

One file for each system stands beside this module; a form of one's own is such a file anywhere. It is read like an
agenda, so that each complaint has its place.
"""

from pathlib import Path
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from facilitator.agenda_files.complaints import Complaints, Position
from facilitator.agenda_files.loading import text_of
from facilitator.agenda_files.nodes import compose
from facilitator.agenda_files.reader import Reader
from facilitator.domain.plan.scale import FIVE_POINTS, Recommendation
from facilitator.files.complaint import Complaint

NO_WORD = "none"
"""What a form says of ours that it has no word for."""

THUMBS = ("negative", "positive", "definite")
"""The scale of Workable that has words, from the lowest."""

_FOUR = tuple("1234")
_GREENHOUSE = ("definitely_not", "no", "yes", "strong_yes")
_SCORES = {"ashby": _FOUR, "lever": _FOUR, "greenhouse": (*_GREENHOUSE, "mixed", "no_decision")}
_RECOMMENDATIONS = {"ashby": _FOUR, "workable": THUMBS, "greenhouse": (*_GREENHOUSE, "no_decision")}
"""The words that an API takes, if it takes no others; those of a Lever form are its own."""

_FOLDER = Path(__file__).parent
_CALLED = "the form of an ATS"

FivePoint = Annotated[int, Meta(ge=1, le=len(FIVE_POINTS.words))]
FormLine = Annotated[str, Meta(extra={"one_line": True})]


class FormField(Struct, frozen=True, kw_only=True):
    """One field: what it is called there, and what of a card it holds. `take_aways` are strengths and concerns."""

    label: FormLine
    holds: Literal["recommendation", "ratings", "take_aways", "strengths", "concerns"]


class Form(Struct, frozen=True, kw_only=True):
    """A form. `recommendations` and `scores`, those of five points, have its word for each of ours, or `none`.

    Without `scores` it takes ratings in our own words, as text. `inexact` lists those of ours for which its word
    means something else. `ids` are what the API calls the parts of one's own form: a competency's id or `form`,
    `overall` and so on. Without a `body` there is no API to speak of; `source` is where it is documented.
    """

    name: FormLine
    source: FormLine = ""
    scores: dict[FivePoint, FormLine] | UnsetType = UNSET
    recommendations: dict[Recommendation, FormLine]
    inexact: tuple[FormLine, ...] = ()
    fields: Annotated[tuple[FormField, ...], Meta(min_length=1)]
    ids: dict[FormLine, FormLine] = {}
    body: Literal["greenhouse", "ashby", "lever", "workable", "none"] = "none"


def form_names() -> list[str]:
    """Return the names of the forms that come with the program."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def load_form(name: str) -> tuple[Form | None, tuple[Complaint, ...]]:
    """Return the form called `name`, or the one in the file `name`; None if there are complaints."""
    path = _FOLDER / f"{name}.yaml" if name in form_names() else Path(name)
    complaints = Complaints(str(path))
    text = text_of(path, complaints, _CALLED)
    root = compose(text, complaints) if text is not None else None
    if root is None:
        if not complaints.has_errors:
            complaints.error(Position(), f"the file is empty; {_CALLED} needs fields, scores and recommendations")
        return None, complaints.in_order()
    reader = Reader(complaints)
    form = reader.read(Form, root)
    if form is not None and not complaints.has_errors:
        _check_holes(form, reader, complaints)
        _check_inexact(form, reader, complaints)
        _check_words(form, reader, complaints)
    return (None if complaints.has_errors else form), complaints.in_order()


def _check_holes(form: Form, reader: Reader, complaints: Complaints) -> None:
    """Complain of each of our words that has none there."""
    in_ours = form.scores is UNSET and form.body in ("workable", "none")
    scores = set(FIVE_POINTS.points) if in_ours else set(form.scores or ())
    for key, ours, theirs in (
        ("scores", [str(score) for score in FIVE_POINTS.points], {str(score) for score in scores}),
        ("recommendations", [each.value for each in Recommendation], {each.value for each in form.recommendations}),
    ):
        missing = [word for word in ours if word not in theirs]
        if missing:
            what = f"'{key}' has no word for {', '.join(missing)}"
            complaints.error(reader.position((key,)), f"{what}; write {NO_WORD} where the form has none")


def _check_inexact(form: Form, reader: Reader, complaints: Complaints) -> None:
    """Complain of what is called inexact and is no word of ours."""
    ours = [*map(str, FIVE_POINTS.points), *(each.value for each in Recommendation)]
    for number, word in enumerate(form.inexact):
        if word not in ours:
            complaints.error(reader.position(("inexact", number)), f"found '{word}', expected one of {', '.join(ours)}")


def _check_words(form: Form, reader: Reader, complaints: Complaints) -> None:
    """Complain of words that the API doesn't take."""
    scores = {("scores", str(score)): word for score, word in (form.scores or {}).items()}
    recommendations = {("recommendations", each.value): word for each, word in form.recommendations.items()}
    for words, known in ((scores, _SCORES), (recommendations, _RECOMMENDATIONS)):
        taken = known.get(form.body, ())
        for path, word in words.items():
            if taken and word not in (*taken, NO_WORD):
                expected = f"{', '.join(taken)} or {NO_WORD}: {form.body} takes no other"
                complaints.error(reader.position(path), f"{' for '.join(path)}: found '{word}', expected {expected}")
