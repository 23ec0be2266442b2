"""Which keys the key bar shows: those that do something now, with their names after remapping.

Separate from the screen so that it can be read as a list, and from `keys`, which has all the keys that there are.
"""

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import Binding, BindingType

from facilitator.domain.language.commands import COMMANDS
from facilitator.domain.session.state import Session
from facilitator.ui.live import keys
from facilitator.ui.live.selection import Selection
from facilitator.ui.live.widgets.key_bar import Key

SELECTING = Key("↑↓←→", "select", "move(1, 0)")
SEARCHING = (Key("Enter", "back to the note line", "note"), Key("Esc", "all notes", "close_search"))


class ShownKeys:
    """Chooses the keys to show. `keymap` has the remapped ones: binding id to keys."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        self.keymap = keymap

    def of_commands(self) -> dict[str, str]:
        """Return the printed single keys by command name."""
        shown = {}
        for names in keys.shared_keys():
            key = self.keymap.get(f"command.{names[0]}", COMMANDS[names[0]].key or "")
            shown.update(dict.fromkeys(names, keys.printed(key)))
        return shown

    def of_bindings(self, bindings: Iterable[BindingType]) -> list[tuple[str, str]]:
        """Return the printed keys of the bindings, each with what it does."""
        return [
            (keys.printed(self.keymap.get(one.id or "", one.key)), one.tooltip)
            for one in bindings
            if isinstance(one, Binding)
        ]

    def to_leave(self, bindings: Iterable[BindingType]) -> str:
        """Return the first of the printed keys with which one leaves a screen that has these bindings."""
        return self.of_bindings(bindings)[0][0].partition(" or ")[0]

    def while_writing(self, text: str, is_offered: bool, has_ended: bool) -> list[Key]:
        """Return the keys for the note line with `text` in it; `is_offered` means that there are completions."""
        shown = self._at_the_end(has_ended)
        if text.strip():
            shown.append(Key("Enter", "do it" if text.startswith("/") else "keep", "focused.keep"))
        if is_offered:
            shown.append(Key("Tab", "complete", "focused.complete"))
        shown += [self._bound("stamp", "stamp"), self._bound("search", "search")]
        shown += [Key("Ctrl+P", "commands", "app.command_palette"), self._bound("help", "help")]
        return [*shown, self._bound("curtain", "curtain"), self._bound("mode", "keys")]

    def of_act(self, name: str, stays: bool) -> str:
        """Return the key of a command as one would press it next: with Esc before it unless single keys `stay`."""
        key = self.of_commands()[name]
        return key if stays else f"{self._bound('mode', '').shown} {key}"

    def while_commanding(
        self, session: Session, now: int, selection: Selection, hides_a_pane: bool, stays: bool
    ) -> list[Key]:
        """Return the keys for single-key mode; the last two lead to the help, and to more of them or back."""
        names = self.of_commands()
        shown = [
            Key(names[command.name], command.name, f"run({command.name!r})")
            for command in keys.useful(session, now, selection)
        ]
        shown += [SELECTING] if selection.question else []
        shown += [self._bound("side", "pane", -1)] if hides_a_pane else []
        shown += self._at_the_end(session.ended_at is not None)
        return [
            *shown,
            self._bound("curtain", "curtain", -1),
            self._bound("help", "help", -1),
            self._bound("mode", "note" if stays else "stay"),
        ]

    def _at_the_end(self, has_ended: bool) -> list[Key]:
        return [self._bound("debrief", "debrief"), self._bound("leave", "leave")] if has_ended else []

    def _bound(self, name: str, does: str, which: int = 0) -> Key:
        """Return the screen's key called `name`: if several, the first, which works everywhere, or the last."""
        binding = keys.SCREEN_BINDING_BY_NAME[name]
        key: Sequence[str] = self.keymap.get(binding.id or "", binding.key).split(",")
        return Key(keys.printed(key[which]), does, binding.action)
