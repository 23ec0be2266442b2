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


def test_the_deviation_is_told_in_words(final_round):
    source = export_text(final_round, "md")
    assert "| 2 | Your 90-day plan | 09:06 | 15:00 |  | 17:45 | 2:45 over |" in source
    assert "| 8 | Closing | 10:31 | 5:00 |  | 4:40 | 0:20 under |" in source
    assert "- Your questions to us (protected): 15:00 promised, 14:50 given, 0:10 under." in source


def test_what_is_missing_and_owed_is_on_the_first_page(final_round):
    glance = export_text(final_round, "md").partition("## At a glance")[2].partition("\n## ")[0]
    assert "Must-asks not asked: q9." in glance
    assert "2 answers owed to the candidate." in glance


def test_evidence_stands_before_ratings_and_recommendations_last(final_round):
    source = export_text(final_round, "md")
    competency = source.partition("### Forecast and economics")[2].partition("\n### ")[0]
    assert competency.index("concern") < competency.index("What the ratings mean") < competency.index("4 of 5")
    assert source.rindex("\n## ") == source.index("\n## Recommendations")
