"""The screen with the link: for other eyes, so there is nothing else on it, and nothing that is typed is lost."""

from threading import Event

import pytest

from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live.page_screen import TOO_SMALL, PageScreen
from facilitator.workspace.services.page import PageTrouble, Served
from tests.ui.keyboard import settled
from tests.ui.sessions import ENDED, NORMAL, played, screen_of

LINK = "http://192.168.178.123:54321/2o4htdicvxzv4yeluwn2puieny/"


def served() -> Served:
    return Served(LINK, is_private=False, watching=3)


def app_with(open_page=served, until=NORMAL, **how) -> FacilitatorApp:
    return FacilitatorApp(Opened(played(until)[0], open_page=open_page, **how))


async def shown(app, pilot) -> PageScreen:
    """The screen that /page shows, once it has what there is to show."""
    await pilot.press(*"/page", "enter")
    await settled(pilot)
    screen = screen_of(app)
    assert isinstance(screen, PageScreen)
    await app.workers.wait_for_complete()
    await pilot.pause()
    return screen


async def test_it_shows_the_link_its_code_and_who_can_see_it():
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await shown(app, pilot)
        assert str(screen.link.content) == LINK
        assert screen.code.display
        assert str(screen.code.content).count("\n") == 16
        assert screen.code.region.height == 17
        about = str(screen.about.content)
        assert "Whoever can reach this computer and has the link" in about
        assert "3 browsers follow it now." in about


async def test_a_telephone_can_read_it_in_every_theme():
    app = app_with()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await shown(app, pilot)
        for theme in app.available_themes:
            app.theme = theme
            await pilot.pause()
            styles = screen.code.styles
            assert (styles.color.hex, styles.background.hex) == ("#000000", "#FFFFFF")


@pytest.mark.parametrize("size", [(40, 12), (30, 40), (120, 19)])
async def test_a_code_that_has_no_room_is_left_out_with_a_hint(size):
    app = app_with()
    async with app.run_test(size=size) as pilot:
        screen = await shown(app, pilot)
        assert not screen.code.display
        assert TOO_SMALL in str(screen.about.content)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert screen.code.display
        assert TOO_SMALL not in str(screen.about.content)


async def test_what_is_wrong_stands_there_instead():
    def in_use() -> Served:
        raise PageTrouble("Port 80 of [/]127.0.0.1 is in use.")

    app = app_with(in_use)
    async with app.run_test() as pilot:
        screen = await shown(app, pilot)
        assert str(screen.link.content) == "Port 80 of [/]127.0.0.1 is in use."
        assert not screen.code.display


async def test_nothing_waits_for_a_name_server():
    is_there = Event()

    def slow() -> Served:
        is_there.wait(60)
        return served()

    app = app_with(slow)
    async with app.run_test() as pilot:
        await pilot.press(*"/page", "enter")
        await settled(pilot)
        screen = screen_of(app)
        assert str(screen.link.content) == "Opening …"
        await pilot.press("escape")
        assert screen_of(app).note_line.has_focus
        is_there.set()
        await app.workers.wait_for_complete()


async def test_what_is_typed_goes_to_the_note_line_and_the_panel_is_not_seen():
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await shown(app, pilot)
        await pilot.press(*"kept")
        drawn = app.export_screenshot().replace("&#160;", " ")
        for secret in ("kept", "pipeline", "Eszter", "strength"):
            assert secret not in drawn
        await pilot.press("escape")
        assert screen_of(app).note_line.text == "kept"


async def test_it_is_there_after_the_end_too():
    app = app_with(until=ENDED)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.run_action("app.page")
        await pilot.pause()
        assert isinstance(screen_of(app), PageScreen)


async def test_a_page_that_is_wanted_is_open_from_the_start_and_said_to_be():
    opened = []

    def open_page() -> Served:
        opened.append(LINK)
        return served()

    app = app_with(open_page, page_is_wanted=True)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert opened == [LINK]
        assert [str(one.message) for one in app._notifications] == [
            "The page for the room is open: /page shows its link."
        ]


async def test_nothing_is_open_unless_it_is_wanted():
    app = app_with(lambda: pytest.fail("nobody asked for it"))
    async with app.run_test() as pilot:
        await pilot.pause()
