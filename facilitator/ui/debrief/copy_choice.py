"""The question what a debrief is copied for: a letter each, and Enter for what was chosen last."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.documents.styled_text import Line, Span, line
from facilitator.reports.copies import PURPOSES, Purpose
from facilitator.resources import styles_dir
from facilitator.ui.toolkit.in_front import InFront
from facilitator.ui.toolkit.pane import Pane


class Purposes(Pane):
    """A row per purpose with its letter, `chosen` marked; a click takes one."""

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self._chosen = chosen

    def lines_for(self, width: int) -> Sequence[Line]:
        return [
            line(
                Span(f"{'●' if purpose.name == self._chosen else ' '} ", "accent"),
                Span(f"{purpose.key}  ", "accent"),
                Span(purpose.title, "strong"),
                target=purpose,
            )
            for purpose in PURPOSES.values()
        ]

    def clicked(self, target: object) -> None:
        if isinstance(target, Purpose):
            self.screen.dismiss(target.name)


class CopyChoice(ModalScreen[str | None], InFront[str | None]):
    """Dismisses with the name of a purpose, or with None. `chosen` is the one for Enter; empty is the first.

    A letter of no purpose begins a note: it goes to the line behind, and nothing is copied.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"accent", "strong"}
    CSS_PATH = [styles_dir() / "copy_choice.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                purpose.key,
                f"choose('{purpose.name}')",
                purpose.title,
                show=False,
                id=f"copy.{purpose.name}",
                tooltip="Copy it for this",
            )
            for purpose in PURPOSES.values()
        ),
        Binding("enter", "choose", "As last time", show=False, id="copy.last", tooltip="Copy what is marked"),
        Binding("escape,q", "choose(None)", "Back", show=False, id="copy.leave", tooltip="Copy nothing"),
    ]

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self._chosen = chosen if chosen in PURPOSES else next(iter(PURPOSES))

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content("What are you copying it for?"), id="question")
            yield Purposes(self._chosen)
            yield Static(Content("Press a letter, or Enter for the marked one; Esc cancels."), id="how")

    def pass_on(self, event: Key) -> None:
        if event.is_printable and event.key not in self.active_bindings:
            super().pass_on(event)
            self.dismiss(None)

    def action_choose(self, *name: str | None) -> None:
        """Leave with this purpose, without a name with the one that is marked."""
        self.dismiss(name[0] if name else self._chosen)
