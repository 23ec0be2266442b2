"""The only module that reads a clock.

Everything else is given a `Clock` or an instant, so that a test can stop the time and a rehearsal can race
through it. Which clock to believe is decided in `domain.facts.timeline`; this module only says what they show.
"""

import os
import time
from functools import cache
from pathlib import Path
from typing import Protocol

from facilitator.domain.facts.timeline import Reading

_LINUX_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_MACOS_BOOT_ID = ("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid")

# Linux counts suspend in CLOCK_BOOTTIME only; macOS in CLOCK_MONOTONIC, and only through `clock_gettime`:
# its `time.monotonic` stands still while the lid is closed.
_SUSPEND_COUNTING_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


class Clock(Protocol):
    """Anything that can read the clocks of a device."""

    def read(self) -> Reading:
        """Return what the clocks show now, in milliseconds (see `Reading`)."""
        ...


class SystemClock:
    """The clocks of this device."""

    def read(self) -> Reading:
        return Reading(time.time_ns() // 1_000_000, _boot_ms(), _boot_name())


class SimulatedClock:
    """A clock that stands still until it is told to go on, for tests and rehearsals.

    It starts at `at` (ms since 1970, UTC), just as `device` has booted; no other device has that boot. Two clocks
    of one device that are told the same show the same.
    """

    def __init__(self, at: int, device: str = "simulated") -> None:
        self._device = device
        self._wall_ms = at
        self._boot_ms = 0
        self._boots = 1

    def read(self) -> Reading:
        return Reading(self._wall_ms, self._boot_ms, f"{self._device}-{self._boots}")

    def advance(self, seconds: float) -> None:
        """Let time pass. Raises ValueError if `seconds` is negative."""
        self.advance_to(self._wall_ms + round(seconds * 1000))

    def advance_to(self, at: int) -> None:
        """Let time pass until the wall clock shows `at` (ms since 1970). Raises ValueError if that is in the past."""
        if at < self._wall_ms:
            raise ValueError(f"time does not go back: {self._wall_ms - at} ms before what the clock shows")
        self._boot_ms += at - self._wall_ms
        self._wall_ms = at

    def set_wall_clock(self, at: int) -> None:
        """Set the wall clock to `at` (ms since 1970), forward or back, without time passing."""
        self._wall_ms = at

    def suspend(self, seconds: float) -> None:
        """Close the lid for a time: no program runs, and both clocks go on."""
        self.advance(seconds)

    def reboot(self, seconds: float = 0) -> None:
        """Switch the device off and on again; meanwhile the wall clock goes on for `seconds`."""
        self._wall_ms += round(seconds * 1000)
        self._boot_ms = 0
        self._boots += 1


class FastClock:
    """A clock that runs `speed` times as fast as `clock`, until it is told to slow down; for the demo.

    It starts at `at` (ms since 1970, UTC), and no device has its boot.
    """

    def __init__(self, clock: Clock, at: int, speed: float) -> None:
        self._clock = clock
        self._starts_at = at
        self._speed = speed
        self._passed_ms = 0.0
        self._counted_to = clock.read().boot_ms

    def read(self) -> Reading:
        boot_ms = self._clock.read().boot_ms
        self._passed_ms += (boot_ms - self._counted_to) * self._speed
        self._counted_to = boot_ms
        return Reading(self._starts_at + round(self._passed_ms), round(self._passed_ms), "fast")

    def slow_down(self) -> None:
        """Run as fast as `clock` from now on."""
        self.read()
        self._speed = 1


def _boot_ms() -> int:
    """Return milliseconds since boot, suspend included, or since an arbitrary moment where the system can't tell."""
    if _SUSPEND_COUNTING_CLOCK is None:
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(_SUSPEND_COUNTING_CLOCK) // 1_000_000


@cache
def _boot_name() -> str:
    """Return a name for this boot that no other has: the kernel's own identifier.

    If the system has none, return one made for this process. Then each start of the program counts as a boot, and
    the time between them comes from the wall clock, marked as such: if it is wrong, then visibly.
    """
    try:
        name = _LINUX_BOOT_ID.read_text("ascii").strip()
    except OSError:
        name = _macos_boot_name()
    return name or f"process-{os.urandom(8).hex()}"


def _macos_boot_name() -> str:
    """Return the identifier of the boot session on macOS; empty elsewhere."""
    from facilitator import child_process  # slow to load, and Linux needs none

    try:
        return child_process.ask(*_MACOS_BOOT_ID, limit_seconds=2).decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
