"""Markdown as a flat run of blocks, each with its position in the file."""

import pytest

from facilitator.agenda_files.complaints import Position
from facilitator.agenda_files.guides.markdown_blocks import GuideBlock, blocks


def test_headings_items_paragraphs_and_code_come_in_their_order():
    text = "# Talk\n\nHello there.\n\n- One\n  - Two\n\n```\nf(1)\n```\n"
    assert list(blocks(text)) == [
        GuideBlock("heading", "Talk", Position(1, 3), 1),
        GuideBlock("paragraph", "Hello there.", Position(3, 1)),
        GuideBlock("item", "One", Position(5, 3), 0),
        GuideBlock("item", "Two", Position(6, 5), 1),
        GuideBlock("code", "f(1)", Position(8, 1)),
    ]


def test_a_second_paragraph_of_an_item_goes_on_with_it():
    assert [(block.kind, block.text, block.depth) for block in blocks("- One\n\n  More of it.\n")] == [
        ("item", "One", 0),
        ("continuation", "More of it.", 0),
    ]


def test_markup_is_taken_off_and_html_left_out():
    (block,) = blocks("Use *this* `x` and [that](http://example.org)\nor ![it](a.png). <b>Bold</b>\n\n<p>raw</p>\n")
    assert block.text == "Use this x and that or it. Bold"


def test_a_line_with_a_time_is_a_paragraph_of_its_own():
    text = "Hosts: us\n00:00 – 01:00 Intro\nand more\n01:00 – 10:00 Main\n"
    assert [(block.text, block.position) for block in blocks(text)] == [
        ("Hosts: us", Position(1, 1)),
        ("00:00 – 01:00 Intro and more", Position(2, 1)),
        ("01:00 – 10:00 Main", Position(4, 1)),
    ]


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("- **Map**: draw it", "Map"),
        ("- (10 min) __Hello__ -- who", "Hello"),
        ("- *Map* it", "Map"),
        ("- Draw the **map**", ""),
        ("- Draw it", ""),
    ],
)
def test_only_what_begins_in_bold_is_strong(text: str, strong: str):
    (block,) = blocks(text)
    assert block.strong == strong
