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

    def __init__(self, purposes: Sequence[Purpose], chosen: str) -> None:
        super().__init__()
        self._purposes, self._chosen = purposes, chosen

    def lines_for(self, width: int) -> Sequence[Line]:
        return [
            line(
                Span(f"{'●' if purpose.name == self._chosen else ' '} ", "accent"),
                Span(f"{purpose.key}  ", "accent"),
                Span(purpose.title, "strong"),
                target=purpose,
            )
            for purpose in self._purposes
        ]

    def clicked(self, target: object) -> None:
        if isinstance(target, Purpose):
            self.screen.dismiss(target.name)


class CopyChoice(ModalScreen[str | None], InFront[str | None]):
    """Dismisses with the name of one of the `purposes` or None. `chosen` is the one for Enter; empty is the first.

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

    def __init__(self, purposes: Sequence[Purpose], chosen: str) -> None:
        super().__init__()
        self._purposes = {purpose.name: purpose for purpose in purposes}
        self._chosen = chosen if chosen in self._purposes else purposes[0].name

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content("What are you copying it for?"), id="question")
            yield Purposes(tuple(self._purposes.values()), self._chosen)
            yield Static(Content("Press a letter, or Enter for the marked one; Esc cancels."), id="how")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow only what there is to choose from."""
        return action != "choose" or all(name is None or name in self._purposes for name in parameters)

    def pass_on(self, event: Key) -> None:
        if event.is_printable and event.key not in self.active_bindings:
            super().pass_on(event)
            self.dismiss(None)

    def action_choose(self, *name: str | None) -> None:
        """Leave with this purpose, without a name with the one that is marked."""
        self.dismiss(name[0] if name else self._chosen)
