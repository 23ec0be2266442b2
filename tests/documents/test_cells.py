"""Text in cells: never wider than there is room, and cut only where an ellipsis says so."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.documents.cells import breaks, cells, doubtful_cells, enumerated, fitted, folded, most_cells, shortened

ODD = st.text(st.sampled_from("a1: \u200d\ufe0f\u0301漢👩🏽❤🇭🇺ก"), max_size=60)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=80) | ODD
WIDTHS = st.integers(1, 40)


@given(st.text() | ODD)
@example("\x00\t")
def test_a_text_takes_as_many_cells_as_the_terminal_library_says(text: str):
    assert cells(text) == cell_len(text)


@given(st.text(st.characters(exclude_characters="\u200d"), max_size=80), st.integers(0, 40))
def test_what_is_fitted_takes_exactly_its_width(text, width):
    assert cell_len(fitted(text, width)) == width


@given(st.text(max_size=80) | ODD, st.integers(0, 40))
def test_what_is_shortened_takes_at_most_its_width(text, width):
    assert cell_len(shortened(text, width)) <= width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Closing", 7, "Closing"),
        ("Closing", 6, "Closi…"),
        ("Your questions", 6, "Your…"),
        ("漢字漢字", 6, "漢字…"),
        ("two\nlines", 9, "two lines"),
        ("\x1b[2Jbell\x07", 9, "[2Jbell"),
        ("anything", 0, ""),
    ],
)
def test_a_cut_is_marked_and_nothing_acts_on_the_terminal(text, width, shown):
    assert shortened(text, width) == shown


@given(TEXTS, WIDTHS)
@example("❤️" * 5, 3)
def test_rows_fit_and_lose_nothing_but_spaces(text, width):
    rows = [text[start:end] for start, end in breaks(text, width)]
    assert all(cell_len(row) <= max(width, 2) for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("by what date", ["by what", "date"]),
        ("a word-without-end", ["a", "word-witho", "ut-end"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("漢字漢字漢字", ["漢字漢字漢", "字"]),
        ("", [""]),
    ],
)
def test_rows_are_broken_between_words_where_there_are_words(text, rows):
    assert [text[start:end] for start, end in breaks(text, 10)] == rows


def test_what_is_folded_has_single_spaces():
    assert folded("  q1 \n what   would you ", 8) == ["q1 what", "would", "you"]
    assert folded(" \n ", 8) == []


def test_an_enumeration_ends_before_a_part_that_would_be_cut():
    assert enumerated(["15m", "", "protected", "optional"], 14) == "15m, protected"
    assert enumerated(["15m", "protected"], 5) == "15m"


@pytest.mark.parametrize(
    ("text", "doubtful"), [("Ana ─ é 漢字 ┃", 0), ("राजेश", 1), ("मीनाक्षी", 3), ("👩\u200d🚀", 2), ("محمد", 0), ("ก", 0)]
)
def test_vowel_signs_with_a_cell_of_their_own_and_joined_characters_are_doubtful(text: str, doubtful: int):
    assert doubtful_cells(text) == doubtful


@given(st.text("कािीுழ் ab·…", max_size=40), st.integers(2, 30))
def test_rows_and_cuts_leave_room_for_what_a_terminal_may_give_to_doubtful_letters(text: str, width: int):
    assert most_cells(shortened(text, width)) <= width
    assert all(most_cells(text[start:end]) <= width for start, end in breaks(text, width))
