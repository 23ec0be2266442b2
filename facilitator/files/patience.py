"""Patience with a disk that hangs: its calls don't fail, they don't return.

What may hang is done in a thread of its own, and whoever wants it done waits for seconds, not for ever. Separate,
because journals, drafts and exports need the same.
"""

import errno
import threading
from collections.abc import Callable
from typing import TypeVar

HANGING_SECONDS = 3.0
"""How long a disk may take before it counts as one that hangs, and its work is done elsewhere."""

_Answer = TypeVar("_Answer")


class Patience:
    """Does one thing after another in a thread of its own, each for at most `HANGING_SECONDS`, until `end`.

    For one caller at a time. The thread keeps no process from ending.
    """

    def __init__(self) -> None:
        self._worker: _Worker | None = None
        self._late: threading.Lock | None = None

    @property
    def is_at_an_end(self) -> bool:
        """Whether something that has taken too long still isn't done."""
        return self._late is not None and self._late.locked()

    def do(self, deed: Callable[[], _Answer]) -> _Answer:
        """Return what `deed` returns, and raise what it raises.

        Raises TimeoutError if it takes too long, when it may still be done later, and at once, without beginning it, if
        an earlier one has taken too long and isn't done yet.
        """
        if self.is_at_an_end:
            raise _no_answer()
        done = threading.Lock()
        done.acquire()
        answers: list[_Answer] = []
        errors: list[BaseException] = []

        def do_it() -> None:
            try:
                answers.append(deed())
            except BaseException as error:
                errors.append(error)
            finally:
                done.release()

        if self._worker is None:
            self._worker = _Worker()
        self._worker.do(do_it)
        if not done.acquire(timeout=HANGING_SECONDS):
            self._late = done
            raise _no_answer()
        if errors:
            raise errors.pop()
        return answers[0]

    def end(self) -> None:
        """Let the thread go as soon as it has done what it is at. A second call does nothing."""
        if self._worker is not None:
            self._worker.do(None)
            self._worker = None


def do_patiently(deed: Callable[[], _Answer]) -> _Answer:
    """Do a single thing like `Patience.do`. Raises TimeoutError."""
    patience = Patience()
    try:
        return patience.do(deed)
    finally:
        patience.end()


class _Worker:
    """A thread that does what it is given, one thing at a time, until it is given None.

    It is no queue, which a command that keeps a single line would have to load first.
    """

    def __init__(self) -> None:
        self._deed: Callable[[], None] | None = None
        self._is_wanted = threading.Semaphore(0)
        threading.Thread(target=self._run, name="patience", daemon=True).start()

    def do(self, deed: Callable[[], None] | None) -> None:
        self._deed = deed
        self._is_wanted.release()

    def _run(self) -> None:
        while self._is_wanted.acquire() and (deed := self._deed) is not None:
            deed()


def _no_answer() -> TimeoutError:
    return TimeoutError(errno.ETIMEDOUT, "no answer")
