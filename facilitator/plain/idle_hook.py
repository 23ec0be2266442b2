"""Being called while Python waits for a line in the terminal: several times per second, in the waiting thread.

Python offers that only to extensions in C (`PyOS_InputHook`, part of its documented C API); windows of Tk live from it.
Without it nobody would know of a line before it is sent, and a crash would cost it.
"""

import ctypes
from collections.abc import Callable


class IdleHook:
    """Calls `call` while the program waits for a line, until it is removed."""

    def __init__(self, call: Callable[[], None]) -> None:
        def hook() -> int:
            call()
            return 0

        self._hook = ctypes.CFUNCTYPE(ctypes.c_int)(hook)  # must live as long as it may be called
        self._place = ctypes.c_void_p.in_dll(ctypes.pythonapi, "PyOS_InputHook")
        self._before = self._place.value
        self._place.value = ctypes.cast(self._hook, ctypes.c_void_p).value

    def remove(self) -> None:
        """Put back what was there before."""
        self._place.value = self._before
