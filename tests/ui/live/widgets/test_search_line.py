"""The search line: its words are wanted while they are typed; Enter leaves it, Esc shows all again."""

import pytest
from textual.events import Paste

from facilitator.ui.live.widgets.search_line import SearchLine
from tests.ui.hosting import Host


@pytest.fixture
def host() -> Host:
    return Host(SearchLine())


def told(host: Host) -> list[str]:
    return [f"wanted {message.words}" if isinstance(message, SearchLine.Wanted) else "left" for message in host.heard]


async def test_it_is_hidden_until_it_is_opened_and_has_the_keys_then(host):
    async with host.run() as pilot:
        assert not host.widget.display
        host.widget.open()
        await pilot.press(*"ab")
        assert told(host) == ["wanted a", "wanted ab"]


async def test_enter_leaves_it_and_keeps_the_filter(host):
    async with host.run() as pilot:
        host.widget.open()
        await pilot.press("a", "enter")
        assert told(host) == ["wanted a", "left"]
        assert host.widget.value == "a"


async def test_esc_shows_all_again(host):
    async with host.run() as pilot:
        host.widget.open()
        await pilot.press("a", "escape")
        assert told(host) == ["wanted a", "wanted ", "left"]
        assert not host.widget.display


async def test_what_is_pasted_is_one_harmless_line(host):
    async with host.run() as pilot:
        host.widget.open()
        host.widget.post_message(Paste("two\nrows\x1b[2J"))
        await pilot.pause()
        assert host.widget.value == "two rows[2J"
