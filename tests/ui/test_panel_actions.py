"""What a session that is shared with other devices adds to the app, asked for in a line; alone it says so."""

from typing import cast

import pytest
from textual.pilot import Pilot

from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.panel_actions import ON_ITS_OWN
from facilitator.workspace.shared.shared_session import SharedSession
from tests.ui.sessions import opened, screen_of, small_agenda
from tests.ui.shared_sessions import SharedInMemory


async def told_after(pilot: Pilot[None], line: str) -> list[str]:
    """Type a line; return what the notices say then. The line is empty again."""
    await pilot.press(*line, "enter")
    await pilot.pause()
    assert screen_of(pilot.app).note_line.text == ""
    return [str(notice.message) for notice in pilot.app._notifications]


@pytest.mark.parametrize("line", ["/panel", "/PANEL", "/pane"])
async def test_it_says_how_the_panel_stands_and_where_there_is_more(line: str):
    shared = SharedInMemory()
    app = FacilitatorApp(Opened(shared.conductor, shared=cast(SharedSession, shared)))
    async with app.run_test(size=(120, 40)) as pilot:
        said = "2 of 2 here · you have the clock. Who has what: “facilitator panel s” in another terminal."
        assert said in await told_after(pilot, line)


async def test_alone_there_is_no_panel_of_devices():
    conductor, _ = opened(small_agenda())
    async with FacilitatorApp(Opened(conductor)).run_test(size=(120, 40)) as pilot:
        assert ON_ITS_OWN in await told_after(pilot, "/panel")
