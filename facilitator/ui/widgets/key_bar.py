"""The last row: the keys that do something now. A click does it, too."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.message import Message

from facilitator.ui.lines import Line, Span, line
from facilitator.ui.widgets.pane import Pane


class Key(NamedTuple):
    """`shown` is the key as it is printed; `action` is what a click runs."""

    shown: str
    does: str
    action: str


class KeyBar(Pane):
    """Shows as many keys as fit; the last one, which leads to all others, always."""

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    keys: Sequence[Key] = ()
    mode = ""

    def show(self, mode: str, keys: Sequence[Key]) -> None:
        """`mode` says in a word or two what typing does."""
        self.mode, self.keys = mode, keys
        self.renew()

    def clicked(self, target: object) -> None:
        if isinstance(target, str):
            self.post_message(self.Pressed(target))

    def lines_for(self, width: int) -> Sequence[Line]:
        if not self.keys:
            return [line()]
        *some, last = self.keys
        room = width - cell_len(self.mode) - 2 - _width(last)
        shown = []
        for key in some:
            room -= _width(key)
            if room < 0:
                break
            shown.append(key)
        spans = [Span(f" {self.mode} ", "cursor"), Span(" ")]
        for key in (*shown, last):
            spans += [Span(f"{key.shown} ", "accent", key.action), Span(f"{key.does}  ", "muted", key.action)]
        return [line(*spans)]


def _width(key: Key) -> int:
    return cell_len(key.shown) + cell_len(key.does) + 3
