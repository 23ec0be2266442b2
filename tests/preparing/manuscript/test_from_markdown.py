"""Markdown as blocks, each with its lines."""

import pytest

from facilitator.preparing.manuscript.from_markdown import (
    from_lines,
    from_markdown,
    front_matter_lines,
)
from facilitator.preparing.manuscript.manuscript import LONGEST_CHARACTERS, BlockKind, UnreadableFileError


def blocks(text: str):
    return [(block.kind.value, block.text) for block in from_markdown(text, "a.md").blocks]


def test_each_kind_of_block():
    text = "# A\n##B\n- one\n  more\n\n> said\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n"
    assert blocks(text) == [
        ("heading", "A"),
        ("heading", "B"),
        ("item", "one more"),
        ("paragraph", "said"),
        ("mark", ""),
        ("code", "code"),
        ("mark", ""),
        ("table", ""),
        ("mark", ""),
    ]


def test_a_line_with_a_time_or_a_label_is_a_block_of_its_own():
    assert blocks("Hello.\n10 min: Talk\nOwner: Ana\n") == [
        ("paragraph", "Hello."),
        ("paragraph", "10 min: Talk"),
        ("paragraph", "Owner: Ana"),
    ]


def test_lines_stand_where_they_are_though_code_goes_on_from_one_to_the_next():
    text = "Say `one\ntwo`\nthen\n10 min: Talk\n\nafter\n"
    found = from_markdown(text, "a.md").blocks
    assert [[piece.place.line for piece in block.pieces] for block in found] == [[1, 2, 3, 4], [6]]
    assert found[0].text == "Say one two then 10 min: Talk"


def test_html_says_its_text_and_what_is_folded_away_is_marked():
    found = from_markdown("<details><summary>Answer</summary>\n\nso\n\n</details>\n\nafter\n", "a.md").blocks
    assert [(block.text, block.is_folded) for block in found if block.text] == [
        ("Answer", True),
        ("so", True),
        ("after", False),
    ]


def test_every_line_that_is_not_blank_belongs_to_one_block():
    text = "---\nx: 1\n---\n# A\n\n<div>\n\n- [ ] one\n***\n<!-- no -->\n"
    pieces = from_markdown(text, "a.md").pieces
    assert [piece.place.line for piece in pieces] == [1, 2, 3, 4, 6, 8, 9, 10]


def test_front_matter_has_two_fences():
    assert front_matter_lines(["---", "a: 1", "---", "x"]) == 3
    assert front_matter_lines(["---", "x"]) == 0


def test_what_is_too_long_is_refused_and_lines_can_stand_alone():
    with pytest.raises(UnreadableFileError):
        from_markdown("x" * (LONGEST_CHARACTERS + 1), "a.md")
    found = from_lines(["Why?", "How?"], ["Why?", "How?"], "a", "text", lines_stand_alone=True)
    assert [block.kind for block in found.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_what_a_page_hides_is_a_block_of_its_own():
    assert blocks("<p>Hello\n<!-- ask them\nnothing -->\n</p>\n") == [
        ("paragraph", "Hello"),
        ("hidden", ""),
        ("hidden", ""),
    ]
    assert blocks("Hello\n\n<script>\nlet a\n") == [("paragraph", "Hello"), ("mark", ""), ("hidden", "")]


def test_the_fences_of_code_are_marks():
    assert blocks("```python\nx\n```\n") == [("mark", ""), ("code", "x"), ("mark", "")]
    assert blocks("> ```\n> x\n") == [("mark", ""), ("code", "x")]


def test_what_only_looks_like_a_tag_is_text():
    assert blocks("I'm <name> of <your company>.\n") == [("paragraph", "I'm <name> of <your company>.")]
