"""A shared interview on the screen: what others do is shown at once and disturbs nobody, and who is there is told."""

from typing import cast

import pytest

from facilitator.sharing.heads import Heard
from facilitator.sharing.right_now.backstage import Aside
from facilitator.sharing.right_now.typing_now import Presence, Seen
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live.widgets.note_line import OFF_THE_PANEL, PLACEHOLDERS
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


async def test_the_others_are_told_that_somebody_is_typing_and_that_the_line_is_done(shared):
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        await pilot.press(*"ab")
        assert shared.typed[-2:] == [True, True]
        await pilot.press("enter")
        await pilot.pause()
        assert shared.typed[-1] is False


async def test_what_is_told_backstage_stands_above_the_strip_and_is_gone_after_a_while(shared):
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        await pilot.press(*"half")
        shared.asides.append(Aside(shared.bo.name, 0, False, "[/] 2 min to wrap"))
        live.tick()
        await pilot.pause()
        aside = live.query_one("#aside", Reply)
        assert (aside.text, aside.display) == ("Bo Ek to you: [/] 2 min to wrap", True)
        assert not pilot.app._notifications
        assert live.note_line.text == "half"
        assert live.focused is live.note_line
        shared.panel.wait(61)
        live.tick()
        assert not aside.display


async def test_behind_the_curtain_nothing_is_told_and_what_was_told_is_taken_away(shared):
    shared.told.append("Bo has joined.")
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert pilot.app._notifications
        live = screen_of(pilot.app)
        await pilot.press("f2")
        assert not pilot.app._notifications
        shared.told.append("Cy has joined.")
        live.tick()
        await pilot.pause()
        assert not pilot.app._notifications
        await pilot.press("escape")
        live.tick()
        await pilot.pause()
        assert [told.message for told in pilot.app._notifications] == ["Cy has joined."]


async def test_the_clock_of_a_silent_owner_is_offered_once_and_blocks_nothing(shared):
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        live.send("/clock bo")
        now = shared.conductor.now()
        shared.changes = {"is_live": True, "heard": {shared.bo.name: Heard(now, now, False, {})}}
        await pilot.press(*"half")
        for _ in range(4):
            shared.panel.wait(8)
            live.tick()
        await pilot.pause()
        [told] = pilot.app._notifications
        assert told.message == "Bo Ek, who has the clock, is silent. If that holds you up: /clock me takes it."
        assert live.note_line.text == "half"


async def test_after_somebody_elses_end_enter_shows_the_debrief(shared):
    shown: list[bool] = []
    opened = Opened(shared.conductor, shared=cast(SharedSession, shared), finish=lambda: shown.append(True))
    async with FacilitatorApp(opened).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        live.send("/clock bo")
        shared.bo.conductor.receive(shared.panel.host.log.events)
        shared.others("/end")
        await pilot.pause()
        assert live.reply.text == "The interview has ended. Enter shows the debrief."
        assert shown == []
        await pilot.press("enter")
        assert shown == [True]
        await pilot.press("enter")
        assert shown == [True]


async def test_after_somebody_elses_end_enter_keeps_what_is_typed_first(shared):
    shown: list[bool] = []
    opened = Opened(shared.conductor, shared=cast(SharedSession, shared), finish=lambda: shown.append(True))
    async with FacilitatorApp(opened).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        live.send("/clock bo")
        shared.bo.conductor.receive(shared.panel.host.log.events)
        await pilot.press(*"more")
        shared.others("/end")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert [note.text for note in shared.conductor.session.notes.values()] == ["more"]
        assert shown == []
        await pilot.press("enter")
        assert shown == [True]


async def test_the_keys_are_those_that_a_device_has_a_right_to(shared):
    async with app_of(shared).run_test(size=(160, 45)) as pilot:
        live = screen_of(pilot.app)
        await pilot.pause()
        assert "next" in [key.does for key in live.key_bar.keys]
        live.send("/clock bo")
        await pilot.pause()
        assert not {"next", "recover"} & {key.does for key in live.key_bar.keys}
        await pilot.press("escape", "escape")
        shown = {key.does for key in live.key_bar.keys}
        assert {"cover", "ask", "drop", "floor"} <= shown
        assert not shown & {"next", "pause", "end", "back", "add", "start"}


async def test_a_key_that_runs_anothers_clock_says_whose_it_is(shared):
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        live.send("/clock bo")
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert live.reply.text == "Bo Ek has the clock. /clock me takes it."


@pytest.mark.parametrize(
    ("width", "strip"),
    [(80, "2 of 2 · you have the clock · ≈ time · ✎ Bo Ek"), (40, "2 of 2 · your clock · ≈ time · ✎ bo")],
)
async def test_the_strip_keeps_to_one_row(shared, width, strip):
    now = shared.conductor.now()
    seen = {shared.bo.name: Seen(Presence.TYPING, now, now)}
    shared.changes = {"is_live": True, "clock_bound_ms": 80, "seen": seen}
    async with app_of(shared).run_test(size=(width, 24)) as pilot:
        live = screen_of(pilot.app)
        await pilot.pause()
        live.tick()
        panel = live.query_one("#panel", Reply)
        assert panel.text.endswith(strip)
        assert len(panel.rows) == 1


async def test_alone_there_is_no_strip():
    conductor, _ = opened(small_agenda())
    async with FacilitatorApp(Opened(conductor)).run_test(size=(120, 40)) as pilot:
        assert not screen_of(pilot.app).query("#panel")


async def test_where_all_would_be_refused_the_empty_line_says_so(shared):
    shared.bo.type("/clock me")
    async with app_of(shared).run_test(size=(120, 40)) as pilot:
        live = screen_of(pilot.app)
        assert str(live.note_line.placeholder) == PLACEHOLDERS[0]
        shared.others("/remove ann")
        await pilot.pause()
        assert str(live.note_line.placeholder) == OFF_THE_PANEL[0]
        rows = "\n".join(map(str, live.stream.render_lines(live.stream.region.reset_offset)))
        assert "No notes were taken." in rows
        assert "Enter keeps it" not in rows
        await pilot.resize_terminal(50, 24)
        await pilot.pause()
        assert str(live.note_line.placeholder) == OFF_THE_PANEL[1]
