"""A row knows which of its cells were read."""

from facilitator.preparing.taking.tables.table_columns import columns_of
from facilitator.preparing.taking.tables.table_row import TableRow
from facilitator.preparing.words.lexicon import Field
from tests.preparing.made import manuscript


def row(head: str, line: str) -> TableRow:
    (block,) = manuscript(f"{head}\n{line}\n", "a.csv").blocks
    return TableRow(block.rows[1], columns_of(block.rows), block.row_places()[1])


def test_what_nobody_reads_is_left_with_the_head_of_its_column():
    one = row("Topic,Time,Colour,Owner", "A,5,red,Ana")
    assert one.look(Field.OWNER) == one.read(Field.OWNER) == "Ana"
    one.read(Field.TITLE)
    one.read_times()
    assert [place.column for place in one.unread] == [3]
    assert one.read_rest() == ["Colour: red"]
    assert (one.unread, one.read_rest()) == (set(), [])


def test_a_field_without_a_column_is_empty():
    assert row("Topic,Time", "A,5").read(Field.OWNER) == ""


def test_a_time_with_something_beside_it_is_more_than_a_time():
    one = row("Topic,Time,#", "A,5 min (ask Ana),Q1")
    one.read_times()
    assert one.read_rest() == ["Topic: A", "Time: 5 min (ask Ana)"]


def test_scores_are_read_by_what_they_are():
    one = row("Criterion,1,3,5", "Craft,none,,much")
    assert one.read_scores() == {1: "none", 5: "much"}


def test_cells_are_read_by_what_is_in_them():
    one = row("Topic,Time", "Total,60")
    one.read_where(str.isdigit)
    assert one.read_rest() == ["Topic: Total"]
