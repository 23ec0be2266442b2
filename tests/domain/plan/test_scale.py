"""The scales of ratings and of recommendations."""

import pytest
from msgspec import ValidationError, convert

from facilitator.domain.plan.scale import Recommendation, Score


def test_recommendations_lie_on_the_scale_of_ratings_with_no_decision_in_the_middle():
    assert {recommendation.value: recommendation.score for recommendation in Recommendation} == {
        "strong_no": 1,
        "no": 2,
        "no_decision": 3,
        "yes": 4,
        "strong_yes": 5,
    }


@pytest.mark.parametrize("value", [0, 6, 2.5, "3"])
def test_a_score_is_a_whole_number_from_1_to_5(value: object):
    with pytest.raises(ValidationError):
        convert(value, Score)
    assert [convert(score, Score) for score in range(1, 6)] == [1, 2, 3, 4, 5]
