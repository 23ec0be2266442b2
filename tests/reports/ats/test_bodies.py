"""Each body has the form that the public documentation of its API gives, and nothing else."""

import json

import msgspec
import pytest
from msgspec.structs import replace

from facilitator.domain.plan.scale import Recommendation
from facilitator.reports.ats.bodies import NoBody, body, missing_ids, told_by_place
from tests.reports.ats.cards import CARD, filled_in
from tests.reports.ats.documented import EXAMPLES, SCHEMAS, Score


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_takes_what_the_documentation_shows_and_nothing_besides(name):
    example = EXAMPLES[name]
    assert isinstance(msgspec.convert(example, SCHEMAS[name]), SCHEMAS[name])
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**example, "verdict": "hire"}, SCHEMAS[name])


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("greenhouse", "overall_recommendation"),
        ("ashby", "applicationId"),
        ("lever", "baseTemplateId"),
        ("lever", "panel"),
        ("workable", "grade"),
    ],
)
def test_nor_does_it_take_one_that_lacks_something(name, missing):
    example = {key: value for key, value in EXAMPLES[name].items() if key != missing}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(example, SCHEMAS[name])


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


@pytest.mark.parametrize(("recommendation", "grade"), [("strong_no", 0), ("no", 0), ("yes", 1), ("strong_yes", 2)])
def test_workable_gets_a_grade_on_its_thumbs(recommendation, grade):
    rated = sent("workable", replace(CARD, recommendation=Recommendation(recommendation)))
    assert (rated.scale, rated.grade) == ("thumbs", grade)
    assert "Territory: 3 of 5, solid" in rated.comment


def test_a_score_without_a_counterpart_is_left_out_and_not_rounded():
    [scores] = [field.value for field in sent("lever").fieldValues if isinstance(field.value, list)]
    assert [each.score for each in scores] == [1, 2, None, 3, 4]


def test_the_scores_of_lever_keep_the_places_of_all_competencies_whatever_is_rated_in_which_order():
    card = replace(CARD, ratings=(CARD.ratings[4], CARD.ratings[1]))
    [scores] = [field.value for field in sent("lever", card).fieldValues if isinstance(field.value, list)]
    assert [(each.score, bool(each.comment)) for each in scores] == [
        *((None, False), (2, True), (None, False), (None, False), (4, True))
    ]
    assert told_by_place(filled_in("lever")).endswith("Pipeline building, Hiring, Territory, Forecast, Team.")
    assert told_by_place(filled_in("ashby")) == ""


def test_a_rating_that_has_no_word_there_and_no_evidence_says_nothing():
    bare = tuple(replace(rating, notes=(), evidence="") for rating in CARD.ratings)
    *_, text = [
        submission.value for submission in sent("ashby", replace(CARD, ratings=bare)).feedbackForm.fieldSubmissions
    ]
    assert "Territory" not in text["value"]
    assert "Forecast: 3" in text["value"]


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
