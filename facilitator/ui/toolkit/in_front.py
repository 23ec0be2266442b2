"""What a screen in front of another one does with keys of no use to it: they are typed into what is behind it."""

from typing import Protocol

from textual.events import Key, Paste


class Behind(Protocol):
    """A line that takes what is typed where it isn't seen."""

    def take(self, event: Key) -> None: ...

    def type_in(self, text: str) -> None: ...


class Nothing:
    """Takes nothing."""

    def take(self, event: Key) -> None:
        pass

    def type_in(self, text: str) -> None:
        pass


class InFront:
    """Part of a screen in front of the line `behind`, which it doesn't show."""

    behind: Behind = Nothing()

    def on_key(self, event: Key) -> None:
        self.behind.take(event)

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self.behind.type_in(event.text)
