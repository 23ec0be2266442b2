"""Plain text and AsciiDoc."""

import pytest

from facilitator.preparing.manuscript.from_text import from_asciidoc, from_plain_text
from tests.preparing.made import agenda_in


def test_lines_in_capitals_with_a_time_or_with_a_word_of_headings_are_headings():
    found = from_plain_text("INTRO\nHello.\n\n1. Talk - 5 min\nWhy?\n\nTips\n• Be kind.\n", "a.txt")
    assert [(block.kind.value, block.text) for block in found.blocks] == [
        ("heading", "INTRO"),
        ("paragraph", "Hello."),
        ("heading", "Talk - 5 min"),
        ("paragraph", "Why?"),
        ("heading", "Tips"),
        ("item", "Be kind."),
    ]


def test_a_line_behind_a_bullet_goes_on_with_it_only_if_it_is_wrapped():
    found = from_plain_text("• Why do you\n  stay?\n• How?\nThen tell them.\n", "a.txt")
    assert [(block.kind.value, block.text) for block in found.blocks] == [
        ("item", "Why do you stay?"),
        ("item", "How?"),
        ("paragraph", "Then tell them."),
    ]


def test_signs_of_other_languages_mean_nothing_in_plain_text():
    (block,) = from_plain_text("a < b and `c`\n", "a.txt").blocks
    assert block.text == "a < b and `c`"


def test_asciidoc_headings_lists_quotes_and_tables():
    found = from_asciidoc("= T\n:toc:\n\n== A (5 min)\n* one\n** two\n____\nsaid\n____\n", "a.adoc")
    kinds = [(block.kind.value, block.text, block.depth, block.is_quote) for block in found.blocks if block.text]
    assert kinds == [
        ("heading", "T", 1, False),
        ("heading", "A (5 min)", 2, False),
        ("item", "one", 0, False),
        ("item", "two", 1, False),
        ("paragraph", "said", 0, True),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "|===\n|Topic |Minutes\n\n|Talk |5\n|Case |10\n|===\n",
        '[cols="2,1"]\n|===\n|Topic |Minutes\n\n|Talk\n|5\n\n|Case\na|10\n|===\n',
        "[cols=2*]\n|===\n|Topic\n|Minutes\n|Talk\n|5\n|Case\n|10\n|===\n",
    ],
)
def test_a_table_of_asciidoc_in_each_of_its_forms(table: str):
    agenda = agenda_in(f"== Plan\n\n{table}", "a.adoc")
    assert [(part.title, part.length_seconds) for part in agenda.segments] == [("Talk", 300), ("Case", 600)]


def test_a_definition_of_asciidoc_is_a_label():
    (block,) = from_asciidoc("Follow-ups:: Why?\n", "a.adoc").blocks
    assert block.text == "Follow-ups: Why?"


def test_a_table_right_below_a_list_is_a_table_and_one_that_never_ends_is_none():
    item = "== Plan\n\n* Look here\n|===\n|Topic |Minutes\n\n|Talk |5\n|===\n"
    assert [block.kind.value for block in from_asciidoc(item, "a.adoc").blocks][-3:] == ["mark", "table", "mark"]
    assert "table" not in [block.kind.value for block in from_asciidoc("|===\n|a |b\n", "a.adoc").blocks]


def test_a_question_that_is_indented_below_another_is_below_it():
    blocks = from_plain_text("Why did you leave?\n   If it was the pay: how much?\nHow was it?\n", "a.txt").blocks
    assert [(block.kind.value, block.text) for block in blocks] == [
        ("paragraph", "Why did you leave?"),
        ("item", "If it was the pay: how much?"),
        ("paragraph", "How was it?"),
    ]


def test_a_quotation_of_asciidoc_without_fences_ends_with_its_paragraph():
    found = from_asciidoc("[quote]\nIt rains.\nFor days.\n\nWhy?\n", "a.adoc")
    assert [(block.text, block.is_quote) for block in found.blocks if block.text] == [
        ("It rains. For days.", True),
        ("Why?", False),
    ]


def test_lettered_questions_below_a_numbered_one_are_its_probes():
    agenda = agenda_in("MAIN (5 min)\n3. When?\n   a. How long?\n   b. Who else?\n4. Why?\n", "a.txt")
    assert [(one.ask, one.probes) for one in agenda.questions] == [("When?", ("How long?", "Who else?")), ("Why?", ())]
