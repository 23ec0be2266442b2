"""A session's timeline, made from clocks that can stop, be set and start again.

The wall clock may be corrected in the middle of an interview, and the clock that counts suspend starts
at zero with each boot. So a session has a timeline of its own: an `Anchor` ties it to the wall clock
once, and from there the boot clock carries it on. Only across a reboot does the wall clock have to be
believed, and then the session is marked accordingly.
"""

from typing import Annotated

from msgspec import Meta, Struct

STEP_TOLERANCE_MS = 2000

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
