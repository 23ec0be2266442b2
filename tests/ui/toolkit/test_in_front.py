"""A screen in front of a line types into it what it has no use for itself."""

from textual.events import Paste
from textual.screen import Screen

from facilitator.ui.app import FacilitatorApp, Picking
from facilitator.ui.toolkit.in_front import InFront, Writes
from tests.ui.keyboard import burst, settled


class Line:
    """Remembers what it took."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def take(self, event) -> None:
        self.taken.append(event.key)

    def type_in(self, text: str) -> None:
        self.taken.append(text)


class Front(InFront[None]):
    BINDINGS = [("escape", "dismiss", "Back")]


class Written(Writes, Screen[None]):
    """A screen with a line."""

    def __init__(self) -> None:
        super().__init__()
        self._line = Line()

    @property
    def line(self) -> Line:
        return self._line


async def test_letters_and_what_is_pasted_reach_the_line_behind():
    farther, nearest = Written(), Written()
    app = FacilitatorApp(Picking(lambda: farther, str))
    async with app.run_test() as pilot:
        app.push_screen(nearest)
        app.push_screen(Front())
        await settled(pilot)
        await burst(pilot, "a", "enter", "backspace")
        app.post_message(Paste("two words"))
        await settled(pilot)
    assert nearest.line.taken == ["a", "enter", "backspace", "two words"]
    assert farther.line.taken == []


async def test_without_a_line_behind_it_nothing_happens():
    app = FacilitatorApp(Picking(Front, str))
    async with app.run_test() as pilot:
        await burst(pilot, "a", "b")
        assert isinstance(app.screen, Front)
