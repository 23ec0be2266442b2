"""A long text is cut where it is named, and an identifier has a longest length."""

import pytest

from facilitator.domain.text.plain_text import clean, excerpt, one_line, slug


def test_a_text_is_cut_after_sixty_characters():
    assert excerpt("x" * 60) == "x" * 60
    assert excerpt("x" * 61) == "x" * 59 + "…"
    assert excerpt("abcdef", 4) == "abc…"
    assert excerpt("abcd", 4) == "abcd"
    assert excerpt("abc def", 5) == "abc…"


def test_only_the_first_line_is_named():
    assert excerpt("one\ntwo\nthree") == "one"


def test_an_identifier_has_forty_characters_at_most_and_ends_in_none_that_joins():
    assert slug("x" * 41) == "x" * 40
    assert slug("x" * 39 + " yes") == "x" * 39
    assert slug("A b c", 3) == "a-b"
    assert slug("日本") == ""


@pytest.mark.parametrize("harmful", ["\x00", "\x08", "\x1b", "\x7f", "\x9f", "\u202a", "\u202e", "\u2066", "\u2069"])
def test_what_acts_on_a_terminal_is_taken_out(harmful: str):
    assert clean(f"a{harmful}b") == "ab"


@pytest.mark.parametrize("kept", ["\n", " ", "~", "\xa0", "\u2029a"[1:], "\u202f", "\u206a"])
def test_its_neighbours_stay(kept: str):
    assert clean(f"a{kept}b") == f"a{kept}b"


def test_white_space_of_any_sort_is_one_space_on_a_line():
    assert one_line("\n a \u2028 b\xa0\t c\n") == "a b c"
