"""The question before a session is erased says what would be gone, and shows any text as it is."""

import pytest
from textual.app import App
from textual.widgets import Static

from facilitator.ui.picking.erase_question import EraseQuestion


@pytest.mark.parametrize(("key", "sure"), [("y", True), ("escape", False), ("n", False), ("enter", False)])
async def test_only_one_key_erases(key: str, sure: bool):
    app: App[None] = App()
    answers: list[bool | None] = []
    async with app.run_test() as pilot:
        app.push_screen(EraseQuestion("[/] with [bold]Robin"), answers.append)
        await pilot.pause()
        assert str(app.screen.query_one(Static).content) == "[/] with [bold]Robin"
        await pilot.press(key)
        await pilot.pause()
    assert answers == [sure]
