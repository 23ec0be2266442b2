"""Choosing: what is moved to is shown, leaving brings back what was, and what one types isn't lost."""

from textual.events import Paste
from textual.widgets import Static

from facilitator.ui.app import FacilitatorApp, Picking
from facilitator.ui.settings.choosing import USUAL, Alternative, Chooser, KeyQuestion
from tests.ui.written_screen import WrittenScreen

ALTERNATIVES = [Alternative("a", "First"), Alternative("b", "Second [/]"), Alternative("c", "Third")]


class Host(FacilitatorApp):
    """Asks once, and takes down the answers."""

    def __init__(self, screen: Chooser | KeyQuestion) -> None:
        self.written = WrittenScreen()
        super().__init__(Picking(lambda: self.written, str))
        self.asking = screen
        self.answers: list[str | None] = []

    def on_ready(self) -> None:
        self.push_screen(self.asking, self.answers.append)


async def test_each_is_shown_as_it_would_be_and_enter_takes_it():
    shown: list[str] = []
    host = Host(Chooser("Which?", ALTERNATIVES, "a", shown.append))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "up", "enter")
        assert shown == ["a", "b", "c", "b"]
        assert host.answers == ["b"]


async def test_leaving_shows_again_what_was():
    shown: list[str] = []
    host = Host(Chooser("Which?", ALTERNATIVES, "b", shown.append))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "escape")
        assert shown == ["b", "a", "b"]
        assert host.answers == [None]


async def test_a_click_takes_one():
    host = Host(Chooser("Which?", ALTERNATIVES, "a"))
    async with host.run_test(size=(40, 12)) as pilot:
        await pilot.click("Alternatives", offset=(3, 2))
        assert host.answers == ["c"]


async def test_what_is_typed_meanwhile_goes_to_the_line_once():
    host = Host(Chooser("Which?", ALTERNATIVES, "a"))
    async with host.run_test(size=(20, 5)) as pilot:
        await pilot.press(*"no", "pagedown", "pageup", "enter")
        assert host.written.line.text == "no"


async def test_a_key_is_asked_for_until_one_will_do():
    host = Host(KeyQuestion("Curtain", lambda key: "" if key == "ctrl+k" else f"{key} won't do."))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        assert str(host.screen.query_one("#refused", Static).content) == "n won't do."
        await pilot.press("enter", "ctrl+k")
        assert host.answers == ["ctrl+k"]


async def test_backspace_answers_with_the_usual_key_and_esc_with_none():
    for key, answer in (("backspace", USUAL), ("escape", None)):
        host = Host(KeyQuestion("Curtain", lambda key: ""))
        async with host.run_test() as pilot:
            await pilot.press(key)
            assert host.answers == [answer]


async def test_what_is_typed_or_pasted_while_a_key_is_asked_for_goes_to_the_line():
    host = Host(KeyQuestion("Start", lambda key: "" if key == "f7" else "Choose another one."))
    line = host.written.line
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "o", "ctrl+z")
        host.post_message(Paste(" doubt"))
        await pilot.pause()
        assert line.text == "no doubt"
        await pilot.press("f7")
        assert host.answers == ["f7"]
