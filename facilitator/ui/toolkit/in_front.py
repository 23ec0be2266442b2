"""What a screen in front of another one does with keys of no use to it: they are typed into what is behind it."""

from typing import ClassVar, Protocol, TypeVar

from textual.events import Key, Paste
from textual.screen import Screen

Answer = TypeVar("Answer")


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


NO_LINE = Nothing()


class Writes:
    """Part of a screen on which one writes: screens in front of it type into its `line`."""

    @property
    def line(self) -> Behind:
        raise NotImplementedError


class InFront(Screen[Answer]):
    """A screen in front of one on which one writes. With `only_letters` it passes on no other key.

    Another screen comes before it among the bases of a class: Textual takes the styles of the first one.
    """

    only_letters: ClassVar[bool] = False

    @property
    def behind(self) -> Behind:
        """The line of the nearest screen behind this one that has any."""
        return next((screen.line for screen in reversed(self.app.screen_stack) if isinstance(screen, Writes)), NO_LINE)

    def on_key(self, event: Key) -> None:
        self.pass_on(event)

    def pass_on(self, event: Key) -> None:
        if event.is_printable or not self.only_letters:
            self.behind.take(event)

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self.behind.type_in(event.text)
