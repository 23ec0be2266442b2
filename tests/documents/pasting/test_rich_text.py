"""Rich text keeps headings, lists and tables, and nothing that people wrote is markup in it."""

from html.parser import HTMLParser

import pytest

from facilitator.documents.document import Cell, Column, Document, Facts, Heading, Table, paragraph
from facilitator.documents.pasting.rich_text import rich_text
from facilitator.reports.audience import Audience
from facilitator.reports.report import document, report_for
from tests.ui.hostile_text import HOSTILE

KNOWN = {"meta", "h1", "h2", "h3", "p", "ul", "li", "table", "tr", "th", "td", "strong", "em"}


class Tags(HTMLParser):
    """Collects tags, attributes and texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.texts.append(data)


@pytest.mark.parametrize("audience", Audience)
def test_there_are_no_tags_but_those_that_documents_and_mail_programs_keep(final_round, audience):
    read = Tags(rich_text(document(report_for(audience, final_round))))
    assert read.tags <= KNOWN
    assert read.attributes <= {"border", "cellspacing", "cellpadding", "http-equiv", "content"}


def test_headings_and_tables_are_what_they_are():
    table = Table((Column("Who"), Column("Rating", is_number=True)), ((Cell("Priya"), Cell("4", aside="P&L")),))
    html = rich_text(Document("Debrief", "", (Heading("Ratings"), table, Heading("More", 3), Facts((("a", "b"),)))))
    assert "<h1>Debrief</h1>\n<h2>Ratings</h2>\n<table" in html
    assert "<tr><th>Who</th><th>Rating</th></tr>\n<tr><td>Priya</td><td>4: P&amp;L</td></tr>" in html
    assert "<h3>More</h3>\n<ul>\n<li><strong>a:</strong> b</li>\n</ul>" in html


def test_hostile_text_is_text():
    for text in HOSTILE:
        read = Tags(
            rich_text(Document(text, text, (Heading(text), paragraph(text), Table((Column(text),), ((Cell(text),),)))))
        )
        assert read.tags <= KNOWN
        assert " ".join("".join(read.texts).split()).count(" ".join(text.split())) >= 5 or not text.strip()
