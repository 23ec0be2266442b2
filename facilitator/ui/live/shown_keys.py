"""Which keys the key bar shows: those that do something now, with their names after remapping.

Separate from the screen so that it can be read as a list, and from `keys`, which has all the keys that there are.
"""

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import Binding, BindingType

from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.language.decisions import is_possible
from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.session.state import Session
from facilitator.ui.live import keys
from facilitator.ui.live.selection import Selection
from facilitator.ui.live.widgets.key_bar import Key
from facilitator.ui.toolkit.printed_keys import printed

EVERYBODYS = {"ask-next": "ask", "cover": "cover", "them": "them"}
"""The commands of the keys that everybody on a panel uses, by the name of the key."""

OF_NOTES = ("stamp", "search", "scroll_notes")
"""The actions that do something to notes."""

SELECTING = Key("↑↓←→", "select", "move(1, 0)")
CHOOSING = (Key("Esc", "back", "switch_mode"),)
SEARCHING = (Key("Enter", "back to the note line", "note"), Key("Esc", "all notes", "close_search"))


class ShownKeys:
    """Chooses the keys to show: those of use to `author`, by default the lead, who is at `device` if that matters.

    `keymap` has the remapped ones: binding id to keys.
    """

    def __init__(self, keymap: Mapping[str, str], author: str = "", device: str = "") -> None:
        self.keymap = keymap
        self._who = author, device

    def of_commands(self) -> dict[str, str]:
        """Return the printed single keys by command name."""
        shown = {}
        for binding in keys.command_bindings():
            names = binding.description.split(" / ")
            shown.update(dict.fromkeys(names, printed(keys.left_of(binding, self.keymap))))
        return shown

    def of_acts(self, session: Session, now: int) -> dict[str, str]:
        """Return the printed keys of commands and of what the screen does, by name, as one presses them while typing.

        A single key comes after that which leaves the note line. A key of several commands is that of the possible one.
        """
        leave = self._bound("mode", "").shown
        shown = {name: f"{leave} {key}" for name, key in self.of_commands().items() if key}
        for name, binding in keys.SCREEN_BINDING_BY_NAME.items():
            if key := printed(keys.left_of(binding, self.keymap).partition(",")[0]):
                done = keys.commands_of(binding)
                done = done if len(done) < 2 else [keys.possible(" ".join(done), session, now, *self._who).name]
                shown |= dict.fromkeys(done if name in COMMANDS else (name, *done), key)
        return shown

    def of_bindings(self, bindings: Iterable[BindingType]) -> list[tuple[str, str]]:
        """Return the printed keys of the bindings, each with what it does."""
        return [
            (printed(left), one.tooltip)
            for one in bindings
            if isinstance(one, Binding) and self.is_of_use(one.action) and (left := keys.left_of(one, self.keymap))
        ]

    def to_leave(self, bindings: Iterable[BindingType]) -> str:
        """Return the first of the printed keys with which one leaves a screen that has these bindings."""
        return self.of_bindings(bindings)[0][0].partition(" or ")[0]

    def of_debrief(self) -> str:
        """Return the key that shows the debrief, after the end."""
        return self._bound("debrief", "").shown

    def while_writing(
        self, text: str, is_offered: bool, session: Session, now: int, is_late: bool = False
    ) -> list[Key]:
        """Return the keys for the note line with `text` in it, the likeliest first.

        `is_offered` means that there are completions, `is_late` that time is to be made up for.
        """
        has_ended = session.ended_at is not None
        shown = self._at_the_end(has_ended)
        if text.strip():
            shown.append(Key("Enter", "do it" if text.startswith("/") else "keep", "focused.keep"))
        if is_offered:
            shown.append(Key("Tab", "complete", "focused.complete"))
        onward = keys.possible("start next end", session, now, *self._who)
        has_clock = not session.devices or is_possible(onward, session, now, *self._who)
        if not has_ended and has_clock:
            shown.append(self._bound("onward", onward.name))
        chords = self._chords(session, is_late) if session.is_running else []
        for name, does in chords:
            if has_clock if name == "recover" else self._may(EVERYBODYS[name], session, now):
                shown.append(self._bound(name, does))
        if session.acts and self._may("undo", session, now):
            shown.insert(max(0, len(shown) - 2 * session.is_running), self._bound("undo", "undo"))
        shown += [self._bound(name, name) for name in ("stamp", "search") if self.is_of_use(name)]
        shown += [Key("Ctrl+P", "commands", "app.command_palette"), self._bound("curtain", "curtain")]
        return [key for key in (*shown, self._bound("help", "help"), self._bound("mode", "keys")) if key.shown]

    def is_of_use(self, action: str) -> bool:
        """Whether an action of the screen is of use here; one about notes isn't, where nobody sees or writes any."""
        return not (self._looks_on and action.partition("(")[0] in OF_NOTES)

    @property
    def _looks_on(self) -> bool:
        """Whether these are the keys of an observer, who has a device on the panel and no seat."""
        author, device = self._who
        return bool(device) and not author

    def _may(self, command: str, session: Session, now: int) -> bool:
        """Whether people here have a right to a command: on a panel not everybody may do everything."""
        return not session.devices or is_possible(COMMANDS[command], session, now, *self._who)

    @staticmethod
    def _chords(session: Session, is_late: bool) -> list[tuple[str, str]]:
        """Return the names of the chords for a running interview and what they do, the likeliest first."""
        chords = [("ask-next", "ask"), ("cover", "cover"), ("them", "theirs"), ("recover", "recover")]
        if session.current is not None and session.current.kind is SegmentKind.CANDIDATE_QUESTIONS:
            chords.insert(0, chords.pop(2))
        if is_late:
            chords.insert(0, chords.pop())
        return chords

    def of_act(self, name: str, stays: bool) -> str:
        """Return the key of a command to press next: if single keys don't `stay`, one that always works."""
        key = self.of_commands()[name]
        always = self._bound(name, "").shown if name in keys.SCREEN_BINDING_BY_NAME else ""
        if not key and not always:  # the settings have given them to something else
            return f"/{name}"
        return key if stays and key else always or f"{self._bound('mode', '').shown} {key}"

    def while_commanding(
        self, session: Session, now: int, selection: Selection, hides_a_pane: bool, stays: bool
    ) -> list[Key]:
        """Return the keys for single-key mode; the last two lead to the help, and to more of them or back."""
        names = self.of_commands()
        shown = [
            Key(names[command.name], command.name, f"run({command.name!r})")
            for command in keys.useful(session, now, selection, *self._who)
            if names[command.name]
        ]
        shown += [SELECTING] if selection.question else []
        shown += [self._bound("side", "pane", -1)] if hides_a_pane else []
        shown += self._at_the_end(session.ended_at is not None)
        shown += [self._bound("curtain", "curtain", -1), self._bound("help", "help", -1)]
        return [key for key in (*shown, self._bound("mode", "note" if stays else "stay")) if key.shown]

    def _at_the_end(self, has_ended: bool) -> list[Key]:
        return [self._bound("debrief", "debrief"), self._bound("leave", "leave")] if has_ended else []

    def _bound(self, name: str, does: str, which: int = 0) -> Key:
        """Return the screen's key called `name`: if several, the first, which works everywhere, or the last."""
        binding = keys.SCREEN_BINDING_BY_NAME[name]
        key: Sequence[str] = keys.left_of(binding, self.keymap).split(",")
        return Key(printed(key[which]), does, binding.action)
