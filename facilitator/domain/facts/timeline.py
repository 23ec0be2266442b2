"""A session's timeline, made of readings of clocks that can stop, be set and start anew.

The wall clock can be corrected in the middle of an interview, and the clock that counts suspend
starts at zero with each boot. So a session has a timeline of its own: it is tied to the wall clock
once, by an `Anchor`, and carried on by the boot clock from there. Only across a reboot the wall
clock must be believed, and then the session carries a mark that it was so.
"""

from msgspec import Struct

STEP_TOLERANCE_MS = 2000


class Reading(Struct, frozen=True, array_like=True):
    """What a device's clocks said at one moment.

    `wall_ms` since 1970 in UTC; `boot_ms` since boot, suspend counted; `boot` names the boot.
    """

    wall_ms: int
    boot_ms: int
    boot: str


class Anchor(Struct, frozen=True):
    """The instant `at` of the timeline was when the clocks said `reading`."""

    at: int
    reading: Reading

    def holds_for(self, reading: Reading) -> bool:
        """Whether the boot clock has run through since: the same boot, and not backwards."""
        return reading.boot == self.reading.boot and reading.boot_ms >= self.reading.boot_ms

    def instant(self, reading: Reading) -> int:
        """The instant on the timeline at `reading`; across boots from the wall clock, and never before `at`."""
        if self.holds_for(reading):
            return self.at + reading.boot_ms - self.reading.boot_ms
        return max(self.at, self.at + reading.wall_ms - self.reading.wall_ms)

    def wall_step(self, reading: Reading) -> int:
        """How far (ms) the wall clock was set forward (positive) or back since; small drift counts as none."""
        step = (reading.wall_ms - self.reading.wall_ms) - (self.instant(reading) - self.at)
        return step if abs(step) > STEP_TOLERANCE_MS else 0
