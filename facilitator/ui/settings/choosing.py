"""A list to choose from and a question for a key, in front of whatever is shown: it stays in sight as a preview."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from facilitator.resources import styles_dir
from facilitator.ui.toolkit.in_front import InFront


class Alternative(NamedTuple):
    """What can be chosen, and how it is shown."""

    value: str
    shown: str


class Alternatives(OptionList):
    """The list, without page keys while it has no rows, where they would crash the program."""

    def action_page_up(self) -> None:
        if self.option_count and self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]  # Textual's has no types

    def action_page_down(self) -> None:
        if self.option_count and self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]


class Chooser(ModalScreen[str | None], InFront[str | None]):
    """Asks to choose; dismisses with a value, or with None. What one types meanwhile goes to the line behind it.

    What holds now comes first. `preview` is called with each value that is moved to, and in the end with `now`, unless
    another was chosen.
    """

    CSS_PATH = [styles_dir() / "settings.tcss"]
    AUTO_FOCUS = "Alternatives"
    only_letters = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="settings.leave", tooltip="Leave it as it was")
    ]

    def __init__(
        self,
        question: str,
        choices: Sequence[Alternative],
        now: str,
        preview: Callable[[str], None] = lambda value: None,
    ) -> None:
        super().__init__()
        self._question = question
        self._choices = sorted(choices, key=lambda one: one.value != now)  # a list begins with its first highlighted
        self._now = now
        self._preview = preview

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(self._question), id="question")
            yield Alternatives(
                *(Content(f"{'●' if one.value == self._now else ' '} {one.shown}") for one in self._choices)
            )
            yield Static(Content("Enter to choose, Esc to leave everything as it was."), id="how")

    @on(OptionList.OptionHighlighted)
    def show(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._preview(self._choices[event.option_index].value)

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._choices[event.option_index].value)

    def action_leave(self) -> None:
        self._preview(self._now)
        self.dismiss(None)


USUAL = ""
"""What a question for a key is answered with for the usual key."""

Refuse = Callable[[str], str]
"""(key) -> why this key can't be taken; empty if it can."""


class KeyQuestion(ModalScreen[str | None], InFront[str | None]):
    """Asks for a key to be pressed; dismisses with it, with `USUAL`, or with None. Letters go to the line behind it."""

    CSS_PATH = [styles_dir() / "settings.tcss"]
    only_letters = True

    def __init__(self, what: str, refuse: Refuse) -> None:
        super().__init__()
        self._what = what
        self._refuse = refuse

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(f"Press the key for “{self._what}”."), id="question")
            yield Static(id="refused")
            yield Static(Content("Backspace restores its usual key, Esc leaves it as it was."), id="how")

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "backspace":
            self.dismiss(USUAL)
        elif why := self._refuse(event.key):
            self.query_one("#refused", Static).update(Content(why))
            self.pass_on(event)
        else:
            self.dismiss(event.key)

    def on_click(self, event: Click) -> None:
        self.dismiss(None)
