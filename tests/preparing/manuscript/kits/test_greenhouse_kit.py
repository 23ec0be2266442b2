"""Kits of Greenhouse: job stages, interviews and scorecards as its API tells them."""

import pytest

from facilitator.preparing.manuscript.kits.greenhouse_kit import SCALE, greenhouse_kit
from facilitator.preparing.manuscript.kits.kit import PASSED_OVER

KIT = {"content": "<h5>Purpose</h5><span>Fit.</span>", "questions": [{"id": 1, "question": "Why <b>us</b>?"}]}
INTERVIEW = {"id": 6001, "name": "Fit", "interview_kit": KIT}


def test_a_stage_has_the_kits_of_its_interviews_as_parts():
    kit = greenhouse_kit({"id": 1, "name": "Face to face", "interviews": [INTERVIEW, {"id": 2, "name": "Offer"}]})
    assert kit is not None
    assert (kit.title, [part.title for part in kit.parts]) == ("Face to face", ["Fit"])
    assert [question.text for question in kit.parts[0].questions] == ["Why us?"]
    assert (kit.competencies, kit.scale) == ((), ())


def test_several_stages_are_one_kit():
    kit = greenhouse_kit([{"name": "A", "interviews": [INTERVIEW]}, {"name": "B", "interviews": [INTERVIEW]}])
    assert kit is not None
    assert [part.title for part in kit.parts] == ["Fit", "Fit"]


def test_a_scorecard_gives_its_attributes_and_questions_and_nothing_of_the_candidate():
    card = {
        "interview": "Technical",
        "overall_recommendation": "yes",
        "attributes": [{"name": "Depth", "rating": "yes", "note": "secret"}],
        "questions": [{"question": "Key Take-Aways", "answer": "secret"}, {"question": "Which?", "answer": "secret"}],
    }
    kit = greenhouse_kit(card)
    assert kit is not None
    assert [one.text for one in kit.competencies] == ["Depth"]
    assert kit.scale == SCALE
    assert ([one.text for one in kit.parts[0].questions], kit.parts[0].beside) == (["Which?"], ("Key Take-Aways",))
    assert kit.notes == (PASSED_OVER,)
    assert "secret" not in repr(kit)


@pytest.mark.parametrize("value", [None, "x", [], {}, {"name": "A", "interviews": []}, {"questions": ["Why?"]}, [1, 2]])
def test_anything_else_is_none(value: object):
    assert greenhouse_kit(value) is None
