"""The help: every key and command, taken from the bindings and the command registry so that it can't go stale."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widgets import Static

from facilitator.documents.styled_text import Line, Span, line, rows
from facilitator.domain.language.commands import by_heading
from facilitator.resources import styles_dir
from facilitator.showing.labels import NOTE_MARKS
from facilitator.ui.toolkit.document_view import DocumentView
from facilitator.ui.toolkit.in_front import Behind, InFront, Nothing

_LEAD = 24
"""The width of the column of keys or commands, in cells."""

_NARROW = 56
"""Below this width, in cells, there are no columns: what a key does follows it."""

Foreseen = Callable[[str], str]


class HelpScreen(InFront, Screen[None]):
    """The help. `keys` are the keys of the screen that asks for it, in pairs of shown key and what it does.

    `foreseen` returns what would come of a line now, or an empty text. What is typed goes to the line `behind`.
    """

    CSS_PATH = [styles_dir() / "document_view.tcss", styles_dir() / "help.tcss"]
    AUTO_FOCUS = "DocumentView"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss", "Back", id="help.leave", tooltip="Go back to the live screen")
    ]

    def __init__(
        self,
        keys: Iterable[tuple[str, str]],
        command_keys: dict[str, str],
        foreseen: Foreseen = lambda line: "",
        behind: Behind | None = None,
        way_back: str = "",
    ) -> None:
        super().__init__()
        self.behind = behind or Nothing()
        self._way_back = way_back
        self._keys = tuple(keys)
        self._command_keys = command_keys
        self._foreseen = foreseen

    def compose(self) -> ComposeResult:
        yield DocumentView(lambda width: rows(page(self._keys, self._command_keys, width, self._foreseen), width))
        yield Static(Content(self._way_back), id="way-back")

    def on_click(self, event: Click) -> None:
        if event.chain == 2:
            self.dismiss()


def page(
    keys: Iterable[tuple[str, str]],
    command_keys: dict[str, str],
    width: int = 80,
    foreseen: Foreseen = lambda line: "",
) -> list[Line]:
    """Return the whole help, `width` cells wide. `command_keys` maps the names of commands to their single keys."""
    lines = [_heading("Keys"), *(_row(shown, does, width) for shown, does in keys), line()]
    lines += [_heading("In a note"), *(_row(shown, does, width) for shown, does in NOTE_MARKS)]
    for heading, commands in by_heading().items():
        lines += [line(), _heading(heading)]
        for command in commands:
            now = foreseen(f"/{command.name}")
            lines.append(_command(command_keys.get(command.name, ""), command.usage, command.help, now))
    return lines


def _heading(words: str) -> Line:
    return line(Span(words, "title"))


def _row(shown: str, does: str, width: int) -> Line:
    if width < _NARROW:
        return line(Span(f"{shown}  ", "accent"), does)
    return line(Span(f"{shown:<{_LEAD}}", "accent"), does, hang=_LEAD)


def _command(key: str, usage: str, does: str, now: str) -> Line:
    said = Span(f" Now it {now}." if now else "")
    return line(Span(f"{key:<6}", "accent"), Span(usage, "strong"), "  ", Span(does, "muted"), said, hang=6)
