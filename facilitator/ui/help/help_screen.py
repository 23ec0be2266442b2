"""The help: first what you do most, then every key and every command.

Keys and commands come from the bindings and the registry, so that the help can't go stale.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from facilitator.documents.cells import cells, shortened
from facilitator.documents.styled_text import Line, Span, line, rows
from facilitator.domain.language.commands import COMMANDS, by_heading
from facilitator.domain.language.decision import Situation
from facilitator.domain.language.guidance.examples import example
from facilitator.resources import styles_dir
from facilitator.showing.labels import NOTE_MARKS
from facilitator.showing.things_to_do import Thing
from facilitator.ui.toolkit.document_view import DocumentView
from facilitator.ui.toolkit.in_front import NO_LINE, InFront

_LEAD = 24
"""The width of the column of keys, in cells."""

_KEY = 8
"""The width of the column of the keys of what one does, and of commands."""

_NARROW = 56
"""Below this width, in cells, there are no columns: what a key does follows it."""

_LEAST_ABOUT = 12
"""With less room than this, in cells, what an example names doesn't stand behind it."""

Foreseen = Callable[[str], str]


class HelpPage(NamedTuple):
    """A page with its title; `lines` makes it for a width in cells."""

    title: str
    lines: Callable[[int], Iterable[Line]]


class HelpScreen(InFront[None]):
    """The help, the first of whose `pages` is shown first. What is typed goes to the line behind it."""

    CSS_PATH = [styles_dir() / "document_view.tcss", styles_dir() / "help.tcss"]
    AUTO_FOCUS = "DocumentView"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss", "Back", id="help.leave", tooltip="Go back to where you were"),
        Binding("tab,right", "turn(1)", "Next page", id="help.next", tooltip="Turn to the next page of the help"),
        Binding("shift+tab,left", "turn(-1)", "Previous page", id="help.previous", tooltip="Turn to the previous page"),
    ]

    def __init__(self, pages: Sequence[HelpPage], way_back: str = "Esc: back") -> None:
        super().__init__()
        self.pages = pages
        self._way_back = way_back
        self._at = 0

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield DocumentView()
        yield Static(id="way-back")

    def on_mount(self) -> None:
        self.action_turn(0)

    def action_turn(self, step: int) -> None:
        self._at = (self._at + step) % len(self.pages)
        page = self.pages[self._at]
        following = self.pages[(self._at + 1) % len(self.pages)]
        onward = f"Tab: {following.title}" if following is not page else ""
        goes_on = "" if self.behind is NO_LINE else "typing goes to the note line"
        which = f" {self._at + 1}/{len(self.pages)}" if onward else ""
        self.query_one("#title", Static).update(Content(f"Help{which}: {page.title}"))
        self.query_one("#way-back", Static).update(Content(" · ".join(filter(None, (self._way_back, onward, goes_on)))))
        self.query_one(DocumentView).show(lambda width: rows(page.lines(width), width))

    def on_click(self, event: Click) -> None:
        if event.chain == 2:
            self.dismiss()


def help_pages(
    things: Sequence[Thing],
    keys: Iterable[tuple[str, str]],
    act_keys: Mapping[str, str],
    here: Situation,
    foreseen: Foreseen = lambda line: "",
) -> tuple[HelpPage, ...]:
    """Return the pages: what you do most, the `keys`, as pairs of shown key and what it does, and all commands.

    `act_keys` has the keys of commands and of what a screen does, by name. `foreseen` returns what would come of a line
    now, or an empty text.
    """
    return (
        HelpPage("what you do most", lambda width: _most(things, act_keys, width)),
        keys_page(keys),
        HelpPage("commands", lambda width: _commands(act_keys, width, here, foreseen)),
    )


def keys_page(keys: Iterable[tuple[str, str]]) -> HelpPage:
    keys = tuple(keys)
    return HelpPage("keys", lambda width: [_row(shown, does, width) for shown, does in keys])


def _most(things: Sequence[Thing], act_keys: Mapping[str, str], width: int) -> list[Line]:
    does = max((cells(thing.does) for thing in things if thing.example), default=0)
    examples = max((cells(thing.example) for thing in things), default=0)
    lines = [_thing(thing, act_keys.get(thing.key, ""), does, examples, width) for thing in things]
    return [*lines, line(), line(Span("For everything else: / and a few letters, or Ctrl+P.", "muted"))]


def _thing(thing: Thing, key: str, does: int, examples: int, width: int) -> Line:
    """Return a thing in columns `does` and `examples` wide, with what its example names if there is room."""
    if width < _NARROW:
        return line(Span(f"{key}  " if key else "", "accent"), f"{thing.does}  ", Span(thing.example, "strong"), hang=2)
    hang = _KEY + does + 2
    lead = (Span(f"{key:<{_KEY}}", "accent"), f"{thing.does:<{does}}  ", Span(f"{thing.example:<{examples}}", "strong"))
    room = width - hang - examples - 2
    about = f"  {shortened(thing.about, room)}" if thing.about and room >= _LEAST_ABOUT else ""
    return line(*lead, Span(about, "muted"), hang=hang)


def _commands(act_keys: Mapping[str, str], width: int, here: Situation, foreseen: Foreseen) -> list[Line]:
    lines = [_heading("In a note"), *(_row(shown, does, width) for shown, does in NOTE_MARKS)]
    for heading, commands in by_heading().items():
        lines += [line(), _heading(heading)]
        for command in commands:
            now = foreseen(f"/{command.name}")
            such = example(COMMANDS[command.name], here)
            said = [f" Now it {now}."] if now else []
            said += [f" Such as {such}"] if such not in (command.usage, f"/{command.name}") else []
            key = Span(f"{act_keys.get(command.name, ''):<{_KEY}}", "accent")
            lines.append(line(key, Span(command.usage, "strong"), "  ", Span(command.help, "muted"), *said, hang=_KEY))
    return lines


def _heading(words: str) -> Line:
    return line(Span(words, "title"))


def _row(shown: str, does: str, width: int) -> Line:
    if width < _NARROW:
        return line(Span(f"{shown}  ", "accent"), does)
    return line(Span(f"{f'{shown}  ':<{_LEAD}}", "accent"), does, hang=_LEAD)
