"""Figures as large as a space allows, never cut in the middle of a number."""

import pytest

from facilitator.ui.toolkit.digits import figures


@pytest.mark.parametrize(
    ("width", "height", "rows"),
    [(200, 40, 35), (60, 14, 10), (60, 9, 5), (26, 5, 5), (25, 5, 3), (12, 3, 3), (12, 2, 1), (4, 1, 1)],
)
def test_they_are_as_high_as_fits(width, height, rows):
    drawn = figures("2:35", width, height)
    assert len(drawn) == rows
    assert max(map(len, drawn)) <= width


def test_large_figures_are_drawn_with_blocks_twice_as_wide_as_high():
    assert figures("1:0", 100, 5) == [
        "  ██        ██████",
        "████    ██  ██  ██",
        "  ██        ██  ██",
        "  ██    ██  ██  ██",
        "██████      ██████",
    ]


@pytest.mark.parametrize(
    ("text", "width", "shown"), [("12:35", 5, "12:35"), ("12:35", 4, "12m"), ("1:02:35", 4, "62m")]
)
def test_where_only_plain_characters_fit_the_seconds_go_first(text, width, shown):
    assert figures(text, width, 1) == [shown]


def test_where_not_even_the_minutes_fit_nothing_is_shown():
    assert figures("12:35", 2, 1) == [""]
