"""An app whose settings change while it runs, and where nothing can be kept."""

from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.sessions import opened, screen_of, small_agenda


async def test_keys_act_and_are_shown_anew():
    app = FacilitatorApp(Opened(opened(small_agenda())[0]))
    async with app.run_test(size=(120, 40)) as pilot:
        app.use_keys({"live.curtain": "f6"})
        await pilot.pause()
        assert "F6" in [key.shown for key in screen_of(app).key_bar.keys]
        await pilot.press("f6")
        assert type(app.screen).__name__ == "Curtain"


async def test_what_cannot_be_kept_holds_until_one_leaves():
    app = FacilitatorApp(Opened(opened(small_agenda())[0]))
    async with app.run_test(notifications=True) as pilot:
        app.keep("theme", "light", said="Theme: light.")
        await pilot.pause()
        assert screen_of(app).reply.text == "Theme: light. It applies until you leave."
        await pilot.press("f2")
        app.keep("theme", "dark", said="Theme: dark.")
        await pilot.pause()
        assert str(app.screen.query_one("Toast").render()) == "Theme: dark. It applies until you leave."


async def test_what_is_wrong_with_the_settings_is_said_on_the_screen():
    complaint = "config.toml:3:1: warning: keys.nxt: there is no such act (did you mean 'next'?)"
    app = FacilitatorApp(Opened(opened(small_agenda())[0]), complaints=[complaint])
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert str(app.screen.query_one("Toast").render()) == complaint
