"""Names of people as guides write them."""

import pytest

from facilitator.preparing.words.names import are_names, may_be_name, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana", ["Ana"]),
        ("Lena, Kofi (shadow)", ["Lena", "Kofi (shadow)"]),
        ("Ana & Luis", ["Ana", "Luis"]),
        ("Ana Ruiz und Bo Lind", ["Ana Ruiz", "Bo Lind"]),
        ("Ana, Luis", ["Ana", "Luis"]),
        ("Ana Ruiz, CFO", ["Ana Ruiz, CFO"]),
        ("", []),
    ],
)
def test_several_are_told_apart(text: str, names: list[str]):
    assert names_in(text) == names


def test_a_name_begins_with_a_capital_and_has_no_digit():
    assert may_be_name("Hiring manager")
    assert may_be_name("面接官")
    assert not may_be_name("say hello")
    assert not may_be_name("Room 4")


def test_each_word_of_names_has_a_capital():
    assert are_names("Ana & Luis")
    assert not are_names("Say hello")
    assert not are_names("")
