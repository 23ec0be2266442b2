"""The help begins with what you do most; behind it is every key, and every command with an example from here."""

import pytest
from textual.app import App
from textual.widgets import Static

from facilitator.domain.language.commands import COMMANDS
from facilitator.showing.things_to_do import things_to_do
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.help.help_screen import HelpScreen, help_pages
from facilitator.ui.toolkit.document_view import DocumentView
from tests.ui.keyboard import settled
from tests.ui.sessions import ENDED, NORMAL, WAITING, played, screen_of

KEYS = [("F9", "Does something"), ("Ctrl+Shift+_ or Ctrl+Underscore", "Does more")]


class Host(App[None]):
    """A program that shows the help and comes back."""

    def __init__(self) -> None:
        super().__init__()
        here = played(NORMAL)[0].situation()
        self.help = HelpScreen(help_pages(things_to_do(here), KEYS, {"next": "F8", "cover": "Ctrl+O"}, here))

    def on_mount(self) -> None:
        self.push_screen(self.help)

    @property
    def text(self) -> str:
        return self.help.query_one(DocumentView).text

    def line(self, id: str) -> str:
        return str(self.help.query_one(id, Static).content)


@pytest.fixture
def app() -> Host:
    return Host()


async def test_first_stand_ten_things_with_this_agendas_questions_and_people(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = [row for row in app.text.split("\n") if row]
        assert len(rows) == 11
        assert any(row.startswith("Ctrl+O") and "/cover 6 by cfo" in row for row in rows)


async def test_a_title_says_what_it_is_and_the_last_row_how_to_go_on_and_back(app):
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert app.line("#title") == "Help 1/3: what you do most"
        assert app.line("#way-back") == "Esc: back · Tab: keys"


async def test_tab_turns_the_pages_and_comes_round(app):
    async with app.run_test(size=(120, 60)) as pilot:
        titles = []
        for key in ("tab", "tab", "tab", "left"):
            await pilot.press(key)
            await pilot.pause()
            titles.append(app.line("#title"))
        assert titles == ["Help 2/3: keys", "Help 3/3: commands", "Help 1/3: what you do most", "Help 3/3: commands"]


async def test_every_command_stands_under_its_heading_with_what_it_does(app):
    async with app.run_test(size=(200, 200)) as pilot:
        await pilot.press("left")
        await pilot.pause()
        text = app.text
        rows = text.split("\n")
        for command in COMMANDS.values():
            assert command.heading in rows
            assert f"{command.usage}  {command.help}"[:100] in text, command.name
        assert "F8      /next" in text


async def test_keys_stand_as_they_are_printed(app):
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert f"{'F9':<24}Does something" in app.text
        assert "Ctrl+Underscore  Does more" in app.text


async def test_where_it_is_narrow_what_a_key_does_follows_it(app):
    async with app.run_test(size=(50, 60)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert "F9  Does something" in app.text


@pytest.mark.parametrize("key", ["escape", "f1"])
async def test_any_of_its_keys_leads_back(app, key):
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.screen is not app.help


async def test_two_clicks_lead_back_and_one_does_not(app):
    async with app.run_test() as pilot:
        await pilot.click(offset=(5, 5))
        assert app.screen is app.help
        await pilot.double_click(offset=(5, 5))
        await pilot.pause()
        assert app.screen is not app.help


async def test_what_is_typed_in_front_of_it_stands_in_the_note_line():
    app = FacilitatorApp(Opened(played(NORMAL)[0]))
    async with app.run_test() as pilot:
        await pilot.press("f1", "tab", *"note")
        await pilot.press("escape")
        await settled(pilot)
        assert screen_of(app).note_line.text == "note"


class TestPictures:
    @pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
    def test_while_it_runs(self, snap_compare, size):
        assert snap_compare(FacilitatorApp(Opened(played(NORMAL)[0])), press=["f1"], terminal_size=size)

    @pytest.mark.parametrize(("state", "until"), [("waiting", WAITING), ("ended", ENDED)])
    def test_before_and_after(self, snap_compare, state, until):
        assert snap_compare(FacilitatorApp(Opened(played(until)[0])), press=["f1"], terminal_size=(80, 24))

    def test_the_commands(self, snap_compare):
        app = FacilitatorApp(Opened(played(NORMAL)[0]))
        assert snap_compare(app, press=["f1", "left"], terminal_size=(80, 24))
