"""A screen in front of a line types into it what it has no use for itself."""

from textual.events import Paste

from facilitator.ui.app import FacilitatorApp, Picking
from facilitator.ui.toolkit.in_front import InFront
from tests.ui.keyboard import burst, settled
from tests.ui.written_screen import WrittenScreen


class Front(InFront[None]):
    BINDINGS = [("escape", "dismiss", "Back")]


async def test_letters_and_what_is_pasted_reach_the_line_behind():
    farther, nearest = WrittenScreen(), WrittenScreen()
    app = FacilitatorApp(Picking(lambda: farther, str))
    async with app.run_test() as pilot:
        app.push_screen(nearest)
        app.push_screen(Front())
        await settled(pilot)
        await burst(pilot, "a", "enter", "backspace")
        app.post_message(Paste("two words"))
        await settled(pilot)
    assert nearest.line.keys == ["a", "enter", "backspace", "two words"]
    assert farther.line.keys == []


async def test_without_a_line_behind_it_nothing_happens():
    app = FacilitatorApp(Picking(Front, str))
    async with app.run_test() as pilot:
        await burst(pilot, "a", "b")
        assert isinstance(app.screen, Front)
