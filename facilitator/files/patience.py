"""Patience with a disk that hangs: its calls don't fail, they don't return.

What may hang is done in a thread of its own, and whoever wants it done waits for seconds, not for ever, or asks for its
answer later. Separate, because journals, drafts and exports need the same.
"""

import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, Protocol, TypeVar

HANGING_SECONDS = 3.0
"""How long a disk may take before it counts as one that hangs, and its work is done elsewhere."""

_LOOKING_UP_SECONDS = 1.0
"""How often a wait without a limit stops to look: Ctrl+C that comes just before it begins doesn't wake it."""

_Answer = TypeVar("_Answer")


class Doing(Protocol):
    """Does something with a disk, and returns what that returns."""

    def __call__(self, deed: Callable[[], _Answer], /) -> _Answer: ...


_awaited: list[str] = []


@contextmanager
def waiting_for(what: str) -> Iterator[None]:
    """Tell whoever asks that this process waits for `what` meanwhile, and not for a disk."""
    _awaited.append(what)
    try:
        yield
    finally:
        _awaited.remove(what)


def awaited() -> str:
    """Return what this process is waiting for; empty if that can only be a disk."""
    return _awaited[-1] if _awaited else ""


def at_once(deed: Callable[[], _Answer]) -> _Answer:
    """Do it and wait for it, however long it takes."""
    return deed()


class Patience:
    """Does one thing after another in a thread of its own, each for at most `HANGING_SECONDS`, until `end`.

    Callers wait for one another. The thread keeps no process from ending. `for_good`, nothing is begun any more once
    something has taken too long, even if it is done by then, before `try_anew`: a disk may take long for every call.
    """

    def __init__(self, *, for_good: bool = False) -> None:
        self._for_good = for_good
        self._turn = threading.Lock()
        self._worker: _Worker | None = None
        self._late: _Begun[Any] | None = None

    @property
    def is_at_an_end(self) -> bool:
        """Whether something that has taken too long still isn't done or, if it ends for good, has been begun at all."""
        return self._late is not None and (self._for_good or not self._late.is_done)

    def do(self, deed: Callable[[], _Answer], too_late: Callable[[_Answer], object] = lambda answer: None) -> _Answer:
        """Return what `deed` returns, and raise what it raises.

        Raises TimeoutError if it takes too long, when it may still be done later and `too_late` gets what it returns;
        and at once, without beginning it, if an earlier one has taken too long and isn't done yet. What `deed` has to
        do so is done within its time.
        """
        if self._worker is not None and self._worker.is_at_work_here:
            return deed()
        with self._turn:
            if self.is_at_an_end:
                raise _no_answer()
            begun = _Begun(deed)
            if self._worker is None:
                self._worker = _Worker()
            self._worker.do(begun.do)
            if not begun.wait(HANGING_SECONDS) and begun.give_up(too_late):
                self._late = begun
                raise _no_answer()
        return begun.answer()

    def try_anew(self) -> None:
        """Begin things again if what has taken too long is done by now."""
        if self._late is not None and self._late.is_done:
            self._late = None

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


class _Begun(Generic[_Answer]):
    """Something that another thread does, and what comes of it."""

    def __init__(self, deed: Callable[[], _Answer]) -> None:
        self.is_done = False
        self._undone = threading.Lock()
        self._undone.acquire()
        self._changing = threading.Lock()
        self._deed = deed
        self._answers: list[_Answer] = []
        self._errors: list[BaseException] = []
        self._too_late: Callable[[_Answer], object] | None = None

    def do(self) -> None:
        try:
            self._answers.append(self._deed())
        except BaseException as error:
            self._errors.append(error)
        with self._changing:
            self.is_done = True
        if self._too_late is not None and self._answers:
            self._too_late(self._answers[0])
        self._undone.release()

    def give_up(self, too_late: Callable[[_Answer], object]) -> bool:
        """Give what it returns to `too_late`, unless it has just been done; return whether it hasn't."""
        with self._changing:
            if not self.is_done:
                self._too_late = too_late
        return self._too_late is not None

    def wait(self, longest_seconds: float) -> bool:
        """Wait until it is done, for `longest_seconds` at most; return whether it is."""
        if not self.is_done and self._undone.acquire(timeout=longest_seconds):
            self._undone.release()
        return self.is_done

    def answer(self) -> _Answer:
        """Return what it returned, and raise what it raised. It must be done."""
        if self._errors:
            raise self._errors[0]
        return self._answers[0]


class Deed(Generic[_Answer]):
    """Something that is being done in a thread of its own from now on, while whoever wants it done does other things.

    It keeps no process from ending.
    """

    def __init__(self, deed: Callable[[], _Answer]) -> None:
        self._begun = _Begun(deed)
        threading.Thread(target=self._begun.do, name="deed", daemon=True).start()

    @property
    def is_done(self) -> bool:
        return self._begun.is_done

    def wait(self, longest_seconds: float) -> bool:
        """Wait until it is done, for `longest_seconds` at most; return whether it is."""
        return self._begun.wait(longest_seconds)

    def answer(self) -> _Answer:
        """Wait until it is done, however long that takes; return what it returned, and raise what it raised."""
        while not self.wait(_LOOKING_UP_SECONDS):
            pass
        return self._begun.answer()


class _Worker:
    """A thread that does what it is given, one thing at a time, until it is given None.

    It has no queue of the library's, which a command that keeps a single line would have to load first.
    """

    def __init__(self) -> None:
        self._deeds: list[Callable[[], None] | None] = []
        self._is_wanted = threading.Semaphore(0)
        self._thread = threading.Thread(target=self._run, name="patience", daemon=True)
        self._thread.start()

    @property
    def is_at_work_here(self) -> bool:
        """Whether it is its own thread that asks, from within something that it does."""
        return threading.current_thread() is self._thread

    def do(self, deed: Callable[[], None] | None) -> None:
        self._deeds.append(deed)
        self._is_wanted.release()

    def _run(self) -> None:
        while self._is_wanted.acquire() and (deed := self._deeds.pop(0)) is not None:
            deed()


def _no_answer() -> TimeoutError:
    return TimeoutError(errno.ETIMEDOUT, "no answer")
