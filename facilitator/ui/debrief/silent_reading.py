"""The time in which the panel reads in silence before it talks."""

from collections.abc import Callable

from facilitator.domain.text.durations import clock_text

STOPPED = "Silent reading stopped."
OVER = "◷ Silent reading is over. Start with what only one of you saw: key 8."


class SilentReading:
    """Lasts `seconds` from when it is begun; `now` returns the moment (ms)."""

    def __init__(self, now: Callable[[], int], seconds: int) -> None:
        self._now = now
        self._seconds = seconds
        self._ends_at: int | None = None

    @property
    def is_on(self) -> bool:
        """Whether the panel is reading."""
        return self._ends_at is not None

    def turn(self) -> str:
        """Begin or stop reading; return what there is to say of it."""
        if self._ends_at is not None:
            self._ends_at = None
            return STOPPED
        self._ends_at = self._now() + self._seconds * 1000
        return self.told()

    def told(self) -> str:
        """Return how much time is left, or once that it is over; empty if nobody is reading."""
        if self._ends_at is None:
            return ""
        left = (self._ends_at - self._now()) / 1000
        if left > 0:
            return f"◷ Silent reading: {clock_text(left)} left"
        self._ends_at = None
        return OVER
