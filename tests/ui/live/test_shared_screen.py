"""A shared interview on the screen: what others do is shown at once and disturbs nobody, and who is there is told."""

from typing import cast

import pytest

from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.toolkit.reply import Reply
from facilitator.workspace.shared.shared_session import SharedSession
from tests.ui.sessions import opened, screen_of, small_agenda
from tests.ui.shared_sessions import SharedInMemory


@pytest.fixture
def shared() -> SharedInMemory:
    return SharedInMemory()


def app_of(shared: SharedInMemory) -> FacilitatorApp:
    return FacilitatorApp(Opened(shared.conductor, shared=cast(SharedSession, shared)))


async def test_what_others_do_is_shown_and_leaves_what_is_typed_alone(shared):
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        await pilot.press(*"half")
        shared.others("+ Bo's note")
        await pilot.pause()
        assert "Bo's note" in "\n".join(map(str, live.stream.render_lines(live.stream.region.reset_offset)))
        await pilot.press(*"-a-thought")
        assert live.note_line.text == "half-a-thought"
        assert live.focused is live.note_line


async def test_what_others_do_moves_no_selection(shared):
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        await pilot.press("escape", "escape", "down")
        before = live.selection
        shared.others("/ask 1")
        await pilot.pause()
        assert live.keys_mode
        assert live.selection == before


async def test_whoever_is_typing_is_told_of_the_end_and_stays(shared):
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        live.send("/clock bo")
        shared.bo.conductor.receive(shared.panel.host.log.events)
        await pilot.press(*"half")
        shared.others("/end")
        await pilot.pause()
        assert screen_of(pilot.app) is live
        assert live.reply.text == "The interview has ended. F5 shows the debrief."
        assert live.note_line.text == "half"


async def test_the_strip_says_who_is_there_and_what_waits(shared):
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        await pilot.pause()
        strip = live.query_one("#panel", Reply)
        assert (strip.kind, strip.text) == ("panel", "2 of 2 here · you have the clock")
        now = shared.conductor.now()
        shared.changes = {"trouble": "It can't be used.", "down_since": now - 65_000, "unsent": 2}
        live.tick()
        assert (strip.kind, strip.text) == ("offline", "offline 1:05: kept here, 2 to send · you have the clock")
        assert strip.region.height == 1


async def test_what_there_is_to_tell_is_told_once(shared):
    shared.told.append("Bo has joined. Compare [/these] words.")
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        [told] = pilot.app._notifications
        assert told.message == "Bo has joined. Compare [/these] words."
        assert shared.told == []


async def test_what_comes_in_while_it_is_being_left_is_kept_and_shown_to_nobody(shared):
    async with app_of(shared).run_test(size=(120, 40)):
        pass
    shared.others("too late for the screen")
    shared.take_in()
    assert [note.text for note in shared.conductor.session.notes.values()] == ["too late for the screen"]


async def test_alone_there_is_no_strip():
    conductor, _ = opened(small_agenda())
    async with FacilitatorApp(Opened(conductor)).run_test(size=(120, 40)) as pilot:
        assert not screen_of(pilot.app).query("#panel")
