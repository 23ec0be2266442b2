"""Each body has the form that the public documentation of its API gives, and nothing else.

The structs below say that form; they were made from these pages, as read in November 2026:

    Greenhouse  https://developers.greenhouse.io/harvest.html#the-scorecard-object
    Ashby       https://developers.ashbyhq.com/reference/applicationfeedbacksubmit
    Lever       https://hire.lever.co/developer/documentation (Create feedback; Score System, Scorecard, Textarea)
    Workable    https://workable.readme.io/reference/rate-candidate
"""

import json
from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta, Struct
from msgspec.structs import replace

from facilitator.domain.plan.scale import Recommendation
from facilitator.reports.ats.bodies import NoBody, body, missing_ids
from tests.reports.ats.cards import CARD, filled_in

Rating = Literal["definitely_not", "no", "mixed", "yes", "strong_yes", "no_decision"]


class Attribute(Struct, forbid_unknown_fields=True):
    name: str
    rating: Rating
    note: str | None = None
    type: str = ""


class Question(Struct, forbid_unknown_fields=True):
    id: int | None
    question: str
    answer: str


class Greenhouse(Struct, forbid_unknown_fields=True):
    overall_recommendation: Literal["definitely_not", "no", "yes", "strong_yes", "no_decision"]
    attributes: list[Attribute]
    ratings: dict[Literal["definitely_not", "no", "mixed", "yes", "strong_yes"], list[str]]
    questions: list[Question]


class Score(Struct, forbid_unknown_fields=True):
    score: Annotated[int, Meta(ge=1, le=4)]


class Submission(Struct, forbid_unknown_fields=True):
    path: str
    value: dict[str, int | str]


class FeedbackForm(Struct, forbid_unknown_fields=True):
    fieldSubmissions: list[Submission]  # noqa: N815 - its name there


class Ashby(Struct, forbid_unknown_fields=True):
    feedbackForm: FeedbackForm  # noqa: N815
    formDefinitionId: str  # noqa: N815
    applicationId: str  # noqa: N815
    userId: str = ""  # noqa: N815


class LeverScore(Struct, forbid_unknown_fields=True):
    score: Annotated[int, Meta(ge=1, le=4)] | None
    comment: str


class LeverField(Struct, forbid_unknown_fields=True):
    id: str
    value: str | list[LeverScore]


class Lever(Struct, forbid_unknown_fields=True):
    baseTemplateId: str  # noqa: N815
    fieldValues: list[LeverField]  # noqa: N815
    panel: str = ""
    interview: str = ""


class Workable(Struct, forbid_unknown_fields=True):
    member_id: str
    comment: str
    score: Literal["negative", "positive", "definitely"]


SCHEMAS: dict[str, type[Struct]] = {"greenhouse": Greenhouse, "ashby": Ashby, "lever": Lever, "workable": Workable}


def sent(name: str, card=CARD):
    return msgspec.json.decode(json.dumps(body(filled_in(name, card))), type=SCHEMAS[name])


@pytest.mark.parametrize("recommendation", [each for each in Recommendation if each is not Recommendation.NO_DECISION])
@pytest.mark.parametrize("name", SCHEMAS)
def test_the_body_is_what_their_documentation_asks_for(name, recommendation):
    assert sent(name, replace(CARD, recommendation=recommendation))


def test_greenhouse_gets_its_words_and_the_take_aways():
    scorecard = sent("greenhouse")
    assert scorecard.overall_recommendation == "yes"
    assert [attribute.rating for attribute in scorecard.attributes] == [
        *("definitely_not", "no", "mixed", "yes", "strong_yes")
    ]
    assert scorecard.ratings["mixed"] == ["Territory"]
    [question] = scorecard.questions
    assert (question.question, question.answer.startswith("Strengths: Builds")) == ("Key Take-Aways", True)


def test_ashby_gets_scores_from_1_to_4_and_plain_text():
    submissions = sent("ashby").feedbackForm.fieldSubmissions
    *scores, text = [submission.value for submission in submissions]
    assert [msgspec.convert(score, Score).score for score in scores] == [3, 1, 2, 3, 4]
    assert text["type"] == "PlainText"
    assert "Territory" in str(text["value"])


def test_a_score_without_a_counterpart_is_left_out_and_not_rounded():
    [scores] = [field.value for field in sent("lever").fieldValues if isinstance(field.value, list)]
    assert [each.score for each in scores] == [1, 2, None, 3, 4]


@pytest.mark.parametrize("name", ["ashby", "lever", "workable"])
def test_what_only_their_system_knows_is_named(name):
    assert all(said.startswith("<") for said in missing_ids(body(filled_in(name))))
    assert missing_ids(body(filled_in(name)))


def test_what_a_form_of_ones_own_knows_is_not_asked_for():
    known = filled_in("workable")
    known = replace(known, form=replace(known.form, ids={"member": "13e0eb0e"}))
    assert (body(known)["member_id"], missing_ids(body(known))) == ("13e0eb0e", [])


def test_a_text_of_the_card_is_never_taken_for_something_missing():
    assert missing_ids(body(filled_in("greenhouse", replace(CARD, strengths="<id of the form>")))) == []


def test_plain_text_has_no_body():
    with pytest.raises(NoBody, match="Plain text has no API"):
        body(filled_in("text"))
