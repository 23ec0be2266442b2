"""The page is complete in itself, loads and runs nothing, and shows people's words as words."""

import re
from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import example, given

from facilitator.documents.document import Document, NoteEntry, NoteList
from facilitator.documents.html_page import html_page
from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.tone import Tone
from facilitator.reports import export_text
from facilitator.reports.words import untagged
from tests.reports.hostile import texts

STRUCTURE = {"html", "head", "meta", "title", "style", "body", "header", "nav", "main", "div", "figure", "figcaption"}
TEXTS = {"h1", "h2", "h3", "p", "a", "dl", "dt", "dd", "ul", "li", "span", "b", "strong"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
PICTURE = {"svg", "line", "text", "rect"}
TAGS = STRUCTURE | TEXTS | TABLES | PICTURE

PLACES = {"x", "x1", "x2", "y", "y1", "y2", "width", "height", "rx", "viewbox", "text-anchor"}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "scope", "aria-label", "role"}


class Reader(HTMLParser):
    """What a browser would find: tags, attributes, and the text between."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.words = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_endtag(self, tag):
        self.tags.append(f"/{tag}")

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.tags.append("comment")

    def handle_pi(self, data):
        self.tags.append("instruction")


@given(texts)
@example("</style><svg onload=alert(1)>")
def test_nothing_that_people_wrote_is_markup(written_all_over, text):
    read = Reader(export_text(written_all_over(text), "html"))
    assert read.tags == Reader(export_text(written_all_over("x"), "html")).tags
    assert {name for name, _ in read.attributes} <= ATTRIBUTES | PLACES
    assert {tag.removeprefix("/") for tag in read.tags} <= TAGS
    assert all(value.startswith("#") for name, value in read.attributes if name == "href")


def test_it_has_no_address_to_load_anything_from(final_round):
    page = export_text(final_round, "html")
    assert not re.search(r"https?:|url\(|@import|src=|<script|<link|<iframe|<object", page)
    assert "default-src 'none'" in page


def test_every_note_is_on_it(final_round):
    words = "".join(Reader(export_text(final_round, "html")).words)
    assert all(untagged(note.text, final_round.agenda) in words for note in final_round.notes)


def test_the_chart_shows_each_segment_as_planned_and_as_it_ran(final_round):
    page = export_text(final_round, "html")
    assert page.count('<rect class="planned"') == len(final_round.timeline)
    assert page.count('<rect class="actual') == sum(len(row.visits) for row in final_round.timeline)
    assert ">4:05 over</text>" in page


def test_sections_can_be_reached_by_a_link(final_round):
    read = Reader(export_text(final_round, "html"))
    ids = {f"#{value}" for name, value in read.attributes if name == "id"}
    links = [value for name, value in read.attributes if name == "href"]
    assert links
    assert set(links) == ids


@pytest.mark.parametrize("signal", Signal)
def test_a_signal_is_coloured_by_its_tone(signal):
    page = html_page(Document("Notes", "", (NoteList((NoteEntry("09:00", "Ann", "a note", signal),)),)))
    assert f'<span class="signal {signal.tone}"><b>' in page


@pytest.mark.parametrize("tone", get_args(Tone))
def test_the_page_knows_every_tone(final_round, tone):
    assert f"\n.signal.{tone} {{" in export_text(final_round, "html")
