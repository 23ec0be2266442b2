"""The help names every command with its usage, its key and what it does, and every key of the screen that asks."""

import pytest
from textual.app import App

from facilitator.domain.language.commands import COMMANDS
from facilitator.ui.help.help_screen import HelpScreen
from facilitator.ui.toolkit.document_view import DocumentView


class Host(App[None]):
    """A program that shows the help and comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.help = HelpScreen([("F9", "Does something")], {"next": "F8"})

    def on_mount(self) -> None:
        self.push_screen(self.help)

    @property
    def text(self) -> str:
        return self.help.query_one(DocumentView).text


@pytest.fixture
def app() -> Host:
    return Host()


async def test_every_command_stands_under_its_heading_with_what_it_does(app):
    async with app.run_test(size=(200, 200)) as pilot:
        await pilot.pause()
        rows = app.text.split("\n")
        for command in COMMANDS.values():
            assert command.heading in rows
            assert any(f"{command.usage}  {command.help}" in row for row in rows), command.name


async def test_keys_stand_as_they_are_printed(app):
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        assert f"{'F9':<24}Does something" in app.text
        assert "F8    /next" in app.text


async def test_where_it_is_narrow_what_a_key_does_follows_it(app):
    async with app.run_test(size=(50, 60)) as pilot:
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
