"""Places and numbers of what a file says."""

import pytest

from facilitator.preparing.manuscript.manuscript import (
    LONGEST_CHARACTERS,
    MOST_LINES,
    MOST_MARKS,
    FilePlace,
    UnreadableFileError,
    bounded_text,
    column_letters,
    split_number,
)


def test_a_place_is_said_as_its_file_counts():
    assert str(FilePlace(line=3, column=2)) == "line 3"
    assert str(FilePlace(paragraph=4)) == "paragraph 4"
    assert str(FilePlace(sheet="Plan", row=5, column=28)) == "Plan, cell AB5"
    assert str(FilePlace(sheet="Plan")) == "sheet Plan"
    assert column_letters(26) == "Z"


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("2.1 How?", "2.1", "How?"),
        ("3) How?", "3", "How?"),
        ("Q4. How?", "4", "How?"),
        ("9.05 Welcome", "", "9.05 Welcome"),
        ("10.15 Welcome", "", "10.15 Welcome"),
        ("2.10 How?", "2.10", "How?"),
        ("10 things", "", "10 things"),
    ],
)
def test_the_number_before_a_text(text: str, number: str, rest: str):
    assert split_number(text) == (number, rest)


def test_what_is_longer_than_a_guide_can_be_is_refused():
    assert bounded_text("a\nb") == "a\nb"
    for text in ("x" * (LONGEST_CHARACTERS + 1), "\n" * (MOST_LINES + 1), "*" * (MOST_MARKS + 1)):
        with pytest.raises(UnreadableFileError):
            bounded_text(text)
