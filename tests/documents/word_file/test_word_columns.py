"""Columns of a Word table are as wide as their texts, as far as the page is."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents.document import Cell, Column, Table
from facilitator.documents.word_file.word_columns import widths
from facilitator.documents.word_file.word_look import TEXT_WIDTH


def table(*rows: tuple[str, ...]) -> Table:
    titles, *others = rows
    return Table(tuple(map(Column, titles)), tuple(tuple(map(Cell, row)) for row in others))


def test_a_small_table_is_no_wider_than_its_texts():
    number, title = widths(table(("", "Segment"), ("1", "Welcome and aims")))
    assert number < title
    assert number + title < TEXT_WIDTH / 3


def test_the_column_with_the_long_texts_gets_most_of_the_room():
    ask = "If hiring slips by a quarter, which part of this plan goes first, and which part never, and who says so?"
    question, by, overall = widths(table(("Question", "Marit", "Overall"), *[(ask, "covered", "covered")] * 5))
    assert question > 3 * by
    assert sum((question, by, overall)) <= TEXT_WIDTH


def test_no_word_is_broken_as_long_as_there_is_room_for_all_of_them():
    names = ("Competency", *["Priya Raghunathan"] * 5)
    sizes = widths(table(names, ("Working across functions", *["5 outstanding"] * 5)))
    assert sum(sizes) <= TEXT_WIDTH
    assert min(sizes) >= widths(table(("outstanding",)))[0]


@given(st.lists(st.tuples(st.text(max_size=200), st.text(max_size=30), st.text(max_size=9)), min_size=1, max_size=4))
def test_whatever_stands_in_it_a_table_fits_on_the_page(rows):
    sizes = widths(table(*rows))
    assert 0 < sum(sizes) <= TEXT_WIDTH
    assert min(sizes) > 0
