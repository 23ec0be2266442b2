"""Word documents."""

import io

import pytest
from docx import Document

from facilitator.preparing.manuscript.manuscript import UnreadableFileError
from facilitator.preparing.manuscript.office.from_word import from_word
from tests.preparing.made import agenda_in, complaints
from tests.preparing.manuscript.office.made_files import archive, word

GUIDE = word(
    [
        ("Heading1", "Talk"),
        ("Heading2", "Hello (5 min)"),
        ("", "How are you?"),
        ("Heading2", "Work (10 min)"),
        ("", "Tell me about your team."),
    ]
)


def test_headings_and_paragraphs_are_numbered():
    found = from_word(GUIDE, "a.docx")
    assert [(str(piece.place), piece.text) for piece in found.pieces][:3] == [
        ("paragraph 1", "Talk"),
        ("paragraph 2", "Hello (5 min)"),
        ("paragraph 3", "How are you?"),
    ]


def test_it_becomes_an_agenda_whatever_it_is_called():
    for name in ("a.docx", "a.md", "a.zip"):
        agenda = agenda_in(GUIDE, name)
        assert [part.title for part in agenda.segments] == ["Hello", "Work"]
        assert [question.ask for question in agenda.questions] == ["How are you?", "Tell me about your team."]


def test_macros_are_ignored_and_told():
    content = word([("Heading2", "A (5 min)"), ("", "Why?")], {"word/vbaProject.bin": "x"})
    assert "it has macros, which were ignored" in complaints(content, "a.docm")


def test_a_damaged_one_is_told():
    with pytest.raises(UnreadableFileError):
        from_word(archive({"word/document.xml": "<no"}), "a.docx")


def test_an_item_in_a_style_for_nested_ones_is_below_the_one_before_it():
    document = Document()
    document.add_heading("Work (10 min)", 1)
    for text, style in (("Why?", "List Number"), ("Since when?", "List Bullet 2"), ("How?", "List Number")):
        document.add_paragraph(text, style=style)
    written = io.BytesIO()
    document.save(written)
    asked = agenda_in(written.getvalue(), "a.docx").questions
    assert [(question.ask, question.probes) for question in asked] == [("Why?", ("Since when?",)), ("How?", ())]


def test_headings_are_below_a_title_in_the_style_for_titles():
    document = Document()
    document.add_heading("Nursing", 0)
    document.add_heading("Work (10 min)", 1)
    document.add_paragraph("Why?")
    document.add_heading("Tips", 1)
    written = io.BytesIO()
    document.save(written)
    agenda = agenda_in(written.getvalue(), "a.docx")
    assert (agenda.title, [part.title for part in agenda.segments]) == ("Nursing", ["Work"])
