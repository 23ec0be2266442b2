"""The choices of a list have letters."""

import pytest

from facilitator.domain.language.naming.letters import by_letter, is_letter, lettered

MANY = [f"choice {place}" for place in range(30)]


def test_the_letters_go_from_a_to_z_and_behind_that_there_are_none():
    shown = list(lettered(MANY))
    assert "".join(letter for letter, _ in shown) == "abcdefghijklmnopqrstuvwxyz"
    assert [choice for _, choice in shown] == MANY


def test_every_letter_chooses_what_it_stands_beside_in_any_case():
    for letter, choice in list(lettered(MANY))[:26]:
        assert by_letter(letter, MANY) == by_letter(letter.upper(), MANY) == choice


@pytest.mark.parametrize("word", ["", "c", "aa", "1", "!"])
def test_what_stands_beside_nothing_chooses_nothing(word: str):
    assert by_letter(word, MANY[:2]) is None


def test_a_word_or_a_number_is_no_letter():
    assert [word for word in ("a", "Z", "ab", "1", "", "!") if is_letter(word)] == ["a", "Z"]
