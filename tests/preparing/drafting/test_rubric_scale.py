"""The scale of a rubric follows from the scores that it describes."""

import pytest

from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftCompetency
from facilitator.preparing.drafting.rubric_scale import give_scale
from facilitator.preparing.manuscript.manuscript import FilePlace
from tests.preparing.made import agenda_in

LEVELS = ["level 1", "level 2", "level 3", "level 4"]


def rubric(*scores: int) -> DraftCompetency:
    return DraftCompetency("Craft", FilePlace(line=1), anchors={score: f"text {score}" for score in scores})


@pytest.mark.parametrize(
    ("scores", "points"),
    [
        ((1, 3, 5), 0),
        ((1, 2, 3, 4, 5), 0),
        ((1, 3), 0),
        ((1, 2), 0),
        ((1, 2, 3, 4), 4),
        ((1, 4, 7), 7),
        ((1, 5, 10), 10),
    ],
)
def test_a_scale_of_its_own_has_as_many_points_as_the_rubric(scores: tuple[int, ...], points: int):
    one = rubric(*scores)
    give_scale([one], DraftAgenda())
    assert len(one.scale) == points
    assert sorted(one.anchors) == list(scores)


def test_the_criteria_of_a_rubric_have_one_scale_together():
    first, second = rubric(1, 4), rubric(2, 3)
    give_scale([first, second], DraftAgenda())
    assert first.scale == second.scale == LEVELS


def test_what_counts_from_0_is_moved_and_told():
    one = rubric(0, 1, 2, 3)
    give_scale([one], DraftAgenda())
    assert (one.scale, one.anchors[1]) == (["level 0", "level 1", "level 2", "level 3"], "text 0")
    assert "counted from 0 to 3 in the guide, and from 1 to 4 here" in one.guesses


def test_the_words_of_the_rubric_are_those_of_the_scale():
    one = rubric(1, 2, 3)
    give_scale([one], DraftAgenda(), {1: "No", 2: "Mixed", 3: "Yes"})
    assert one.scale == ["No", "Mixed", "Yes"]


def test_the_scale_of_the_agenda_counts_where_it_has_as_many_points():
    one = rubric(1, 2, 3, 4)
    give_scale([one], DraftAgenda(scale=["no", "weak", "good", "great"]))
    assert one.scale == []
    one = rubric(1, 3, 5)
    give_scale([one], DraftAgenda(scale=["no", "weak", "good", "great"]))
    assert one.scale == ["poor", "weak", "solid", "strong", "outstanding"]


def test_more_points_than_a_scale_has_are_left_out_and_told():
    one = rubric(0, 5, 10)
    give_scale([one], DraftAgenda())
    assert (one.scale, one.anchors) == ([], {})
    assert one.guesses == [
        "11 points are more than a scale can have; left out of it: 0: text 0; 5: text 5; 10: text 10"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Scoring\n| Criterion | 1 No | 2 Fair | 3 Good | 4 So |\n|---|---|---|---|---|\n| Craft | a | b | c | d |\n",
        "## Scoring\n### Craft\n- 1: a\n- 2: b\n- 3: c\n- 4: d\n",
        "## Competencies\n- Craft\n  - 1: a\n  - 2: b\n  - 3: c\n  - 4: d\n",
        "## Scoring\n| Criterion | Score | Notes |\n|-|-|-|\n| Craft | 1 | a |\n||2| b |\n||3| c |\n||4| d |\n",
    ],
)
def test_a_rubric_of_four_points_in_each_of_its_forms(text: str):
    (craft,) = agenda_in(f"## A (5 min)\n- Why?\n{text}").competencies
    assert craft.anchors == {1: "a", 2: "b", 3: "c", 4: "d"}
    assert isinstance(craft.scale, tuple)
    assert len(craft.scale) == 4
