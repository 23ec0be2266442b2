"""Which sentences ask, and which label a text begins with."""

import pytest

from facilitator.preparing.words.sentences import (
    is_asked,
    is_condition,
    only_asks,
    questions_in,
    sentences_of,
    split_label,
    without_count,
    without_follow_ups,
    without_must,
)


@pytest.mark.parametrize("text", ["Why?", "“Why?”", "为什么？", "(If so, why?)", "Why? *"])
def test_a_text_that_ends_in_a_question_asks(text: str):
    assert is_asked(text)


def test_a_question_in_the_middle_does_not():
    assert not is_asked("Any questions? Then let us begin.")


def test_a_label_ends_with_a_colon_also_in_brackets():
    assert split_label("Follow-up: and then?") == ("Follow-up", "and then?")
    assert split_label("(If needed: what for?)") == ("If needed", "what for?")
    assert split_label("Dauer：10 分") == ("Dauer", "10 分")
    assert split_label("No label here")[0] == ""
    assert split_label("x" * 200 + ": late")[0] == ""


def test_sentences_are_split_behind_their_marks():
    assert sentences_of("One. Two? Three") == ["One.", "Two?", "Three"]


def test_the_questions_of_a_text_have_what_leads_to_them():
    assert questions_in("Who? We are two. Why?") == ["Who?", "We are two. Why?"]
    assert questions_in("Who? We are two.") == []


def test_the_colon_of_a_link_or_a_time_ends_no_label():
    assert split_label("See https://example.org") == ("", "See https://example.org")
    assert split_label("At 10:00 we end") == ("", "At 10:00 we end")
    assert split_label("Case: https://example.org") == ("Case", "https://example.org")
    assert split_label("Beginn：9:00") == ("Beginn", "9:00")


@pytest.mark.parametrize(
    ("text", "only"),
    [("Why?", True), ("Tell me about it. And then?", True), ("I am Ana. Why?", False), ("Thank you.", False)],
)
def test_what_only_asks_tells_nothing(text: str, only: bool):
    assert only_asks(text) is only


@pytest.mark.parametrize("text", ["Must ask: Why?", "Why? (must)", "Pflichtfrage: Why?", "Why? [required]"])
def test_the_words_for_a_question_that_must_be_asked_are_no_part_of_it(text: str):
    assert without_must(text) == ("Why?", True)


def test_other_words_before_and_behind_a_question_stay():
    for text in ("Optional: Why?", "Why? (if needed)", "Must you? Why?"):
        assert without_must(text) == (text, False)


def test_a_label_is_a_condition_by_its_first_word():
    assert is_condition("If they use the app")
    assert is_condition("Falls nicht")
    assert not is_condition("Iffy answers")
    assert not is_condition("")
    assert not is_condition("\u200b\u200b")


@pytest.mark.parametrize(
    ("text", "asked", "who"),
    [
        ("Question 2 (HR) How late?", "How late?", "HR"),
        ("Frage 3: Warum?", "Warum?", ""),
        ("Q4) Why?", "Why?", ""),
        ("Part 2 (HR) is over", "Part 2 (HR) is over", ""),
        ("Question 2 (HR)", "Question 2 (HR)", ""),
    ],
)
def test_what_counts_a_question_is_no_part_of_it_and_may_say_who_asks(text: str, asked: str, who: str):
    assert without_count(text) == (asked, who)


@pytest.mark.parametrize(
    ("text", "asked", "probes"),
    [
        ("Why? (If needed: since when?)", "Why?", ["since when?"]),
        ("Wer plant? Nachfragen: Wann? Womit?", "Wer plant?", ["Wann?", "Womit?"]),
        (
            "Two quarters, please. ↳ Your ramp? ↳ What slipped?",
            "Two quarters, please.",
            ["Your ramp?", "What slipped?"],
        ),
        ("Why? Answer: because", "Why? Answer: because", []),
    ],
)
def test_follow_ups_behind_a_question_are_apart_from_it(text: str, asked: str, probes: list[str]):
    assert without_follow_ups(text) == (asked, probes)
