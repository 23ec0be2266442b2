"""A Word file has real headings, lists and tables; another program reads them."""

from io import BytesIO

import mammoth

from facilitator.documents.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    NoteEntry,
    NoteList,
    Paragraph,
    Run,
    Style,
    Table,
    TimeChart,
)
from facilitator.documents.word import word


def read(*blocks: object) -> str:
    """The document as HTML, as mammoth reads it."""
    document = Document("A title", "A subtitle", tuple(blocks))  # type: ignore[arg-type]
    made: str = mammoth.convert_to_html(BytesIO(word(document))).value
    return made


def test_headings_are_headings_and_styles_are_styles():
    made = read(
        Heading("Section"),
        Heading("Part", 3),
        Paragraph((Run("plain "), Run("strong", Style.STRONG), Run(" quiet", Style.QUIET))),
    )
    assert made == (
        "<h1>A title</h1><p>A subtitle</p><h2>Section</h2><h3>Part</h3>"
        "<p>plain <strong>strong</strong><em> quiet</em></p>"
    )


def test_a_table_is_a_table_whose_titles_are_repeated_on_each_page():
    made = read(Table((Column("When"), Column("What")), ((Cell("10:00"), Cell("Talk", "", "aside")),)))
    assert "<thead><tr><th><p><strong>When</strong></p></th>" in made
    assert "<td><p>Talk: aside</p></td>" in made


def test_lists_facts_and_notes_are_there():
    notes = NoteList((NoteEntry("09:10", "Ann Lee", "Saw it", remark="n1"),))
    made = read(Bullets(((Run("one"),), (Run("two"),))), Facts((("When", "10:00"),)), notes, TimeChart(60, ()))
    assert "<li>one</li><li>two</li>" in made
    assert "<p><strong>When: </strong>10:00</p>" in made
    assert "<li><em>09:10, Ann Lee, n1: </em>Saw it</li>" in made


def test_no_text_is_markup_and_none_breaks_the_file():
    made = read(Paragraph((Run("<b>&\x00\x1b[31m"),)), Bullets(()))
    assert "&lt;b&gt;&amp;[31m" in made
