"""The scales of ratings and of recommendations."""

import pytest
from msgspec import UNSET, ValidationError, convert

from facilitator.domain.plan.scale import FIVE_POINTS, Recommendation, Scale, Score, first_scale


def test_recommendations_lie_on_the_scale_of_ratings_with_no_decision_in_the_middle():
    assert {recommendation.value: recommendation.score for recommendation in Recommendation} == {
        "strong_no": 1,
        "no": 2,
        "no_decision": 3,
        "yes": 4,
        "strong_yes": 5,
    }


@pytest.mark.parametrize("value", [0, 11, 2.5, "3"])
def test_a_score_is_a_whole_number_from_1_to_10(value: object):
    with pytest.raises(ValidationError):
        convert(value, Score)
    assert [convert(score, Score) for score in range(1, 11)] == list(range(1, 11))


FOUR = Scale(words=("Strong no", "no", "yes", "strong yes"))


def test_a_score_is_told_by_its_number_and_its_word():
    assert [FIVE_POINTS.text(score) for score in FIVE_POINTS.points] == [
        "1 poor",
        "2 weak",
        "3 solid",
        "4 strong",
        "5 outstanding",
    ]
    assert FOUR.in_words == "1 Strong no, 2 no, 3 yes, 4 strong yes"
    assert (FOUR.text(5), FOUR.word(5), FOUR.word(0)) == ("5", "", "")


@pytest.mark.parametrize(
    ("said", "score"),
    [
        ("4", 4),
        ("Strong_Yes", 4),
        ("strong-no", 1),
        (" strong  NO ", 1),
        ("no", 2),
        ("5", None),
        ("0", None),
        ("", None),
    ],
)
def test_a_score_is_meant_by_its_number_or_its_word(said: str, score: int | None):
    assert FOUR.score(said) == score


def test_a_score_leans_to_one_side_of_the_middle_of_its_scale():
    assert [FIVE_POINTS.leaning(score) for score in FIVE_POINTS.points] == [-1, -1, 0, 1, 1]
    assert [FOUR.leaning(score) for score in FOUR.points] == [-1, -1, 1, 1]


def test_a_distance_is_a_share_of_its_scale():
    assert (FIVE_POINTS.share(2), FOUR.share(3), Scale(words=("no", "yes")).share(1)) == (0.5, 1.0, 1.0)


def test_the_scale_is_that_of_the_first_words_given():
    assert first_scale(UNSET, ("no", "yes")) == Scale(words=("no", "yes"))
    assert first_scale(("a", "b"), ("no", "yes")) == Scale(words=("a", "b"))
    assert first_scale(UNSET, UNSET) == FIVE_POINTS
