"""Columns of a table in plain text: set under each other as far as there is room."""

from facilitator.documents.columns import columns, together
from facilitator.documents.document import Cell, Column, Table

TABLE = Table(
    (Column("", is_number=True), Column("Question"), Column("Answer")),
    (
        (Cell("1"), Cell("Why did the last two people in this job leave?"), Cell("answered")),
        (Cell("12"), Cell("Are the four hires approved?"), Cell("owed", "owed", "by Friday")),
    ),
)


def test_columns_stand_under_each_other_and_numbers_to_the_right():
    assert columns(TABLE, 80) == [
        "    Question                                        Answer",
        " 1  Why did the last two people in this job leave?  answered",
        "12  Are the four hires approved?                    owed: by Friday",
    ]


def test_the_widest_column_is_folded():
    assert columns(TABLE, 46) == [
        "    Question                   Answer",
        " 1  Why did the last two       answered",
        "    people in this job leave?",
        "12  Are the four hires         owed: by Friday",
        "    approved?",
    ]


def test_too_narrow_for_columns_is_said():
    assert columns(TABLE, 30) is None


def test_what_is_the_same_under_several_titles_stands_once():
    row = (Cell("covered"), Cell(""), Cell("covered"), Cell("covered", aside="late"))
    titled = [Column("Ann"), Column("Bo"), Column("Cy"), Column("Together")]
    assert together(titled, row) == [("Ann, Cy", Cell("covered")), ("Together", Cell("covered", aside="late"))]
