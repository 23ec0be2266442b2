"""What is out of view is counted in things: a question is one however many rows it takes."""

import pytest

from facilitator.documents.styled_text import line
from facilitator.ui.toolkit.hidden_things import Hidden, hidden, things_of

ROWS = [
    (line("Purpose"), 1),
    (line(), 1),
    (line("q1", target=1), 2),
    (line("  ↳", target=1), 1),
    (line("q2", target=2), 3),
]


def test_lines_of_one_target_are_one_thing_and_an_empty_line_is_none():
    assert things_of(ROWS) == [1, 0, 2, 2, 2, 3, 3, 3]


def test_lines_without_a_target_are_one_thing_each():
    assert things_of([(line("a"), 1), (line("b"), 2), (line("c", target=0), 1), (line("d", target=0), 1)]) == [
        *(1, 2, 2, 3, 3),
    ]


@pytest.mark.parametrize(
    ("pinned", "top", "height", "words"),
    [
        (0, 0, 8, ""),
        (0, 0, 5, "↓ 1 more"),
        (0, 0, 4, "↓ 1 more"),
        (0, 0, 6, "↓ the rest"),
        (0, 1, 4, "↑ 1 ↓ 1 more"),
        (0, 3, 5, "↑ 1 more"),
        (0, 6, 1, "↑ 2 more ↓ the rest"),
        (1, 2, 3, "↓ 1 more ↑ the rest"),
        (0, 0, 0, "↓ 3 more"),
    ],
)
def test_what_is_hidden_is_told(pinned, top, height, words):
    assert hidden(things_of(ROWS), pinned, top, height).words == words


def test_nothing_is_told_of_blank_rows():
    assert hidden([1, 0, 0], 0, 0, 1) == Hidden(0, 0)
