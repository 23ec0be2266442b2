"""Markdown reads as a document, and nothing that people wrote becomes more than text in it."""

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from facilitator.documents.markdown import escaped
from facilitator.reports import export_text
from tests.reports.hostile import NASTY, texts

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLAIN_INLINE = {"text", "strong_open", "strong_close", "em_open", "em_close", "text_special"}


def blocks(source):
    return [token.type for token in READER.parse(source)]


def inline(source):
    return {child.type for token in READER.parse(source) for child in token.children or ()}


@given(texts)
@example("#")
@example("1. list")
def test_no_text_changes_the_structure_of_the_document(written_all_over, text):
    source = export_text(written_all_over(text), "md")
    assert blocks(source) == blocks(export_text(written_all_over("x"), "md"))
    assert inline(source) <= PLAIN_INLINE


@pytest.mark.parametrize("text", NASTY)
def test_the_reader_sees_what_was_written(text):
    [paragraph] = [token for token in READER.parse(f"x {escaped(text)}") if token.type == "inline"]
    assert "".join(child.content for child in paragraph.children or ()) == f"x {' '.join(text.split())}"


def test_plain_words_stay_as_they_are_in_the_source():
    said = 'Cost & cash: 31% of new business (still 28% a year on) - "plans", R&D, 2.1 million, #pipeline'
    assert escaped(said) == said
