"""By which of several ways nothing goes now, and why: as long as it goes by one, nobody has to know."""

from collections.abc import Callable


class Troubles:
    """What is wrong with each of so many ways, by their numbers; `now` returns the instant (ms)."""

    def __init__(self, ways: int, now: Callable[[], int]) -> None:
        self.since: int | None = None
        """Since when nothing goes by any way; None if it goes by one."""
        self._ways = ways
        self._now = now
        self._down: dict[int, str] = {}

    def __contains__(self, number: int) -> bool:
        return number in self._down

    @property
    def text(self) -> str:
        """Return why nothing goes by any way, for a person; empty if it goes by one."""
        return "\n".join(self._down.values()) if len(self._down) == self._ways else ""

    @property
    def partly(self) -> str:
        """Return why nothing goes by some of the ways, while it goes by others; empty if it goes by all, or none."""
        return "" if self.text else "\n".join(self._down.values())

    def note(self, number: int, why: str) -> bool:
        """Take note of why a way is down, or, with an empty text, that it isn't; return whether it is up again."""
        was_down = number in self._down
        if why:
            self._down[number] = why
        else:
            self._down.pop(number, None)
        if len(self._down) < self._ways:
            self.since = None
        elif self.since is None:
            self.since = self._now()
        return was_down and not why
