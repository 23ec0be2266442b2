"""A text that is a length and nothing else."""

import pytest

from facilitator.preparing.written_times.amounts import Amount, amount, amount_in_cell


@pytest.mark.parametrize(
    "text", ["10 min", "10 Minuten", "10 mn", "10 minutos", "10 мин", "10分钟", "10分", "10 دقيقة"]
)
def test_ten_minutes_are_ten_minutes_in_every_language(text: str):
    assert amount(text) == Amount(600)


@pytest.mark.parametrize("text", ["~10 min", "ca. 10 min", "about 10 min", "max. 10 min", "10 min max", "etwa 10 min"])
def test_words_around_a_length_change_nothing(text: str):
    assert amount(text) == Amount(600)


@pytest.mark.parametrize("text", ["10 min each", "10 min per person", "je 10 min", "10 min chacun"])
def test_a_length_may_count_for_each(text: str):
    assert amount(text) == Amount(600, each=True)


@pytest.mark.parametrize("text", ["10", "ten", "0 min", "5-3 min", "101 %", "9999 h", "10 minute men", "1" * 500])
def test_anything_else_is_no_length(text: str):
    assert amount(text) is None


def test_a_bare_number_is_a_length_in_a_cell_only():
    assert amount_in_cell("10") == Amount(600)
