"""One key after the other: each waits until the one before has had its effect.

Textual hands a key to the widget that has the focus when the key arrives, and acts on some bindings at once, but on
most of them later, when the key has come back to the app. In a burst (a slow connection, a busy machine, a script)
letters would land where the focus was, Ctrl+P would overtake the words before it, and what follows Esc would be a note.
Here the app keeps keys, pastes and clicks in a queue of its own, and sends a message after each. It goes the same way
through the widgets, so when it comes back to the app, the key has been everywhere.
"""

import asyncio
from collections import deque

from textual import on
from textual.app import App
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.errors import NoWidget
from textual.events import Event, InputEvent, Key, MouseUp, Paste
from textual.message import Message
from textual.message_pump import MessagePump

ROUNDS = 2
"""A key's effect may be a message in turn (Enter sends the line); the second round comes after that one."""

ROUNDS_IN_PALETTE = 6
"""The same for Enter in the palette: the text, the choice, the way back, the command."""

PATIENCE_SECONDS = 2.0
"""After this time the next key is taken anyway: a widget that has been removed passes nothing on."""

MOMENT_SECONDS = 0.01


class Followed(Message):
    """Follows an input on its way through the widgets; `rounds` are left to go."""

    def __init__(self, number: int, rounds: int) -> None:
        super().__init__()
        self.number = number
        self.rounds = rounds


class InputInOrder(App[None]):
    """An app that takes keys, pastes and clicks one at a time."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self._arrived: deque[InputEvent | Paste] = deque()
        self._taken = 0
        self._under_way = False
        self._patience: asyncio.TimerHandle | None = None
        self.lost_patience = 0

    @property
    def has_input_waiting(self) -> bool:
        """Whether something has arrived that hasn't had its effect yet."""
        return self._under_way or bool(self._arrived)

    @property
    def _is_leaving(self) -> bool:
        """Whether the program is being left, and has no screen any more that could take a key."""
        return self.return_code is not None or not self.screen_stack

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, InputEvent | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._arrived.append(event)
        if not self._under_way:
            await self._take()

    async def _take(self) -> None:
        """Take what has arrived, up to and including the first input that must be followed."""
        while self._arrived and not self._under_way and not self._is_leaving:
            if self._is_too_early(self._arrived[0]):
                self.set_timer(MOMENT_SECONDS, self._take)
                return
            event = self._arrived.popleft()
            target = self._target_of(event)
            await super().on_event(event)
            if target is not None:
                self._taken += 1
                self._under_way = True
                self._patience = asyncio.get_running_loop().call_later(PATIENCE_SECONDS, self._lose_patience)
                rounds = ROUNDS_IN_PALETTE if isinstance(self.screen, CommandPalette) else ROUNDS
                self._follow(target, Followed(self._taken, rounds))

    def _is_too_early(self, event: InputEvent | Paste) -> bool:
        """Return whether an input must wait for a screen that isn't mounted, or a palette that is still searching."""
        if not self.screen.is_mounted:
            return True
        if not isinstance(event, Key) or event.key != "enter" or not isinstance(self.screen, CommandPalette):
            return False
        return any(worker.node is self.screen and not worker.is_finished for worker in self.workers)

    def _target_of(self, event: InputEvent | Paste) -> MessagePump | None:
        """Return where an input begins its way; None if nothing needs to wait for it, such as a moving mouse."""
        if isinstance(event, MouseUp):
            try:
                return self.get_widget_at(event.x, event.y)[0]
            except (NoWidget, NoMatches):
                return self.screen
        return self.focused or self.screen if isinstance(event, Key | Paste) else None

    def _follow(self, target: MessagePump, followed: Followed) -> None:
        if not target.post_message(followed):  # it has gone by now
            self.post_message(followed)

    @on(Followed)
    async def go_on(self, event: Followed) -> None:
        if event.number != self._taken or not self._under_way or self._is_leaving:
            return
        if event.rounds > 1:
            self._follow(self.focused or self.screen, Followed(event.number, event.rounds - 1))
            return
        if self._patience is not None:
            self._patience.cancel()
        self._under_way = False
        await self._take()

    def _lose_patience(self) -> None:
        self.lost_patience += 1
        self.post_message(Followed(self._taken, 1))
