"""The list above the note line: it offers, and a click takes what it offers."""

import pytest

from facilitator.showing.completion import Completion
from facilitator.ui.toolkit.completions import Completions
from tests.ui.hosting import Host

OFFERED = [Completion(0, "/cover", "Mark a question as covered."), Completion(0, "/cross", "Go across.")]


@pytest.fixture
def host() -> Host:
    return Host(Completions())


async def test_the_first_stands_beside_the_key_that_takes_it(host):
    async with host.run(60, 4) as pilot:
        host.widget.offer(OFFERED)
        await pilot.pause()
        assert host.shown[:2] == ["Tab /cover  Mark a question as covered.", "    /cross  Go across."]


CHOICES = [
    Completion(0, word, "less " * 20, letter) for word, letter in zip(("trim", "drop", "late"), "abc", strict=True)
]


async def test_choices_stand_beside_their_letters_a_row_each(host):
    choices = [*CHOICES, *CHOICES]
    async with host.run(40, 8) as pilot:
        host.widget.offer(choices)
        await pilot.pause()
        assert [row[:12] for row in host.shown[:3]] == ["Tab a trim  ", "    b drop  ", "    c late  "]
        host.widget.offer(choices, lettered=True)
        await pilot.pause()
        assert [row[:10] for row in host.shown[:3]] == ["a   trim  ", "b   drop  ", "c   late  "]
        assert [row[-1:] for row in host.shown[:6]] == ["…"] * 6


async def test_it_is_there_while_there_is_something_to_offer(host):
    async with host.run() as pilot:
        host.widget.offer(OFFERED)
        await pilot.pause()
        assert host.widget.display
        host.widget.offer([])
        await pilot.pause()
        assert not host.widget.display


async def test_a_long_meaning_is_cut_to_a_few_rows_and_keeps_its_place(host):
    async with host.run(30, 8) as pilot:
        host.widget.offer([Completion(0, "q1", "word " * 80)])
        await pilot.pause()
        rows = [row for row in host.shown if row]
        assert 1 < len(rows) < 8
        assert all(row.startswith(" " * 8) for row in rows[1:])
        assert rows[-1].endswith("…")


async def test_a_click_on_one_takes_it(host):
    async with host.run() as pilot:
        host.widget.offer(OFFERED)
        await pilot.pause()
        await host.click(pilot, "across")
    [chosen] = host.heard
    assert chosen.completion is OFFERED[1]
