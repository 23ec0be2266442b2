"""Feedback templates of Lever as its API tells them."""

import pytest

from facilitator.preparing.manuscript.kits.kit import PASSED_OVER
from facilitator.preparing.manuscript.kits.lever_template import SCALE, lever_template

RATING = {"type": "score-system", "text": "Rating", "options": [{"text": "4 - Strong Hire"}, {"text": "3 - Hire"}]}
CARD = {"type": "scorecard", "text": "Scorecard", "scores": [{"text": "Closing", "description": "Ends it"}]}


def test_a_scorecard_gives_competencies_and_texts_questions():
    fields = [RATING, CARD, {"type": "textarea", "text": "Which deal?"}, {"type": "score", "text": "Grit"}]
    kit = lever_template({"data": {"text": "Onsite", "instructions": "Ask.", "fields": fields}})
    assert kit is not None
    assert (kit.title, kit.scale) == ("Onsite", SCALE)
    assert [(one.text, one.about) for one in kit.competencies] == [("Closing", "Ends it"), ("Grit", "")]
    (part,) = kit.parts
    assert ([one.text for one in part.questions], part.about, part.beside) == (["Which deal?"], "Ask.", ("Rating",))


def test_the_scale_has_the_words_of_the_rating_if_they_count_from_one():
    options = [{"text": f"{number} - {word}"} for number, word in ((2, "b"), (1, "a"), (4, "d"), (3, "c"))]
    kit = lever_template({"text": "x", "fields": [RATING | {"options": options}, CARD]})
    assert kit is not None
    assert kit.scale == ("a", "b", "c", "d")


def test_unknown_fields_and_answers_are_told_and_left_out():
    fields = [CARD | {"value": [{"score": 3, "comment": "secret"}]}, {"type": "telepathy", "text": "Thoughts"}]
    kit = lever_template({"text": "x", "fields": fields})
    assert kit is not None
    assert kit.notes == ("field 2, “Thoughts”: a field of the kind telepathy is left out", PASSED_OVER)
    assert "secret" not in repr(kit)


@pytest.mark.parametrize("value", [None, [], {}, {"data": []}, {"fields": [{"type": "text", "text": "Why?"}]}])
def test_anything_else_is_none(value: object):
    assert lever_template(value) is None
