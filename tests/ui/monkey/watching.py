"""What became of each key: a letter is the answer to what the screen asked for, or it stands where one types.

Before a key is taken, the app looks at what the one before has done. Where a letter has to go is known from what a
person sees then: the screen in front, what has the focus, and whether the key bar says that single keys act.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from textual.command import CommandPalette
from textual.events import InputEvent, Key, MouseEvent, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from facilitator.domain.text.plain_text import clean, one_line
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.debrief.copy_choice import CopyChoice
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.debrief.meeting_line import MeetingLine
from facilitator.ui.live.live_screen import LiveScreen
from facilitator.ui.picking.pick_screen import PickScreen
from facilitator.ui.toolkit.in_front import InFront

DELETE = {
    *("backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+x", "ctrl+d", "ctrl+h", "ctrl+z", "ctrl+y"),
    *("ctrl+v", "alt+backspace", "alt+delete", "ctrl+backspace", "ctrl+delete", "ctrl+shift+z"),
}
"""Keys with which somebody takes back, or brings back, what they typed."""

ACT = "an act"


@dataclass(frozen=True)
class Seen:
    """What there is to be seen before a key: `goes_to` is where its letter belongs, an act or a widget."""

    screen: Screen[Any]
    goes_to: Widget | str | None
    expected: str
    target_text: str
    single: bool
    stays: bool
    texts: tuple[str, ...]
    selected: bool


@dataclass
class Watcher:
    """Collects what was lost. `taken` are the lines that were carried out, `meeting_line` that of the last debrief."""

    app: FacilitatorApp
    letters: int = 0
    acts: int = 0
    faults: list[str] = field(default_factory=list)
    screens: Counter[str] = field(default_factory=Counter)
    recent: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    meeting_line: MeetingLine | None = None
    _event: InputEvent | Paste | None = None
    _seen: Seen | None = None

    def before(self, event: InputEvent | Paste) -> None:
        self.after()
        self._event, self._seen = event, self._look(event)
        self.recent = [*self.recent[-30:], _called(event)]

    def after(self) -> None:
        """Compare what there is now with what there should be after the last key."""
        event, seen, self._event, self._seen = self._event, self._seen, None, None
        if event is None or seen is None or self.app.return_code is not None:
            return
        self.screens[type(seen.screen).__name__] += 1
        if seen.goes_to is not None:
            self._compare_typed(event, seen)
        if not (isinstance(event, Key) and event.key in DELETE) and not seen.selected:
            self._compare_texts(event, seen)

    def _compare_typed(self, event: InputEvent | Paste, seen: Seen) -> None:
        if seen.goes_to == ACT:
            self.acts += 1
            live = live_of(self.app)
            if seen.single and not seen.stays and live is self.app.screen and live.keys_mode and not live.choices:
                self._fault(f"after the single key {_called(event)} the line wasn't given back")
        elif isinstance(seen.goes_to, Widget):
            self.letters += isinstance(event, Key)
            if text_of(seen.goes_to) != seen.expected:
                self._fault(
                    f"{_called(event)} didn't reach {seen.goes_to}: {text_of(seen.goes_to)!r}, not {seen.expected!r}"
                )

    def _compare_texts(self, event: InputEvent | Paste, seen: Seen) -> None:
        """Whatever was typed before is still there, or was carried out; a completion may have replaced one word."""
        now = [_bare(one) for one in (*self._texts(), *self.taken, *history(self.app))]
        may_miss = (
            1 if isinstance(event, MouseEvent) or (isinstance(event, Key) and event.key in ("tab", "enter")) else 0
        )
        for text in seen.texts:
            if seen.expected and text == seen.target_text:  # compared letter by letter
                continue
            if text.startswith("/") and (isinstance(event, MouseEvent) or event_key(event) in ("enter", "escape")):
                continue
            if not any(_bare(text) in one for one in now):
                missing = [word for word in text.split() if not any(word in one for one in now)]
                if len(missing) > may_miss or not (missing or may_miss):
                    self._fault(f"{_called(event)} lost {text!r}, there is {self._texts()}")

    def _fault(self, said: str) -> None:
        self.faults.append(f"{said}; after {' '.join(self.recent)}")

    def _look(self, event: InputEvent | Paste) -> Seen:
        app, live = self.app, live_of(self.app)
        goes_to = self._where(event)
        expected = typed_into(goes_to, _typed(event, goes_to)) if isinstance(goes_to, Widget) else ""
        at = goes_to if isinstance(goes_to, Widget) else (app.focused or (live.note_line if live else None))
        return Seen(
            app.screen,
            goes_to,
            expected,
            text_of(goes_to) if isinstance(goes_to, Widget) else "",
            live is not None and live is app.screen and live.keys_mode and not live.stays,
            live is not None and live.stays,
            self._texts(),
            has_selection(at) or (live is not None and has_selection(live.note_line)),
        )

    def _where(self, event: InputEvent | Paste) -> Widget | str | None:
        """Where a letter or a paste belongs, by what is in front; None if it is neither."""
        app, screen = self.app, self.app.screen
        if isinstance(event, Paste):
            if isinstance(screen, LiveScreen) and isinstance(app.focused, Input):
                return app.focused
            return self._written() if isinstance(screen, LiveScreen | InFront) else None
        if not isinstance(event, Key) or not event.is_printable:
            return None
        match screen:
            case CommandPalette():
                return screen.query_one(Input)
            case PickScreen():
                return screen.query_one(Input)
            case DebriefScreen():
                if isinstance(app.focused, MeetingLine):
                    return app.focused
                if event.key in screen.active_bindings:
                    return ACT
                lines = screen.query(MeetingLine)
                return lines.first() if lines else None
            case LiveScreen():
                if screen.keys_mode:
                    acts = _chooses(screen, event) if screen.choices else event.key in screen.active_bindings
                    return ACT if acts else screen.note_line
                return app.focused
            case CopyChoice() if event.key in screen.active_bindings:
                return ACT
        return self._written()

    def _written(self) -> Widget | None:
        """The line of the nearest screen on which one writes."""
        for screen in reversed(self.app.screen_stack):
            if isinstance(screen, LiveScreen):
                return screen.note_line
            if isinstance(screen, DebriefScreen) and (line := next(iter(screen.query(MeetingLine)), None)):
                return line
        return None

    def _texts(self) -> tuple[str, ...]:
        """What has been typed and not yet handed in, where a note is written."""
        live = live_of(self.app)
        for screen in self.app.screen_stack:
            self.meeting_line = next(iter(screen.query(MeetingLine)), self.meeting_line)
        lines = [to_keep(self.meeting_line)] if self.meeting_line is not None else []
        if live is not None:
            lines += [live.note_line.text, *asides(live)]
            if live.note_line.text == live.note_line._begun:  # a click or a key has written it, and can do so again
                lines.remove(live.note_line.text)
        return tuple(text for text in lines if text.strip() and text != "/")


class WatchedApp(FacilitatorApp):
    """The program, with a watcher at each of its inputs."""

    watcher: Watcher

    def _target_of(self, event: InputEvent | Paste) -> MessagePump | None:
        self.watcher.before(event)
        return super()._target_of(event)


def live_of(app: FacilitatorApp) -> LiveScreen | None:
    return next((screen for screen in app.screen_stack if isinstance(screen, LiveScreen)), None)


def history(app: FacilitatorApp) -> list[str]:
    """The lines that Up recalls: they were carried out."""
    live = live_of(app)
    return live.note_line._history_lines if live is not None else []


def text_of(widget: Widget) -> str:
    return widget.text if isinstance(widget, TextArea) else widget.value if isinstance(widget, Input) else ""


def to_keep(line: MeetingLine) -> str:
    """What has been typed in the line of a debrief, or was when it was last left."""
    return line.begun if line.value in ("", "/") else line.value


def has_selection(widget: Widget | None) -> bool:
    if isinstance(widget, TextArea | Input):
        return not widget.selection.is_empty
    return False


def typed_into(widget: Widget, character: str) -> str:
    """What stands in a line after a letter was typed."""
    if isinstance(widget, TextArea):
        start, end = sorted((_place(widget, widget.selection.start), _place(widget, widget.selection.end)))
    elif isinstance(widget, Input):
        start, end = sorted((widget.selection.start, widget.selection.end))
    else:
        return ""
    text = text_of(widget)
    if isinstance(widget, MeetingLine) and not (
        widget.screen.focused is widget and widget.display
    ):  # it opens with what was begun, its cursor at the end
        text = widget.value or widget.begun
        start = end = len(text)
    return text[:start] + character + text[end:]


def _place(line: TextArea, location: tuple[int, int]) -> int:
    row, column = location
    return sum(len(line.document[earlier]) + 1 for earlier in range(row)) + column


def _chooses(live: LiveScreen, event: Key) -> bool:
    return bool(live.choices) and 0 <= ord(event.character or "\0") - ord("a") < len(live.choices)


def event_key(event: InputEvent | Paste) -> str:
    return event.key if isinstance(event, Key) else ""


def _typed(event: InputEvent | Paste, into: Widget) -> str:
    if isinstance(event, Key):
        return event.character or ""
    text = event.text if isinstance(event, Paste) else ""
    return one_line(text) if isinstance(into, Input) else clean(text)


def _bare(text: str) -> str:
    """A text without its spaces and rows, of which keys add some."""
    return "".join(text.split())


def _called(event: InputEvent | Paste) -> str:
    if isinstance(event, Key):
        return event.key
    return repr(event.text[:20]) if isinstance(event, Paste) else type(event).__name__


def asides(live: LiveScreen) -> list[str]:
    """What the note line keeps aside while something else stands in it."""
    return live.note_line._asides
