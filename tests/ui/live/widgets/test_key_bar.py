"""The key bar: as many keys as fit, and always the last ones, which lead to all others."""

import pytest

from facilitator.ui.live.widgets.key_bar import Key, KeyBar
from tests.ui.hosting import Host

KEYS = [Key("n", "next", "run('next')"), Key("b", "back", "run('back')"), Key("?", "help", "help")]


@pytest.fixture
def host() -> Host:
    return Host(KeyBar())


async def test_the_mode_stands_before_the_keys(host):
    async with host.run(60, 1) as pilot:
        host.widget.show("keys", KEYS, 1)
        await pilot.pause()
        assert host.shown == [" keys  n next  b back  ? help"]


@pytest.mark.parametrize(("width", "shown"), [(24, " keys  n next  +1 ? help"), (17, " keys  +2 ? help")])
async def test_what_leads_to_all_others_is_shown_and_they_are_counted_however_little_room_there_is(host, width, shown):
    async with host.run(width, 1) as pilot:
        host.widget.show("keys", KEYS, 1)
        await pilot.pause()
        assert host.shown == [shown]


async def test_a_high_screen_gives_them_another_row(host):
    async with host.run(16, 16) as pilot:
        host.widget.show("keys", KEYS, 2)
        await pilot.pause()
        assert host.shown[:2] == [" keys  n next", " b back  ? help"]


@pytest.mark.parametrize("width", range(15, 30))
async def test_a_key_and_what_it_does_stand_in_one_row(host, width):
    async with host.run(width, 16) as pilot:
        host.widget.show("keys", KEYS, 2, kept=2)
        await pilot.pause()
        assert " ".join(host.shown).split() == ["keys", "n", "next", "b", "back", "?", "help"]
        assert all(any(f"{key.shown} {key.does}" in row for row in host.shown) for key in KEYS)


async def test_a_click_on_a_key_says_what_it_runs(host):
    async with host.run(60, 1) as pilot:
        host.widget.show("keys", KEYS, 1)
        await pilot.pause()
        await host.click(pilot, "back")
    [pressed] = host.heard
    assert pressed.action == "run('back')"
