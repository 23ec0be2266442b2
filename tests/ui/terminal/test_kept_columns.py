"""Whatever width a terminal gives a letter, what stands to the right of it is in its column."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents.cells import cells
from facilitator.ui.terminal.kept_columns import in_columns

NAME = "राजेश कुमार शर्मा"


def row(output: str, sign_width: int, room: int = 60) -> str:
    """What a terminal shows in a row, one character a cell, if it gives vowel signs this many cells."""
    shown, at, rest = [" "] * room, 0, output
    while rest:
        if rest.startswith("\x1b["):
            end = next(place for place, character in enumerate(rest[2:], 2) if character.isalpha())
            values = rest[2:end].split(";")
            if rest[end] in "HG":
                at = int(values[-1]) - 1
            rest = rest[end + 1 :]
            continue
        width = sign_width if unicodedata.category(rest[0]) == "Mc" else cells(rest[0])
        for place in range(at, at + width):
            shown[place] = rest[0]
        at, rest = at + width, rest[1:]
    return "".join(shown).rstrip()


@pytest.mark.parametrize("sign_width", [0, 1])
def test_what_follows_a_name_is_in_its_column(sign_width: int):
    output = f"\x1b[1;1H\x1b[1m {NAME}\x1b[0m{' ' * 8}\x1b[2mnow 11:15\x1b[0m"
    assert row(in_columns(output), sign_width).index("now 11:15") == 1 + cells(NAME) + 8


def test_no_letter_is_written_over():
    letters = [letter for letter in NAME if letter != " " and unicodedata.category(letter) in ("Lo", "Mc")]
    shown = row(in_columns(f"\x1b[3;1H{NAME}{' ' * 4}| next"), sign_width=1)
    assert [letter for letter in shown.partition("|")[0] if letter != " "] == letters


@given(st.lists(st.sampled_from(["a", "का", "ு", " ", "  ", "     ", "·", "\x1b[1m"]), max_size=20))
def test_it_looks_the_same_where_the_terminal_agrees(words: list[str]):
    output = "\x1b[2;3H" + "".join(words)
    assert row(in_columns(output), sign_width=0, room=90) == row(output, sign_width=0, room=90)


@pytest.mark.parametrize(
    "output",
    ["\x1b[1;1H Robin Reyes   now 11:15", "\x1b[1;1H──漢字  é", "\x1b]52;c;a का  b\x07", f"{NAME}   of no column"],
)
def test_anything_else_is_left_as_it_is(output: str):
    assert in_columns(output) == output
