"""What the title of a guide is, and what of a heading names a part."""

import pytest

from facilitator.preparing.taking.guide_titles import bare, length_of, names_title, split_title, stated_in, title_of
from facilitator.preparing.written_times.written_time import written_time
from tests.preparing.made import tree


def title(text: str, name: str = "guide.md") -> str | None:
    found = title_of(tree(text, name))
    return found.text if found else None


def test_it_is_the_heading_above_all_others():
    assert title("# Talk\n## A (5 min)\n## B (5 min)\n") == "Talk"
    assert title("## A (5 min)\n## B (5 min)\n") is None


def test_it_is_the_first_head_whose_time_is_the_sum_of_the_others():
    assert title("Screen (15 min)\n\nA (5 min)\nWhy?\n\nB (10 min)\n", "guide.txt") == "Screen"
    assert title("A (5 min)\n\nB (10 min)\n\nC (3 min)\n", "guide.txt") is None


def test_it_is_a_first_line_that_says_nothing_else():
    assert title("Staff engineer\n\nA (5 min)\n", "guide.txt") == "Staff engineer"
    assert title("Welcome everybody.\n\nA (5 min)\n", "guide.txt") is None
    assert title("Candidate: Robin\n\nA (5 min)\n", "guide.txt") is None


@pytest.mark.parametrize(
    ("text", "strong", "parts"),
    [
        ("Intro -- who we are", "", ("Intro", "who we are")),
        ("Intro – who we are", "", ("Intro", "who we are")),
        ("Intro: hello", "Intro", ("Intro", "hello")),
        ("Problem-solving", "", ("Problem-solving", "")),
    ],
)
def test_a_part_is_called_by_what_is_before_the_dash(text: str, strong: str, parts: tuple[str, str]):
    assert split_title(text, strong) == parts


def test_a_title_states_a_length_in_words():
    assert stated_in("Sample 90-minute kickoff") == 5400
    assert stated_in("The last 10") is None


def test_the_length_of_a_time_is_known_if_it_has_an_end():
    assert length_of(written_time("9:00-9:30 Talk")) == 1800
    assert length_of(written_time("9:00 Talk")) is None
    assert length_of(None) is None


def test_marks_around_a_title_do_not_count():
    assert bare(" **Talk** – ") == "Talk"


@pytest.mark.parametrize(
    "heading", ["background", "questions – background", "part 2: background", "background questions"]
)
def test_a_heading_names_the_part_that_it_is_about(heading: str):
    assert names_title(heading, "background")


@pytest.mark.parametrize("heading", ["backgrounds", "the background", "background check", "questions on background"])
def test_a_heading_that_only_has_the_word_in_it_names_nothing(heading: str):
    assert not names_title(heading, "background")


def test_what_only_counts_a_part_is_no_title_of_it():
    assert split_title("PART ONE - WELCOME - CHAIR", "") == ("WELCOME", "CHAIR")
    assert split_title("Teil 2 – Werdegang", "") == ("Werdegang", "")
    assert split_title("Step back - think", "") == ("Step back", "think")
    assert split_title("Part one", "") == ("Part one", "")
    assert split_title("Part time work - why", "") == ("Part time work", "why")
