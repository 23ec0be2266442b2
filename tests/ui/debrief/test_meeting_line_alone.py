"""The line of the meeting: opened with a slash, completed by Tab, closed by Esc."""

import pytest
from textual.events import Paste

from facilitator.conducting.draft_keeper import NoDraft
from facilitator.ui.debrief.meeting_line import MeetingLine
from tests.ui.hosting import Host
from tests.ui.sessions import opened, small_agenda


def fail(reason: str) -> None:
    raise AssertionError(reason)


@pytest.fixture
def host() -> Host[MeetingLine]:
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    conductor.submit("/end")
    return Host(MeetingLine(conductor, NoDraft(), fail))


async def test_it_begins_with_a_slash_and_has_the_keys(host):
    async with host.run() as pilot:
        host.widget.open()
        await pilot.press(*"vo")
        assert host.widget.value == "/vo"
        assert [one.text for one in host.heard[-1].completions] == ["/vote"]


async def test_tab_takes_the_first_completion(host):
    async with host.run() as pilot:
        host.widget.open()
        await pilot.press(*"vo", "tab")
        assert host.widget.value == "/vote "


async def test_a_completion_keeps_what_stands_after_the_cursor(host):
    async with host.run() as pilot:
        host.widget.open()
        await pilot.press(*"vo yes", "left", "left", "left", "left", "tab")
        assert host.widget.value.split() == ["/vote", "yes"]


async def test_esc_closes_it_keeps_what_was_typed_and_gives_the_keys_back(host):
    async with host.run() as pilot:
        host.widget.open()
        await pilot.press(*"vo", "escape")
        assert not host.widget.display
        assert host.widget.value == "/vo"
        assert pilot.app.focused is not host.widget


async def test_what_is_pasted_is_one_harmless_line(host):
    async with host.run() as pilot:
        host.widget.open()
        host.widget.post_message(Paste("vote\nyes\x1b[2J"))
        await pilot.pause()
        assert host.widget.value == "/vote yes[2J"
