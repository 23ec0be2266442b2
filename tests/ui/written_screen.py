"""A screen with a line that takes down what is typed in front of it."""

from textual.events import Key
from textual.screen import Screen

from facilitator.ui.toolkit.in_front import Writes


class TakenLine:
    """`keys` are the names of the keys that it took, and the pastes; `text` is what they typed."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.text = ""

    def take(self, event: Key) -> None:
        self.keys.append(event.key)
        self.text += event.character or ""

    def type_in(self, text: str) -> None:
        self.keys.append(text)
        self.text += text


class WrittenScreen(Writes, Screen[None]):
    def __init__(self) -> None:
        super().__init__()
        self._line = TakenLine()

    @property
    def line(self) -> TakenLine:
        return self._line
