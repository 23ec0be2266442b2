"""The question before an unfinished session is erased, which nothing brings back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.resources import styles_dir


class EraseQuestion(ModalScreen[bool]):
    """Dismisses with whether to erase. Only `y` does: whatever else one is used to press keeps the session."""

    CSS_PATH = [styles_dir() / "pick.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "Erase it", id="erase.yes", tooltip="Erase the session for good"),
        Binding("escape,enter,n", "dismiss(False)", "Keep it", id="erase.no", tooltip="Keep the session"),
    ]

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(self.what))
            yield Static(Content("Erase it for good? Nothing brings it back."), id="asked")
            yield Static(Content("y: erase it · Esc: keep it"))
