"""What became of a line: it is said, with the way to undo what a key did, and a question waits for its Enter."""

import pytest

from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.sessions import opened, screen_of, small_agenda


@pytest.fixture
def app() -> FacilitatorApp:
    conductor, _ = opened(small_agenda())
    conductor.submit("/start")
    return FacilitatorApp(Opened(conductor))


async def test_only_what_a_key_did_is_told_with_the_way_to_undo_it(app):
    async with app.run_test():
        live = screen_of(app)
        assert live.send("/pause")
        assert live.reply.text == "Paused. F8 undoes."
        assert live.send("/resume", typed_at=live.conductor.now())
        assert live.reply.text == "The clock is running again."


async def test_what_records_nothing_has_nothing_to_undo(app):
    async with app.run_test():
        live = screen_of(app)
        assert live.send("/as bo")
        assert live.reply.text == "Bo Chen is writing now."


async def test_what_a_key_asks_about_waits_as_long_as_nothing_is_typed(app):
    async with app.run_test() as pilot:
        live = screen_of(app)
        assert not live.send("/end")
        assert live.is_asking
        await pilot.press("x")
        assert not live.is_asking
        assert live.reply.text == ""


async def test_a_refusal_is_read_while_its_line_is_mended_and_goes_with_it(app):
    async with app.run_test() as pilot:
        live = screen_of(app)
        await pilot.press(*"/nosuch", "enter")
        assert live.reply.kind == "refused"
        await pilot.press("backspace")
        assert live.reply.kind == "refused"
        await pilot.press("ctrl+u")
        await pilot.pause()
        assert live.reply.text == ""


async def test_what_the_settings_displaced_is_told_at_once_and_leaves_the_note_line_in_view():
    conductor, _ = opened(small_agenda())
    keys = {"next": "ctrl+o", "cover": "f9", "live.curtain": "ctrl+t"}
    app = FacilitatorApp(Opened(conductor), keymap=keys)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        [toast] = screen_of(app).query("Toast")
        assert toast.region.height > 3
        assert toast.region.bottom <= screen_of(app).note_line.region.y
