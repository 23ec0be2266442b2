"""A score and a recommendation: what can be typed for them, and what is refused."""

import pytest

from facilitator.domain.language.rating_arguments import RECOMMENDATION, SCORE
from facilitator.domain.plan.agenda import Competency
from tests.domain.interviews import Room, agenda, part
from tests.domain.language.answers import PLAN, answer


def test_the_whole_scale_is_offered():
    here = Room(PLAN).conductor.situation()
    assert [(choice.text, choice.meaning) for choice in SCORE.choices(here)] == [
        ("1", "poor"),
        ("2", "weak"),
        ("3", "solid"),
        ("4", "strong"),
        ("5", "outstanding"),
    ]
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
        ("/rate craft", "A rating is one of 1 poor, 2 weak, 3 solid, 4 strong, 5 outstanding."),
        ("/rate craft 6", "A rating is one of 1 poor, 2 weak, 3 solid, 4 strong, 5 outstanding, not “6”."),
        ("/rate craft 0", "A rating is one of 1 poor, 2 weak, 3 solid, 4 strong, 5 outstanding, not “0”."),
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


OWN = agenda(
    part("Talk", "10m"),
    scale=("no", "mixed", "yes"),
    competencies=(
        Competency(id="craft", name="Craft", scale=("strong no", "no", "yes", "Strong yes")),
        Competency(id="people", name="People"),
    ),
)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/rate craft 4", "Craft: 4 Strong yes."),
        ("/rate craft strong_no", "Craft: 1 strong no."),
        ("/rate craft Strong Yes by bo saw it", "Craft: 4 Strong yes."),
        ("/rate craft yes strong it was", "Craft: 3 yes."),
        ("/rate people yes", "People: 3 yes."),
        ("/rate people 4", "A rating is one of 1 no, 2 mixed, 3 yes, not “4”."),
        ("/rate people strong", "A rating is one of 1 no, 2 mixed, 3 yes, not “strong”."),
        ("/rate craft 0", "A rating is one of 1 strong no, 2 no, 3 yes, 4 Strong yes, not “0”."),
    ],
)
def test_the_number_or_the_word_of_its_own_scale_rates_a_competency(line: str, said: str):
    assert answer("", "1:00", line, plan=OWN) == said


def test_points_are_offered_with_what_they_mean_on_the_scales_of_the_agenda():
    here = Room(OWN).conductor.situation()
    assert [(choice.text, choice.meaning) for choice in SCORE.choices(here)] == [
        ("1", "strong no or no"),
        ("2", "no or mixed"),
        ("3", "yes"),
        ("4", "Strong yes"),
    ]
