"""A session's timeline, made from clocks that can stop, be set and start again.

The wall clock may be corrected in the middle of an interview, and the clock that counts suspend starts
at zero with each boot. So a session has a timeline of its own: an `Anchor` ties it to the wall clock
once, and from there the boot clock carries it on. Only across a reboot does the wall clock have to be
believed, and then the session is marked accordingly.

On a panel of several devices there is one timeline, that of the device that opened it. The others ask for it, and
believe the answer that took least: it is off by at most half of the time between asking and hearing (Cristian,
“Probabilistic clock synchronization”, 1989). No wall clock plays a part in that.
"""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, Struct

STEP_TOLERANCE_MS = 2000

SLEWED_MS_PER_SECOND = 5
STEPPED_BEYOND_MS = 500
"""A clock that is off is put right by so little at a time that nobody sees it; if it is off by more, at once."""
BETTER_BY_MS = 30
"""What tells panel time better by less than this isn't taken over."""
RECORDED_FROM_MS = 50
"""What was off by less than this is not recorded, since it would be known again soon after a start."""
DRIFT_MS = 10_000
"""Two boot clocks go apart by 1 ms in so many at most: by 6 ms a minute."""
_ROUNDED_MS = 2
"""An answer is told in whole milliseconds, and so are the two readings around it."""
OPENER_RESTARTED_MS = 3_600_000
RESTARTED_MS = 2 * OPENER_RESTARTED_MS
"""After a restart only the wall clock tells the time, and nothing says how well. The opener is believed first."""

Instant = Annotated[int, Meta(ge=0, le=32_503_680_000_000)]
"""Milliseconds since 1970, up to the year 3000: what a date can be made of, whoever wrote it."""


class Reading(Struct, frozen=True, array_like=True):
    """What the clocks of a device showed at one moment.

    `wall_ms` counts from 1970 in UTC, `boot_ms` from boot, suspend included; `boot` names the boot.
    """

    wall_ms: Instant
    boot_ms: Instant
    boot: str


class Anchor(Struct, frozen=True):
    """The point where the timeline is tied to the clocks: it was at `at` when they showed `reading`."""

    at: int
    reading: Reading

    def holds_for(self, reading: Reading) -> bool:
        """Whether the boot clock has run on since: it is the same boot, and the clock hasn't gone back."""
        return reading.boot == self.reading.boot and reading.boot_ms >= self.reading.boot_ms

    def instant(self, reading: Reading) -> int:
        """Return the instant on the timeline at `reading`; across boots by the wall clock, and never before `at`."""
        if self.holds_for(reading):
            return self.at + reading.boot_ms - self.reading.boot_ms
        return max(self.at, self.at + reading.wall_ms - self.reading.wall_ms)

    def wall_step(self, reading: Reading) -> int:
        """Return by how many ms the wall clock was set since: positive is forward; a small drift counts as 0."""
        step = (reading.wall_ms - self.reading.wall_ms) - (self.instant(reading) - self.at)
        return step if abs(step) > STEP_TOLERANCE_MS else 0


class TimeTold(Struct, frozen=True):
    """What another device has answered: it was the instant `said_at` there, give or take `said_bound_ms`.

    This device asked when its boot clock showed `asked_ms`, and heard it when that showed `heard_ms`.
    """

    asked_ms: int
    heard_ms: int
    said_at: Instant
    said_bound_ms: int

    @property
    def at(self) -> int:
        """The instant at which it was heard, as far as one can tell: in the middle of what is possible."""
        return self.said_at + (self.heard_ms - self.asked_ms) // 2

    @property
    def bound_ms(self) -> int:
        """By how much that may be wrong, either way."""
        return self.said_bound_ms + (self.heard_ms - self.asked_ms + 1) // 2 + _ROUNDED_MS


class Tie(Struct, frozen=True):
    """What a device goes by: its anchor, and how far its timeline may be from the panel's.

    At the anchor it was `off_ms` behind the panel's (below zero: ahead of it), which is made up for bit by bit, and
    panel time was known within `bound_ms`. That gets more with time, unless the panel's timeline is the device's own.
    """

    anchor: Anchor
    off_ms: int = 0
    bound_ms: int = 0
    is_opener: bool = True

    def instant(self, reading: Reading) -> int:
        """Return the instant on the timeline as it is shown at `reading`, never one before the anchor."""
        return max(self.anchor.at, self.anchor.instant(reading) + self.off_ms - self._still_off(reading))

    def panel_instant(self, reading: Reading) -> int:
        """Return the instant on the panel's timeline, as far as it is known here."""
        return self.anchor.instant(reading) + self.off_ms

    def known_within(self, reading: Reading) -> int:
        """Return by how many ms panel time may differ from `panel_instant`, either way."""
        if not self.anchor.holds_for(reading):
            return OPENER_RESTARTED_MS if self.is_opener else RESTARTED_MS
        return self.bound_ms + (0 if self.is_opener else _drift(reading.boot_ms - self.anchor.reading.boot_ms))

    def bound(self, reading: Reading) -> int:
        """Return by how many ms panel time may differ from what is shown, either way."""
        return self.known_within(reading) + abs(self._still_off(reading))

    def better(self, answers: Iterable[TimeTold], reading: Reading) -> "Tie":
        """Return what to go by after these answers: the best of them, if it tells panel time better, else the same."""
        best = min(answers, key=lambda answer: answer.bound_ms, default=None)
        if best is None or not self.anchor.holds_for(reading):
            return self
        since = reading.boot_ms - best.heard_ms
        bound = best.bound_ms + _drift(since)
        if bound + BETTER_BY_MS > self.known_within(reading):
            return self
        shown, at = self.instant(reading), best.at + since
        if abs(at - shown) > STEPPED_BEYOND_MS:
            return Tie(Anchor(at, reading), 0, bound, self.is_opener)
        return Tie(Anchor(shown, reading), at - shown, bound, self.is_opener)

    def moved(self, at: int, reading: Reading) -> "Tie":
        """Return the same tie with its anchor at `reading`, when it is the instant `at`."""
        return Tie(Anchor(at, reading), self._still_off(reading), self.known_within(reading), self.is_opener)

    def _still_off(self, reading: Reading) -> int:
        if not self.off_ms or not self.anchor.holds_for(reading):
            return 0
        made_up = (reading.boot_ms - self.anchor.reading.boot_ms) * SLEWED_MS_PER_SECOND // 1000
        return max(0, self.off_ms - made_up) if self.off_ms > 0 else min(0, self.off_ms + made_up)


def _drift(elapsed_ms: int) -> int:
    return -(-elapsed_ms // DRIFT_MS)
