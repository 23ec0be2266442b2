"""Scores from 0 to 10, and bands of them, as rubrics write them."""

import pytest

from facilitator.preparing.words.scores import says_more, score_of_head, scored, scores_of


@pytest.mark.parametrize(
    ("line", "scores", "text"),
    [
        ("3: specific", (3,), "specific"),
        ("1 – vague", (1,), "vague"),
        ("Score 5 = plans ahead", (5,), "plans ahead"),
        ("2-3 – hands over tasks", (2, 3), "hands over tasks"),
        ("4/5: hands over goals", (4, 5), "hands over goals"),
        ("(1) none", (1,), "none"),
        ("1-2-1 meetings", (), ""),
        ("5 min", (), ""),
        ("0: nothing", (0,), "nothing"),
        ("10 = all", (10,), "all"),
        ("11: too many", (), ""),
    ],
)
def test_a_line_is_about_its_scores(line: str, scores: tuple[int, ...], text: str):
    assert scored(line) == (scores, text)


@pytest.mark.parametrize(
    ("cell", "scores"), [("3", (3,)), ("1–2", (1, 2)), ("4 points", (4,)), ("10", (10,)), ("11", ()), ("", ())]
)
def test_a_cell_has_a_score_or_a_band(cell: str, scores: tuple[int, ...]):
    assert scores_of(cell) == scores


@pytest.mark.parametrize(
    ("head", "score"),
    [
        ("4", (4, "")),
        ("4 – Excellent", (4, "Excellent")),
        ("0 (none)", (0, "none")),
        ("Level 2", (2, "")),
        ("2024", None),
        ("Insuffisant (1)", (1, "Insuffisant")),
        ("Very good [5]", (5, "Very good")),
        ("Duration (min)", None),
    ],
)
def test_the_head_of_a_column_has_a_score_and_its_word(head: str, score: tuple[int, str] | None):
    assert score_of_head(head) == score


def test_a_score_with_words_behind_it_says_more():
    assert not says_more("2-3 points")
    assert says_more("9-9:50am, in room 4")
