"""A rating on any scale in the words of a form: the nearest one, none right between two, and what is lost is said."""

import pytest

from facilitator.domain.plan.scale import FIVE_POINTS, Scale
from facilitator.reports.ats.form import Form, load_form
from facilitator.reports.ats.rating_words import rating_word


def form(name: str) -> Form:
    found, complaints = load_form(name)
    assert found is not None, complaints
    return found


def words(name: str, *of_the_scale: str) -> list[str]:
    scale = Scale(words=of_the_scale)
    return [rating_word(form(name), scale, score)[0] for score in scale.points]


def lost(name: str, *of_the_scale: str) -> list[str]:
    scale = Scale(words=of_the_scale)
    return [rating_word(form(name), scale, score)[1] for score in scale.points]


@pytest.mark.parametrize(
    ("name", "scale", "theirs"),
    [
        ("ashby", "abcd", ["1", "2", "3", "4"]),
        ("ashby", "abc", ["1", "", "4"]),
        ("ashby", "ab", ["1", "4"]),
        ("ashby", "abcdefg", ["1", "", "2", "", "3", "", "4"]),
        ("greenhouse", "abcd", ["definitely_not", "no", "yes", "strong_yes"]),
        ("greenhouse", "abc", ["definitely_not", "mixed", "strong_yes"]),
        ("text", "abc", ["1 of 3, a", "2 of 3, b", "3 of 3, c"]),
    ],
)
def test_a_scale_is_laid_over_the_words_of_the_form_end_to_end(name: str, scale: str, theirs: list[str]):
    assert words(name, *scale) == theirs


@pytest.mark.parametrize("name", ["ashby", "lever"])
def test_what_the_files_say_of_five_points_follows_from_the_same_rule(name: str):
    found = form(name)
    assert found.scores
    assert [found.scores[score] for score in FIVE_POINTS.points] == ["1", "2", "none", "3", "4"]
    assert words(name, *"abcde") == ["1", "2", "", "3", "4"]


def test_a_point_that_is_called_as_a_word_of_the_form_is_that_word():
    scale = ("definitely not", "no", "mixed", "yes", "Strong Yes")
    assert words("greenhouse", *scale) == ["definitely_not", "no", "mixed", "yes", "strong_yes"]
    assert lost("greenhouse", *scale) == [""] * 5
    assert words("greenhouse", "no", "yes") == ["no", "yes"]
    assert lost("greenhouse", "no", "yes") == ["", ""]


def test_as_many_points_as_words_lose_nothing():
    assert lost("lever", *"abcd") == [""] * 4


def test_what_is_lost_is_said():
    assert lost("lever", *"abc") == [
        "1 a becomes 1.",
        "2 b has no counterpart in Lever, so choose one there yourself.",
        "3 c becomes 4.",
    ]
    assert lost("greenhouse", *"abcdefghi")[1:3] == [
        "2 b has no counterpart in Greenhouse, so choose one there yourself.",
        "3 c becomes no.",
    ]
    assert lost("ashby", *"abcdefgh")[:3] == [
        "1 a becomes 1, and so does 2 b.",
        "2 b becomes 1, and so does 1 a.",
        "3 c becomes 2, and so does 4 d.",
    ]
