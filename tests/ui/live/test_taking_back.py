"""On the screen, what would be taken back is said first, a slip costs nothing, and no note acts by accident."""

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.live.live_screen import LiveScreen
from tests.ui.sessions import opened, screen_of, small_agenda


def on_screen(app) -> str:
    return app.export_screenshot().replace("&#160;", " ")


@pytest.fixture
def conductor():
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    conductor.submit("a first note")
    return conductor


@pytest.fixture
def app(conductor):
    def finish() -> DebriefScreen:
        value = debrief(conductor.session, conductor.now())
        return DebriefScreen(value, lambda value, name, extent: "", lambda value, purpose: "", conductor=conductor)

    return FacilitatorApp(Opened(conductor, finish=finish))


async def test_what_undo_would_take_back_stands_above_the_line(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"/undo")
        await pilot.pause()
        assert "undoes note “a first note”, 10:00" in on_screen(app)
        await pilot.press(*" 2")
        await pilot.pause()
        assert "undoes start of “First”" in on_screen(app)


async def test_the_help_says_it_beside_the_key(app):
    async with app.run_test(size=(200, 120)) as pilot:
        await pilot.press("f1", "left")
        await pilot.pause()
        assert "Now it undoes note" in on_screen(app)


async def test_the_keys_u_and_capital_u_take_back_and_bring_back(app, conductor):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "u")
        assert len(conductor.session.notes) == 0
        await pilot.press("escape", "U")
        assert len(conductor.session.notes) == 1
        assert screen_of(app).reply.text == "Redone: note “a first note”. F8 undoes."


async def test_a_new_end_stands_above_the_line_while_it_is_typed(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"/add 30")
        await pilot.pause()
        assert "moves the end to 10:45, 30:00 over" in on_screen(app)


async def test_the_key_for_more_time_gives_two_minutes(app, conductor):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "plus")
        assert conductor.session.added_seconds == {"first": 120}


async def test_a_command_without_its_slash_is_asked_about_and_enter_keeps_the_note(app, conductor):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*":next", "enter", "x")
        assert screen_of(app).reply.text == ""
        await pilot.press("backspace", "enter")
        assert screen_of(app).reply.text == "A note, or /next?\nEnter to keep it as a note, Esc to go back."
        assert screen_of(app).note_line.text == ":next"
        await pilot.press("enter")
        assert [note.text for note in conductor.session.notes.values()] == ["a first note", ":next"]
        assert len(conductor.session.visits) == 1


async def test_after_an_end_by_a_slip_one_line_leads_back_to_the_live_screen(app, conductor):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"/end", "enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press("slash", *"reopen", "enter")
        await pilot.pause()
        assert isinstance(app.screen, LiveScreen)
        assert conductor.session.is_running
        assert screen_of(app).reply.text == "The interview continues."
        await pilot.press(*"goes on", "enter")
        assert len(conductor.session.notes) == 2
