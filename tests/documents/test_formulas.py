"""A spreadsheet that opens a page, or is given rich text, finds no formula in it."""

import pytest

from facilitator.documents.formulas import WORD_JOINER, as_text
from facilitator.documents.html_page import html_page
from facilitator.documents.pasting.rich_text import rich_text
from facilitator.reports.audience import Audience
from facilitator.reports.report import document, report_for
from tests.documents.libreoffice import PROGRAM, converted

FORMULAS = [
    "=1+1",
    " =1+1",
    "＝1+1",
    '=WEBSERVICE("http://127.0.0.1")',
    "+HYPERLINK(1)",
    "@SUM(1)",
    "+'\\\\host\\share\\[b.xlsx]S'!A1",
    "-cmd|' /C calc'!A0",
]
WORDS = ["+1 on the plan", "-5 %", "- a list", "@cfo had to ask", "a = b", "", "Ada"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_a_formula_is_one_no_more_and_reads_as_before(text):
    assert as_text(text) == WORD_JOINER + text


@pytest.mark.parametrize("text", WORDS)
def test_words_stay_as_they_are(text):
    assert as_text(text) == text


@pytest.mark.skipif(not PROGRAM, reason="no LibreOffice is installed here")
@pytest.mark.parametrize("made_of", [html_page, rich_text])
def test_libreoffice_evaluates_nothing_on_it(written_all_over, tmp_path, made_of):
    whole = document(report_for(Audience.PANEL, written_all_over("=1+1")))
    for name, page in (("ours", made_of(whole)), ("bare", made_of(whole).replace(WORD_JOINER, ""))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(page, encoding="utf-8")
    read = {
        name: converted(tmp_path / name / "page.html", "fods", "--calc").read_text("utf-8") for name in ("ours", "bare")
    }
    assert ("table:formula=" in read["bare"], "table:formula=" in read["ours"]) == (True, False)
