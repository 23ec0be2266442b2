"""Four words for a hash: the same for the same, others for anything else, and each easily told from the rest."""

from facilitator.conducting.sealing.four_words import WORDS, four_words


def test_each_byte_has_a_word_of_its_own():
    assert len(set(WORDS)) == 256
    assert all(word.isalpha() and word.islower() for word in WORDS)


def test_the_same_has_the_same_words_and_anything_else_others():
    assert four_words(b"one") == four_words(b"one") != four_words(b"other")
    assert len(four_words(b"one").split()) == 4
