"""Where a text runs from right to left, and where it doesn't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.text.direction import begins_rtl, stretches


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", [("plain", False)]),
        ("", []),
        ("שלום, עולם 3!", [("שלום, עולם", True), (" 3!", False)]),
        ("see שלוש 3 עסקאות now", [("see ", False), ("שלוש 3 עסקאות", True), (" now", False)]),
        ("أغلقت", [("أغلقت", True)]),
        ("五件", [("五件", False)]),
    ],
)
def test_each_stretch_runs_in_one_direction(text, found):
    assert list(stretches(text)) == found


@pytest.mark.parametrize(
    ("text", "is_rtl"), [("3: שלוש", True), ("n3 שלוש", False), ("", False), ("123 …", False), ("é שלוש", False)]
)
def test_the_first_letter_says_how_a_text_begins(text, is_rtl):
    assert begins_rtl(text) is is_rtl


@given(st.text(st.sampled_from("aé1 .,-שׁאع五\n") | st.characters(), max_size=60))
def test_nothing_is_lost_and_no_stretch_is_empty(text):
    found = list(stretches(text))
    assert "".join(part for part, _ in found) == text
    assert all(part for part, _ in found)
