"""A score and a recommendation: what can be typed for them, and what is refused."""

import pytest

from facilitator.domain.language.rating_arguments import RECOMMENDATION, SCORE
from tests.domain.interviews import Room
from tests.domain.language.answers import PLAN, answer


def test_the_whole_scale_is_offered():
    here = Room(PLAN).conductor.situation()
    assert [choice.text for choice in SCORE.choices(here)] == ["1", "2", "3", "4", "5"]
    assert [(choice.text, choice.meaning) for choice in RECOMMENDATION.choices(here)] == [
        ("strong_no", "strong no"),
        ("no", "no"),
        ("no_decision", "no decision"),
        ("yes", "yes"),
        ("strong_yes", "strong yes"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/rate craft", "A rating is a whole number from 1 to 5."),
        ("/rate craft 6", "A rating is a whole number from 1 to 5, not “6”."),
        ("/rate craft 0", "A rating is a whole number from 1 to 5, not “0”."),
        ("/recommend strong yes", "Ann Lee recommends strong yes."),
        ("/recommend no decision by bo", "Bo Ek recommends no decision."),
        ("/recommend strong-no", "Ann Lee recommends strong no."),
        ("/recommend no bo", "Bo Ek recommends no."),
        (
            "/recommend maybe",
            "A recommendation is one of strong_no, no, no_decision, yes, strong_yes, not “maybe”.",
        ),
        ("/recommend", "A recommendation is one of strong_no, no, no_decision, yes, strong_yes."),
        (
            "/recommend strong",
            "A recommendation is one of strong_no, no, no_decision, yes, strong_yes, not “strong”.",
        ),
    ],
)
def test_it_is_read_or_refused_with_what_it_can_be(line: str, said: str):
    assert answer("", "1:00", line) == said
