"""A line is taken word by word, or as many words at once as something needs."""

from facilitator.domain.language.naming.line_words import Words


def test_words_are_taken_from_the_front_and_the_rest_stays_as_it_is_written():
    words = Words("  one two   three  four\nfive ")
    assert (words.peek(), words.take(), words.rest) == ("one", "one", "two   three  four\nfive")
    assert (words.take(2), words.take_rest(), words.rest) == ("two three", "four\nfive", "")


def test_more_than_there_are_is_all_that_there_is():
    words = Words("one two")
    assert (words.take(5), words.rest, words.take(), words.peek()) == ("one two", "", "", "")
