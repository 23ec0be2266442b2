"""A Word file holds what the page says, in its order, and nothing that acts; other programs read it."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from hypothesis import example, given

from facilitator.documents.document import Document, Heading, paragraph
from facilitator.documents.word_file.word import word
from facilitator.reports import Options, export
from facilitator.reports.report import document
from tests.documents.libreoffice import HAS_WRITER, converted
from tests.reports.exported import word_parts
from tests.reports.hostile import texts

BODY = "word/document.xml"
ACTIVE = {
    "fldSimple",
    "instrText",
    "fldChar",
    "hyperlink",
    "object",
    "pict",
    "drawing",
    "altChunk",
    "subDoc",
    "control",
}
"""Elements by which a Word file computes, loads or leads somewhere."""


def elements(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as parts:
        return [one.tag.partition("}")[2] for one in ElementTree.fromstring(parts.read(BODY)).iter()]


def test_it_says_what_the_page_says_in_its_order(final_round):
    said = word_parts(word(document(final_round)))[BODY]
    headings = [block.text for block in document(final_round).blocks if isinstance(block, Heading) and block.level == 2]
    places = [said.index(f"\n{heading}\n") for heading in headings]
    assert headings[0] == "Decision"
    assert places == sorted(places)


def test_each_note_is_told_once(final_round):
    said = word_parts(word(document(final_round)))[BODY]
    for note in final_round.notes:
        assert said.count(note.text.partition(" #")[0].strip('"')) == 1, note.text


@given(texts)
@example("\ufffe\uffff\x0b\x00")
def test_no_text_of_people_acts_or_breaks_the_file(written_all_over, text):
    content = word(document(written_all_over(text)))
    assert not ACTIVE & set(elements(content))
    docx.Document(BytesIO(content))


def test_the_file_refers_to_nothing_outside_of_it_and_runs_nothing(final_round):
    with ZipFile(BytesIO(word(document(final_round)))) as parts:
        assert not any(b"TargetMode" in parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
        assert b"macro" not in parts.read("[Content_Types].xml").lower()


def test_it_tells_its_title_and_nothing_of_who_made_it_with_what_and_when():
    content = word(Document("Debrief: P&L", "", ()))
    assert word_parts(content)["docProps/core.xml"] == "Debrief: P&L"
    with ZipFile(BytesIO(content)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name]


def test_the_same_document_gives_the_same_bytes(final_round):
    assert word(document(final_round)) == word(document(final_round))


def test_it_looks_like_a_page_without_a_mode_for_older_versions():
    made = docx.Document(BytesIO(word(Document("A title", "", (paragraph("Text"),)))))
    [mode] = [one for one in made.settings.element.iter() if "compatibilityMode" in one.attrib.values()]
    assert "15" in mode.attrib.values()
    width, margin = made.sections[0].page_width, made.sections[0].left_margin
    assert width is not None
    assert margin is not None
    assert (round(width.mm), round(margin.mm)) == (210, 18)


@pytest.mark.skipif(not HAS_WRITER, reason="no LibreOffice Writer is installed here")
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext (Debian's poppler-utils) is installed here")
def test_libreoffice_opens_it_and_makes_a_pdf_of_it(final_round, tmp_path: Path):
    file = tmp_path / "debrief.docx"
    content = export(final_round, "word", Options()).content
    assert isinstance(content, bytes)
    file.write_bytes(content)
    pdf = converted(file, "pdf")
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, timeout=60)
    pages = told.stdout.decode().split("\f")
    assert pages[0].split("\n")[0].strip() == "Debrief: VP Sales, final round"
    for said in ("Decision", "2, wide", "5 outstanding", "Strengths, concerns and flags", "Must-ask q9 not asked:"):
        assert said in pages[0], pages[0]
    assert "Against the plan" in pages[-2]
    assert len(pages) - 1 <= 7
