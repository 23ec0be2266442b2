"""The JSON that the API of an ATS documents for a scorecard. Nothing is sent, and no credentials are known here.

What only their system knows (the ids of a form, its fields, an application) comes from the form's `ids`; what is
missing there stands as `<…>`, to be put in by whoever sends it. Sources, as read in November 2026:

    Greenhouse  developers.greenhouse.io/harvest.html#the-scorecard-object (read only: Harvest takes no scorecards)
    Ashby       developers.ashbyhq.com/reference/applicationfeedbacksubmit
    Lever       hire.lever.co/developer/documentation, “Create a feedback form” (`fieldValues` with `id` and `value`,
                `panel` and `interview` together or neither) and “Form Fields”: Score System (a `value` is one of the
                options, letter by letter), Score (1 to 4, or null if none is selected), Scorecard (its `value` is an
                array of objects with `score` and `comment`, which tell no skill but by their place)
    Workable    workable.readme.io/reference/rate-candidate (a `grade` on a `scale`; thumbs go from 0 to 2)
"""

from collections.abc import Callable
from typing import Any

from facilitator.reports.ats.filled_form import FilledForm
from facilitator.reports.ats.form import THUMBS

Body = dict[str, Any]


class NoBody(Exception):
    """The form has no API that takes or tells a scorecard."""


def body(filled: FilledForm) -> Body:
    """Return the body for a filled form. Raises NoBody."""
    if filled.form.body == "none":
        raise NoBody(f"{filled.form.name} has no API, so there is no JSON for it.")
    return _BODIES[filled.form.body](filled)


def missing_ids(value: object) -> list[str]:
    """Return what is still to be put into a body, in its order, each once."""
    if isinstance(value, dict):
        found = [name for item in value.values() for name in missing_ids(item)]
    elif isinstance(value, list):
        found = [name for item in value for name in missing_ids(item)]
    else:
        is_open = isinstance(value, _Missing)
        found = [str(value)] if is_open else []
    return list(dict.fromkeys(found))


def told_by_place(filled: FilledForm) -> str:
    """Return what has to be so in their form, as the body tells ratings by their places alone; empty if it doesn't."""
    if filled.form.body != "lever":
        return ""
    return f"The scorecard there must have these skills, in this order: {', '.join(filled.competencies.values())}."


class _Missing(str):
    """What is to be put in, so that no text of a card is taken for it."""


def _id(filled: FilledForm, name: str, what: str) -> str:
    return filled.form.ids.get(name) or _Missing(f"<{what}>")


def _greenhouse(filled: FilledForm) -> Body:
    words = [word for word in (filled.form.scores or {}).values() if word != "none"]
    rated = {word: [rating.name for rating in filled.ratings if rating.word == word] for word in words}
    return {
        "overall_recommendation": filled.recommendation or "no_decision",
        "attributes": [
            {"name": rating.name, "note": rating.evidence or None, "rating": rating.word or "no_decision"}
            for rating in filled.ratings
        ],
        "ratings": rated,
        "questions": [{"id": None, "question": "Key Take-Aways", "answer": filled.take_aways}],
    }


def _ashby(filled: FilledForm) -> Body:
    submissions: list[Body] = []
    if filled.recommendation:
        path = _id(filled, "overall", "path of the overall recommendation")
        submissions.append({"path": path, "value": {"score": int(filled.recommendation)}})
    for rating in filled.ratings:
        if rating.word:
            path = _id(filled, rating.competency, f"path of the score for {rating.name}")
            submissions.append({"path": path, "value": {"score": int(rating.word)}})
    said = "\n\n".join(filter(None, (filled.take_aways, _ratings_text(filled))))
    path = _id(filled, "feedback", "path of the feedback text")
    submissions.append({"path": path, "value": {"type": "PlainText", "value": said}})
    return {
        "formDefinitionId": _id(filled, "form", "id of the feedback form"),
        "applicationId": _id(filled, "application", "id of the application"),
        "userId": _id(filled, "user", "id of the interviewer"),
        "feedbackForm": {"fieldSubmissions": submissions},
    }


def _lever(filled: FilledForm) -> Body:
    values: list[Body] = []
    if filled.recommendation:
        values.append({"id": _id(filled, "overall", "id of the rating"), "value": filled.recommendation})
    rated = {rating.competency: rating for rating in filled.ratings}
    scores = [
        {"score": int(rating.word) if rating and rating.word else None, "comment": rating.evidence if rating else ""}
        for rating in map(rated.get, filled.competencies)
    ]
    values.append({"id": _id(filled, "ratings", "id of the scorecard"), "value": scores})
    for name, said in (("strengths", filled.strengths), ("concerns", filled.concerns)):
        values.append({"id": _id(filled, name, f"id of the field for {name}"), "value": said})
    return {
        "baseTemplateId": _id(filled, "form", "id of the feedback template"),
        "panel": _id(filled, "panel", "id of the panel"),
        "interview": _id(filled, "interview", "id of the interview"),
        "fieldValues": values,
    }


def _workable(filled: FilledForm) -> Body:
    comment = "\n\n".join(filter(None, (filled.take_aways, _ratings_text(filled))))
    grade = THUMBS.index(filled.recommendation) if filled.recommendation else _Missing("<grade>")
    member = _id(filled, "member", "id of the member")
    return {"member_id": member, "comment": comment, "scale": "thumbs", "grade": grade}


def _ratings_text(filled: FilledForm) -> str:
    """Return the ratings as text; one that has neither a word of the form nor evidence says nothing."""
    return "\n".join(
        f"{rating.name}{f': {rating.word}' if rating.word else ''}{f' ({said})' if said else ''}"
        for rating in filled.ratings
        for said in [rating.evidence.replace("\n", "; ")]
        if rating.word or said
    )


_BODIES: dict[str, Callable[[FilledForm], Body]] = {
    "greenhouse": _greenhouse,
    "ashby": _ashby,
    "lever": _lever,
    "workable": _workable,
}
