"""Answers to choose from are no questions, and no probes."""

from tests.preparing.made import imported


def probes(text: str) -> list[str]:
    draft = imported(text).draft
    assert draft is not None
    return draft.segments[0].questions[0].probes


def test_lettered_lines_and_boxes_are_options():
    assert probes("## A (5 min)\n1. Which shift?\n   a) Early\n   b) Late\n") == []
    assert probes("## A (5 min)\n1. A licence?\n   - [ ] Yes\n   - [ ] No\n") == []


def test_what_stands_below_an_option_is_asked():
    assert probes("## A (5 min)\n1. A licence?\n   - [ ] Yes\n   - [ ] No\n   If yes: Since when?\n") == ["Since when?"]


def test_lettered_questions_are_probes():
    asked = probes("## A (5 min)\n1. A licence?\n   a) Which one?\n   b) Since when?\n")
    assert asked == ["a) Which one?", "b) Since when?"]
