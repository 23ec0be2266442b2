"""What is below what, by form alone."""

from facilitator.preparing.taking.outline_tree import branches
from tests.preparing.made import manuscript, tree


def test_headings_hold_what_follows_and_items_what_is_nested():
    (root,) = tree("# A\n## B\n- one\n  - two\n")
    assert [branch.text for branch in root.all()] == ["A", "B", "one", "two"]
    assert root.heads[0].items[0].children[0].text == "two"


def test_a_paragraph_with_a_time_heads_what_follows():
    (root,) = tree("10 min: Talk\n\n- Why?\n")
    assert root.is_head
    assert root.has_length
    assert root.items[0].asks


def test_a_heading_takes_the_time_that_a_field_below_it_states():
    (root,) = tree("## Talk\nDuration: 10 min\n")
    assert root.time is not None
    assert root.time.seconds == 600


def test_a_list_belongs_to_a_text_that_needs_it():
    assert len(tree("We ask:\n\n- one\n")) == 1
    assert len(tree("Tell me about it.\n- one\n")) == 1
    assert len(tree("Tell me about it.\n\n- one\n")) == 2
    assert len(tree("Welcome them.\n- one\n")) == 2


def test_a_heading_that_asks_heads_no_parts():
    (root,) = tree("## Why?\ntext\n")
    assert root.is_question_head
    assert not tree("## Why? (5 min)\n")[0].is_question_head


def test_a_table_says_its_rows():
    (table,) = branches(manuscript("| a | b |\n|---|---|\n| c | d |\n").blocks)
    assert table.said == "a | b\nc | d"


def test_a_number_below_that_of_a_question_is_below_it():
    (first, second) = tree("2.1 Why?\n2.1.1 Since when?\n2.1.2 Who says so?\n2.2 How?\n", "a.txt")
    assert [child.text for child in first.children] == ["Since when?", "Who says so?"]
    assert (second.text, second.children) == ("How?", [])


def test_below_a_topic_numbers_are_side_by_side():
    assert len(tree("2.1 Costs\n2.1.1 Why?\n2.1.2 How?\n", "a.txt")) == 3


def test_bare_numbers_are_minutes_if_each_goes_on_from_the_one_before():
    found = tree("## 0–5 · Hello\n## 5 - 20: Talk\n")
    assert [(one.text, one.time.least_seconds, one.time.seconds) for one in found if one.time] == [
        ("Hello", 0, 300),
        ("Talk", 300, 1200),
    ]


def test_other_numbers_are_none():
    for text in ("## 1–2 · Hello\n## 2–3 · Talk\n", "## 0–5 · Hello\n## 6–20 · Talk\n", "## 0–5 · Hello\n"):
        assert all(one.time is None for one in tree(text))


def test_a_line_that_begins_at_a_time_of_day_is_a_part_though_it_asks():
    (part,) = tree("10:10 CV: what did they really do?\n\n", "a.txt")
    assert part.is_head
    assert part.has_length


def test_items_in_small_letters_are_parts_if_half_of_them_begin_with_a_length():
    found = tree("- 5 min welcome\n- 30 min their story\n- coffee\n")
    assert [(one.text, one.time.seconds if one.time else None) for one in found] == [
        ("welcome", 300),
        ("their story", 1800),
        ("coffee", None),
    ]
    alone = tree("- 5 min welcome\n- coffee\n- cake\n")
    assert all(one.time is None for one in alone)
