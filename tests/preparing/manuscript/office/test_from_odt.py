"""Writer documents."""

import pytest

from facilitator.preparing.manuscript.manuscript import UnreadableFileError
from facilitator.preparing.manuscript.office.from_odt import from_odt
from tests.preparing.made import agenda_in
from tests.preparing.manuscript.office.made_files import archive, writer

BODY = (
    '<text:h text:outline-level="1">Talk</text:h><text:h text:outline-level="2">Work (5 min)</text:h>'
    "<text:list><text:list-item><text:p>Why?</text:p><text:list><text:list-item><text:p>Really?</text:p>"
    "</text:list-item></text:list></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
)


def test_headings_nested_lists_and_tables():
    found = from_odt(writer(BODY), "a.odt")
    assert [(block.kind.value, block.text, block.depth) for block in found.blocks] == [
        ("heading", "Talk", 1),
        ("heading", "Work (5 min)", 2),
        ("item", "Why?", 0),
        ("item", "Really?", 1),
        ("table", "", 0),
    ]


def test_it_becomes_an_agenda():
    (question,) = agenda_in(writer(BODY), "a.odt").questions
    assert (question.ask, question.probes) == ("Why?", ("Really?",))


@pytest.mark.parametrize("content", ["<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "<no", "<x/>"])
def test_entities_and_damage_are_refused(content: str):
    with pytest.raises(UnreadableFileError):
        from_odt(archive({"content.xml": content}), "a.odt")


def test_what_is_nested_without_end_is_refused_and_a_table_in_a_cell_is_its_text():
    with pytest.raises(UnreadableFileError, match="levels deep"):
        from_odt(writer("<text:section>" * 60 + "<text:p>a</text:p>" + "</text:section>" * 60), "a.odt")
    cell = "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>"
    (table,) = from_odt(writer(cell.format(cell.format("<text:p>a</text:p>"))), "a.odt").blocks
    assert [[each.text for each in row] for row in table.rows] == [["a"]]


def test_a_paragraph_in_the_style_of_a_title_or_a_heading_is_one_and_headings_are_below_the_title():
    """LibreOffice writes so what it has read from a web page, and the titles of its own documents."""
    style = '<style:style style:name="P1" style:parent-style-name="Heading_20_2"/>'
    text = '<text:p text:style-name="Title">Who?</text:p><text:p text:style-name="P1">Work</text:p><text:p>a</text:p>'
    found = from_odt(writer(text, style), "a.odt")
    assert [(block.kind.value, block.depth) for block in found.blocks] == [
        ("heading", 1),
        ("heading", 3),
        ("paragraph", 0),
    ]
