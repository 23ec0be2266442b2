"""Interview kits of Workable as its API has them."""

import pytest

from facilitator.preparing.manuscript.kits.kit import PASSED_OVER
from facilitator.preparing.manuscript.kits.workable_kit import workable_kit


def kit_of(*sections: dict, **more: object):
    return workable_kit({"score_card": {"sections": list(sections)}} | more)


def trait(name: str, *asked: str, **more: object) -> dict:
    return {"id": 1, "name": name, "questions": [{"id": 2, "body": body} for body in asked]} | more


def test_traits_are_competencies_and_sections_parts_whose_questions_name_their_trait():
    kit = kit_of({"id": 1, "name": "Selling", "traits": [trait("Closing", "Why <b>now</b>?"), trait("Grit", "Who?")]})
    assert kit is not None
    assert [one.text for one in kit.competencies] == ["Closing", "Grit"]
    [part] = kit.parts
    assert (part.title, [one.text for one in part.questions]) == ("Selling", ["Why now? (Closing)", "Who? (Grit)"])
    assert kit.notes == ()


@pytest.mark.parametrize(
    ("scale", "first", "last", "points"),
    [
        (None, "negative", "definite", 3),
        ("thumbs", "negative", "definite", 3),
        ("stars", "one star", "five stars", 5),
        ("numbers", "1 out of 10", "10 out of 10", 10),
        ("moons", "negative", "definite", 3),
    ],
)
def test_the_words_of_its_scale_are_those_of_the_agenda(scale, first, last, points):
    kit = kit_of({"traits": [trait("Closing")]}, scale=scale)
    assert kit is not None
    assert (kit.scale[0], kit.scale[-1], len(kit.scale)) == (first, last, points)


def test_a_filled_one_gives_its_questions_and_nothing_of_the_candidate():
    answered = trait("Closing", "Why?", score="positive", note="secret")
    kit = kit_of({"name": "Selling", "traits": [answered]}, comment="secret", grade=1)
    assert kit is not None
    assert kit.notes == (PASSED_OVER,)
    assert "secret" not in repr(kit)


def test_a_section_without_traits_is_left_out_with_its_place():
    kit = kit_of({"traits": [trait("Closing")]}, {"name": "To be written"})
    assert kit is not None
    assert kit.notes == ("section 2, “To be written”: has no traits, and is left out",)


def test_a_scorecard_without_a_rating_around_it_is_read_as_well():
    assert workable_kit({"name": "Screen", "sections": [{"traits": [trait("Closing", "Why?")]}]}) is not None


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"score_card": []},
        {"sections": [{"fields": []}]},
        {"sections": [{"traits": ["x"]}]},
        {"sections": 3},
    ],
)
def test_anything_else_is_none(value: object):
    assert workable_kit(value) is None
