"""The keeper: it writes what was recorded to disk, in order, and whoever recorded it need not wait.

Separate from the conductor, because it is about a disk and a thread and doesn't know what events mean: a disk may
take seconds, or hang, while people go on talking.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from facilitator.domain.facts.packet import Kept
from facilitator.storage.journal import EventLog

if TYPE_CHECKING:
    from queue import SimpleQueue

    from facilitator.storage.forms.left_lines import Left

FOR_EVER = -1
"""The timeout with which a lock waits as long as it takes."""


class Keeper:
    """Appends events to `log` in the order in which they are given.

    It writes at once, in the caller's thread, until `start` gives it one of its own; from then on, all that is given
    during a write goes into the next. What can't be written stays in memory; it is tried again with the next events,
    by `close`, and by the thread after every `retry_seconds`. So is what couldn't be erased; what is kept stays so.
    `trouble` says why it is not kept, not where it should be, or not erased, for a person.

    Each call of `keep` has a number. `tried` is the last one whose write has been tried; `kept` is the last one that
    is on disk together with all before it.
    """

    def __init__(self, log: EventLog, retry_seconds: float = 1) -> None:
        self.trouble = log.trouble
        self.tried = 0
        self.kept = 0
        self._log = log
        self._retry_seconds = retry_seconds
        self._lock = threading.Lock()  # guards everything here except the log, to which only one thread writes
        self._given = 0
        self._left_of: Left | None = None
        self._erasing: set[int] = set()
        self._unkept: list[Kept] = []
        self._waiting: list[tuple[int, Callable[[], None]]] = []
        self._listeners: list[Callable[[], None]] = []
        self._thread: threading.Thread | None = None
        self._work: SimpleQueue[bool] | None = None

    @property
    def unkept(self) -> tuple[Kept, ...]:
        """What is not on disk, in order."""
        with self._lock:
            return tuple(self._unkept)

    @property
    def everything(self) -> tuple[Kept, ...]:
        """All that there is, on disk or not."""
        return (*self._log.kept, *self.unkept)

    @property
    def is_busy(self) -> bool:
        """Whether there is a call of `keep` whose write hasn't been tried yet."""
        with self._lock:
            return self.tried < self._given

    def has_yet_to_erase(self, number: int) -> bool:
        """Whether the call of `keep` with this number is one whose `left_of` stays to be done."""
        with self._lock:
            return number in self._erasing

    def start(self) -> None:
        """Write in a separate thread from now on; even if the disk hangs, the process can end."""
        from queue import SimpleQueue  # not at the top: only the thread needs it

        self._work = SimpleQueue()
        self._thread = threading.Thread(target=self._run, args=(self._work,), name="keeper", daemon=True)
        self._thread.start()

    def keep(self, kept: Sequence[Kept], left_of: "Left | None" = None) -> int:
        """Keep this, and what couldn't be kept before; return the number of this call, 0 if there is nothing to do.

        Of all that is kept, only what `left_of` leaves stays then, if it is given.
        """
        if not kept and left_of is None:
            return 0
        with self._lock:
            self._unkept.extend(kept)
            self._left_of = left_of or self._left_of
            self._given += 1
            number = self._given
            if left_of is not None:
                self._erasing.add(number)
        if self._work is None:
            self._write()
        else:
            self._work.put(True)
        return number

    def wait(self, number: int, longest_seconds: float = FOR_EVER) -> None:
        """Wait until the write with this number has been tried, or for `longest_seconds`."""
        tried = threading.Lock()
        tried.acquire()
        self.when_tried(number, tried.release)
        tried.acquire(timeout=longest_seconds)

    def when_tried(self, number: int, call: Callable[[], None]) -> None:
        """Call `call` when the write with this number has been tried: from the thread that wrote, or at once."""
        with self._lock:
            if self.tried < number:
                self._waiting.append((number, call))
                return
        call()

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each write, from the thread that wrote; it must not block."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Wait for the write in progress, try once more to keep what isn't kept, and close the log."""
        if self._thread is not None and self._work is not None:
            self._work.put(False)
            self._thread.join()
            self._thread = self._work = None
        if self.trouble:
            self.try_again()
        self._log.close()

    def try_again(self) -> None:
        """Try again to keep what is not kept, or not where it should be. For whoever writes."""
        with suppress(Exception):  # it is no worse than before
            self._log.catch_up()
        self._write()

    def _run(self, work: "SimpleQueue[bool]") -> None:
        from queue import Empty

        while True:
            try:
                if not work.get(timeout=self._retry_seconds if self.trouble else None):
                    return
            except Empty:
                self.try_again()
                continue
            if self.is_busy:  # otherwise an earlier write has included this
                self._write()

    def _write(self) -> None:
        """Append all that isn't kept, or nothing of it; then erase what is to be erased."""
        with self._lock:
            batch, number, left_of = tuple(self._unkept), self._given, self._left_of
        trouble = _why_not(lambda: self._log.append(batch)) if batch else ""
        is_kept, unerased = not trouble, ""
        if is_kept:
            unerased = _why_not(lambda: self._log.forget(left_of)) if left_of is not None else ""
            trouble = "\n".join(filter(None, (self._log.trouble, unerased)))
        with self._lock:
            if is_kept:
                del self._unkept[: len(batch)]
                self.kept = number
                if not unerased:
                    self._left_of = None if self._left_of is left_of else self._left_of
                    self._erasing = {later for later in self._erasing if later > number}
            self.trouble, self.tried = trouble, number
            due = [call for waited_for, call in self._waiting if waited_for <= number]
            self._waiting = [waiting for waiting in self._waiting if waiting[0] > number]
        for call in (*self._listeners, *due):
            call()


def _why_not(deed: Callable[[], None]) -> str:
    """Do it, and return why it failed, for a person, whatever it was; empty if it is done."""
    try:
        deed()
    except Exception as error:
        return str(error) or repr(error)
    return ""
