"""The modes of a terminal: held so that nothing typed between two lines is lost, and given back as they were."""

import termios
from contextlib import suppress
from typing import Any

_LOCAL_MODES, _CHARACTERS = 3, 6
"""Where these stand in what `termios.tcgetattr` returns."""


class TerminalModes:
    """The modes of the terminal at `descriptor`. Nothing is done to what is no terminal, or is gone.

    A line editor sets modes of its own for as long as it reads a line. Between two lines the system would gather what
    is typed into lines, and lose a Ctrl+D in it, unless the terminal is told to pass on every key at once.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._before: list[Any] | None = None

    def pass_on_every_key(self) -> None:
        with suppress(termios.error):
            self._before = termios.tcgetattr(self._descriptor)
            modes = termios.tcgetattr(self._descriptor)
            modes[_LOCAL_MODES] &= ~termios.ICANON
            modes[_CHARACTERS][termios.VMIN], modes[_CHARACTERS][termios.VTIME] = 1, 0
            termios.tcsetattr(self._descriptor, termios.TCSANOW, modes)

    def restore(self) -> None:
        """Give the terminal back as it was."""
        if self._before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._descriptor, termios.TCSANOW, self._before)
