"""The app: which screen comes when, the themes, the keys that were remapped."""

import pytest
from textual.events import Paste
from textual.screen import Screen

from facilitator.ui.app import FacilitatorApp, Opened, Picking
from facilitator.ui.live.live_screen import LiveScreen
from facilitator.ui.live.widgets.search_line import SearchLine
from tests.disks import Disk
from tests.ui.hosting import Host
from tests.ui.sessions import opened, screen_of, small_agenda


class Pick(Screen[str | None]):
    """Picks what it is told to."""


def picking(answer: Opened | str) -> FacilitatorApp:
    return FacilitatorApp(Picking(Pick, lambda picked: answer))


async def test_a_session_that_is_given_is_run_at_once():
    app = FacilitatorApp(Opened(opened(small_agenda())[0]))
    async with app.run_test():
        assert isinstance(app.screen, LiveScreen)


async def test_what_was_picked_is_run():
    app = picking(Opened(opened(small_agenda())[0]))
    async with app.run_test() as pilot:
        screen_of(app).dismiss("it")
        await pilot.pause()
        assert isinstance(app.screen, LiveScreen)


async def test_what_cannot_be_opened_is_said_and_can_be_picked_anew():
    app = picking("It is open elsewhere.")
    async with app.run_test(notifications=True) as pilot:
        first = app.screen
        screen_of(app).dismiss("it")
        await pilot.pause()
        assert isinstance(app.screen, Pick)
        assert app.screen is not first
        assert str(app.screen.query_one("Toast").render()) == "It is open elsewhere."


@pytest.mark.parametrize("is_picked", [True, False])
async def test_what_is_to_be_told_of_a_session_is_told_on_its_screen(is_picked):
    ready = Opened(opened(small_agenda())[0], said="1 line damaged, set aside in [/].")
    app = picking(ready) if is_picked else FacilitatorApp(ready)
    async with app.run_test(notifications=True) as pilot:
        if is_picked:
            screen_of(app).dismiss("it")
        await pilot.pause()
        assert isinstance(app.screen, LiveScreen)
        assert str(app.screen.query_one("Toast").render()) == "1 line damaged, set aside in [/]."


async def test_picking_nothing_ends_it():
    app = picking("")
    async with app.run_test() as pilot:
        screen_of(app).dismiss(None)
        await pilot.pause()
    assert app.return_code == 0


async def test_leaving_asks_wherever_a_session_at_hand_would_lose_something():
    disk = Disk()
    conductor, _ = opened(small_agenda(), log=disk)
    disk.is_full = True
    conductor.submit("a note")
    app = FacilitatorApp(Picking(Pick, lambda picked: "", conductor))
    async with app.run_test(notifications=True) as pilot:
        first = app.screen
        screen_of(app).dismiss(None)
        await pilot.pause()
        assert isinstance(app.screen, Pick)
        assert app.screen is not first
        assert "1 note is on no disk" in str(app.screen.query_one("Toast").render())
        conductor.submit("another")
        await pilot.press("ctrl+q")
        assert app.is_running
        screen_of(app).dismiss(None)
        await pilot.pause()
    assert app.return_code == 0


@pytest.mark.parametrize(
    ("theme", "no_color", "used"),
    [("light", "", "light"), ("no such theme", "", "dark"), ("dark", "1", "high-contrast")],
)
async def test_the_theme_is_the_one_that_was_asked_for_unless_there_is_none_or_no_colour(
    monkeypatch, theme, no_color, used
):
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    app = FacilitatorApp(Opened(opened(small_agenda())[0]), theme=theme)
    async with app.run_test():
        assert app.theme == used


async def test_only_our_themes_can_be_chosen():
    app = FacilitatorApp(Opened(opened(small_agenda())[0]))
    assert set(app.available_themes) == {"dark", "light", "high-contrast", "terminal"}


async def test_a_key_can_be_remapped():
    conductor, _ = opened(small_agenda())
    async with FacilitatorApp(Opened(conductor), keymap={"command.start": "f6"}).run_test() as pilot:
        await pilot.press("escape", "f6")
    assert conductor.session.is_running


async def test_what_is_pasted_is_cleaned_before_anything_gets_it():
    host = Host(SearchLine())
    async with host.run() as pilot:
        host.widget.display = True
        host.widget.focus()
        host.app.post_message(Paste("a\x1b]52;c;x\x07b"))
        await pilot.pause()
        assert host.widget.value == "a]52;c;xb"


async def test_ctrl_c_says_how_to_leave_and_what_is_typed_stays():
    app = FacilitatorApp(Opened(opened(small_agenda())[0]), keymap={"live.leave": "f12"})
    async with app.run_test() as pilot:
        await pilot.press(*"half a no", "ctrl+c", *"te")
        assert screen_of(app).reply.text == "To leave: F12."
        assert screen_of(app).note_line.text == "half a note"
        assert app.return_code is None


async def test_ctrl_c_copies_what_is_selected_and_says_what_became_of_it():
    copied = []

    def clipboard(text: str) -> str:
        copied.append(text)
        return "Copied."

    app = FacilitatorApp(Opened(opened(small_agenda())[0]), clipboard=clipboard)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press(*"note", "shift+home", "ctrl+c")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert copied == ["note"]
        assert screen_of(app).reply.text == "Copied."
        assert screen_of(app).note_line.text == "note"
