"""Keys act in the order in which they were typed, also when many arrive at once.

Textual hands a key to the widget that has the focus when the key arrives, and acts on its binding later, when
it has come back to the app. In a burst (a paste by a script, a slow connection) the letters after `i` would be
gone before the note line has the focus, and Enter would overtake a backspace. So lines act on their own keys
at once, and a screen does, too; what still arrives at the screen for a line is handed on to it.
"""

from typing import TYPE_CHECKING, Any

from textual.events import Key
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    Mixed = Widget
else:
    Mixed = object  # a mixin that is a widget would stand in the real one's place where Textual looks for styles


class LineInOrder(Mixed):
    """Mixed into a line of text: acts on its own keys in the order of its letters."""

    _own_keys: dict[str, str] | None = None

    async def on_key(self, event: Key) -> None:
        if self._own_keys is None:
            self._own_keys = own_actions(self)
        action = self._own_keys.get(event.key)
        if action is not None:
            event.prevent_default()
            event.stop()
            await self.run_action(action)

    def takes(self, event: Key) -> bool:
        """Whether a key is for this line: then it never comes back from here."""
        return event.is_printable or event.key in (self._own_keys or own_actions(self))


class ScreenInOrder(Screen[Any]):
    """Mixed into a screen that has single keys and a line."""

    async def on_key(self, event: Key) -> None:
        line = self.focused
        if isinstance(line, LineInOrder):
            if line.takes(event):  # typed after the key that opened the line, and before the line was open
                event.stop()
                line.post_message(Key(event.key, event.character))
        elif not isinstance(line, Input | TextArea):
            active = self.active_bindings.get(event.key)
            if active is not None and active.node is self and active.enabled:
                event.stop()
                await self.run_action(active.binding.action)
            elif active is None:
                self.miss(event)

    def miss(self, event: Key) -> None:
        """Called with a key that means nothing here."""


def own_actions(widget: Widget) -> dict[str, str]:
    """Key to action, for the keys that are bound to `widget` itself."""
    active = widget.screen.active_bindings.values()
    return {one.binding.key: one.binding.action for one in active if one.node is widget}
