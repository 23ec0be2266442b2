"""Words are found by how they begin, whatever their case and accents; one that fits nowhere leaves out the rest."""

import pytest

from facilitator.showing.likeness import likeness

COVER = ("/cover Q [by P]   Ctrl+O", "Mark a question as covered, by somebody.")


@pytest.mark.parametrize("words", ["cover", "COV", "Cóver", "mark question", "by somebody", "ver", "question cov"])
def test_it_fits(words):
    assert likeness(words, *COVER) > 0


@pytest.mark.parametrize("words", ["", "  ", "cr", "er", "arked", "estion", "cover zebra", "mkq", "/"])
def test_it_does_not_fit(words):
    assert likeness(words, *COVER) == 0


def test_a_whole_word_of_the_name_goes_before_its_beginning_that_before_its_inside_and_the_explanation_comes_last():
    fits = [likeness(word, "handoff", "question") for word in ("handoff", "hand", "doff", "question")]
    assert fits == sorted(fits, reverse=True)
    assert len(set(fits)) == 4
