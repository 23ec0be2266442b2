"""The doorstep: what one thread leaves for another, which takes it in when it has time.

A conductor lives in one thread, that of the keys; what comes in from others is read, opened and checked in another.
"""

from collections import deque
from collections.abc import Callable


def _silent() -> None:
    pass


class Doorstep:
    """Deeds for the thread that takes them in; `ring` is called after each that is left, in the thread that left it."""

    def __init__(self) -> None:
        self.ring: Callable[[], object] = _silent
        self._left: deque[Callable[[], object]] = deque()

    def leave(self, deed: Callable[[], object]) -> None:
        """Leave something to be done."""
        self._left.append(deed)
        self.ring()

    def take_in(self) -> bool:
        """Do what was left first; return whether there was anything."""
        if not self._left:
            return False
        self._left.popleft()()
        return True
