"""Feedback forms of Ashby as its API tells them."""

import pytest

from facilitator.preparing.manuscript.kits.ashby_form import SCALE, ashby_form
from facilitator.preparing.manuscript.kits.kit import PASSED_OVER


def form(*fields: dict, **more: object) -> dict:
    return {"title": "Screen", "formDefinition": {"sections": [{"title": "Part", "fields": list(fields)}]}} | more


def field(kind: str, title: str, **more: object) -> dict:
    return {"isRequired": True, "field": {"type": kind, "path": "x", "title": title} | more}


def test_scores_are_competencies_and_other_fields_questions():
    kit = ashby_form(form(field("Score", "Drive"), field("RichText", "What did you build?"), field("String", "Notes")))
    assert kit is not None
    assert ([one.text for one in kit.competencies], kit.scale) == (["Drive"], SCALE)
    assert [one.text for one in kit.parts[0].questions] == ["What did you build?"]
    assert kit.parts[0].beside == ("Notes",)


def test_the_words_of_the_recommendation_are_those_of_the_scale():
    labels = [{"label": f"{n} - {word}", "value": str(n)} for n, word in enumerate(("Bad", "Poor", "Good", "Great"), 1)]
    kit = ashby_form(form(field("Score", "Drive"), field("ValueSelect", "Overall", selectableValues=labels)))
    assert kit is not None
    assert kit.scale == ("Bad", "Poor", "Good", "Great")


def test_a_field_of_an_unknown_kind_is_left_out_with_its_place():
    kit = ashby_form(form(field("Score", "Drive"), field("Hologram", "Face"), submittedValues={"x": 1}))
    assert kit is not None
    assert kit.notes == ("section 1, field 2, “Face”: a field of the kind Hologram is left out", PASSED_OVER)


def test_what_the_api_answers_is_read_as_it_comes():
    assert ashby_form({"success": True, "results": form(field("Score", "Drive"))}) is not None


@pytest.mark.parametrize("value", [None, [], {}, {"results": []}, {"formDefinition": {"fields": []}}, {"results": {}}])
def test_anything_else_is_none(value: object):
    assert ashby_form(value) is None
