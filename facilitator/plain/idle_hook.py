"""Being called while Python waits for a line in the terminal: several times per second, in the waiting thread.

Python offers that only to extensions in C (`PyOS_InputHook`, part of its documented C API); windows of Tk live from it.
Without it nobody would know of a line before it is sent, and a crash would cost it.
"""

import ctypes
import signal
from collections.abc import Callable
from threading import Timer, current_thread, main_thread

_SOON_SECONDS = 0.05


class IdleHook:
    """Calls `call` while the program waits for a line, until it is removed.

    Ctrl+C ends the waiting as it does without a hook, a moment later.
    """

    def __init__(self, call: Callable[[], None]) -> None:
        def hook() -> int:
            call()
            return 0

        self._hook = ctypes.CFUNCTYPE(ctypes.c_int)(hook)  # must live as long as it may be called
        self._place = ctypes.c_void_p.in_dll(ctypes.pythonapi, "PyOS_InputHook")
        self._before = self._place.value
        self._place.value = ctypes.cast(self._hook, ctypes.c_void_p).value
        self._interrupts = current_thread() is main_thread()  # the only one that signals come to
        if self._interrupts:
            self._handler_before = signal.signal(signal.SIGINT, self._interrupt) or signal.default_int_handler

    def remove(self) -> None:
        """Put back what was there before."""
        self._place.value = self._before
        if self._interrupts:
            self._interrupts = False
            signal.signal(signal.SIGINT, self._handler_before)

    def _interrupt(self, *_: object) -> None:
        """Interrupt the waiting once more without the hook: it comes first, and what is raised in it is lost."""
        self.remove()
        Timer(_SOON_SECONDS, signal.pthread_kill, (main_thread().ident, signal.SIGINT)).start()
