"""Headings, lists and tables are Word's own; what reads from right to left does so in Word."""

from io import BytesIO
from xml.etree import ElementTree

import mammoth

from facilitator.documents.document import (
    Block,
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
    paragraph,
)
from facilitator.documents.word_file.word import word
from facilitator.documents.word_file.word_body import body_xml
from facilitator.domain.facts.signal import Signal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(*blocks: Block) -> str:
    """The document as HTML, as mammoth reads it."""
    made: str = mammoth.convert_to_html(BytesIO(word(Document("A title", "A subtitle", blocks)))).value
    return made


def written(*blocks: Block) -> ElementTree.Element:
    said = body_xml(Document("A title", "", blocks)).decode()
    return ElementTree.fromstring(f'<w:body xmlns:w="{W.strip("{}")}">{said}</w:body>')


def test_headings_are_headings_and_styles_are_styles():
    made = read(
        Heading("Section"),
        Heading("Part", 3),
        Paragraph((Run("plain "), Run("strong", Style.STRONG), Run(" quiet", Style.QUIET))),
    )
    assert made == (
        "<h1>A title</h1><p>A subtitle</p><h2>Section</h2><h3>Part</h3><p>plain <strong>strong</strong> quiet</p>"
    )


def test_a_table_is_a_table_whose_titles_are_repeated_on_each_page():
    made = read(Table((Column("When"), Column("What")), ((Cell("10:00"), Cell("Talk", "", "aside")),)))
    assert "<thead><tr><th><p>When</p></th>" in made
    assert "<td><p>Talk: aside</p></td>" in made


def test_two_tables_stay_two():
    one = Table((Column("When"),), ((Cell("10:00"),),))
    assert read(one, one).count("<table>") == 2


def test_numbers_stand_on_the_right():
    table = written(Table((Column("What"), Column("Apart", is_number=True)), ((Cell("Talk"), Cell("2")),)))
    sides = [[one.get(f"{W}val") for one in cell.iter(f"{W}jc")] for cell in table.iter(f"{W}tc")]
    assert sides == [[], ["right"], [], ["right"]]


def test_lists_facts_and_notes_are_there():
    notes = NoteList((NoteEntry("09:10", "Ann Lee", "Saw it", Signal.FLAG, "n1"), NoteEntry("09:11", "Bo", "So")))
    made = read(Bullets(((Run("one"),), (Run("two"),))), Facts((("When", "10:00"),)), notes, TimeChart(60, ()))
    assert "<li>one</li><li>two</li>" in made
    assert "<p>When\t10:00</p>" in made
    assert "<p>09:10\t<strong>! flag</strong>\tSaw it (Ann Lee, n1)</p><p>09:11\t\tSo (Bo)</p>" in made


def test_no_text_is_markup_and_none_breaks_the_file():
    made = read(Paragraph((Run("<b>&\x00\x1b[31m\uffff"),)), Bullets(()))
    assert "&lt;b&gt;&amp;[31m" in made


def test_several_lines_stay_several():
    assert "<p>one<br />two</p>" in read(paragraph("one\ntwo"))


def test_a_paragraph_that_begins_from_right_to_left_runs_so_and_each_stretch_in_its_direction():
    *_, said = written(paragraph("סגרה three deals, שלוש מחמש.")).iter(f"{W}p")
    assert said.find(f"{W}pPr/{W}bidi") is not None
    runs = [("".join(run.itertext()), run.find(f"{W}rPr/{W}rtl") is not None) for run in said.iter(f"{W}r")]
    assert runs == [("סגרה", True), (" three deals, ", False), ("שלוש מחמש", True), (".", False)]


def test_a_note_runs_as_what_it_says_does():
    notes = NoteList((NoteEntry("09:10", "Ann", "五件のうち三件"), NoteEntry("09:11", "Ann", "أغلقت ثلاث صفقات")))
    *_, first, second = written(notes).iter(f"{W}p")
    assert [one.find(f"{W}pPr/{W}bidi") is not None for one in (first, second)] == [False, True]
