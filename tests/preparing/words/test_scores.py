"""Scores from 1 to 5, and bands of them, as rubrics write them."""

import pytest

from facilitator.preparing.words.scores import scored, scores_of


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
        ("7: too many", (), ""),
    ],
)
def test_a_line_is_about_its_scores(line: str, scores: tuple[int, ...], text: str):
    assert scored(line) == (scores, text)


@pytest.mark.parametrize(("cell", "scores"), [("3", (3,)), ("1–2", (1, 2)), ("4 points", (4,)), ("10", ()), ("", ())])
def test_a_cell_has_a_score_or_a_band(cell: str, scores: tuple[int, ...]):
    assert scores_of(cell) == scores
