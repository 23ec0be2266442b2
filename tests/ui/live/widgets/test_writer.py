"""Whom the note line is credited to stands in front of it, unless that is the lead."""

from facilitator.ui.live.widgets.writer import Writer
from tests.ui.hosting import Host


async def test_it_shows_an_id_as_it_would_be_typed_and_nothing_for_the_lead():
    host = Host(Writer())
    async with host.run(20, 1) as pilot:
        host.widget.show("cfo")
        await pilot.pause()
        assert host.shown == ["cfo>"]
        host.widget.show("")
        await pilot.pause()
        assert not host.widget.display


async def test_it_takes_no_more_than_a_dozen_cells_from_the_line():
    host = Host(Writer())
    async with host.run(30, 1) as pilot:
        host.widget.show("head-of-engineering")
        await pilot.pause()
        assert host.shown == ["head-of-eng…>"]
