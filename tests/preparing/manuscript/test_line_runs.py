"""Where a line of a paragraph says something new."""

import pytest

from facilitator.preparing.manuscript.line_runs import ends_run


@pytest.mark.parametrize(
    "lines",
    [
        ("We begin.", "Follow-ups: since when?"),
        ("We begin.", "2.1 Who are you?"),
        ("Intro (5 min)", "and then"),
        ("Name: Ana", "Role: CFO"),
        ("Which?", "b) that"),
        ("We rate.", "3: specific"),
    ],
)
def test_what_says_something_of_its_own(lines: tuple[str, str]):
    assert ends_run(*lines, stands_alone=False)


def test_a_sentence_goes_on_unless_each_line_stands_alone():
    assert not ends_run("Who are you?", "And why?", stands_alone=False)
    assert ends_run("Who are you?", "And why?", stands_alone=True)
    assert not ends_run("Who", "are you?", stands_alone=True)
