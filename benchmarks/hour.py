"""An hour of the live screen in a simulated hurry; prints the MiB by which the process has grown in it.

A program of its own, because memory is counted for a whole process. Headless: what is painted goes nowhere.
"""

import asyncio
import gc
import os
from collections.abc import Callable

from benchmarks.material import sample_agenda
from benchmarks.process import resident_mib
from facilitator.clock import SimulatedClock
from facilitator.conductor import Conductor
from facilitator.domain.opening import opening
from facilitator.rehearsal import FIXED_INSTANT
from facilitator.storage.journal import MemoryJournal
from facilitator.ui.app import FacilitatorApp, Opened

SETTLED, TICKS = 600, 3600
"""The caches fill in the first ten minutes; growth is what comes after."""


async def grown_in_an_hour() -> float:
    clock = SimulatedClock(FIXED_INSTANT)
    opened = opening(sample_agenda(), "Robin Reyes", FIXED_INSTANT, "UTC")
    conductor = Conductor.open(MemoryJournal(), "session", opened, clock, "device")
    conductor.submit("/start")
    app = FacilitatorApp(Opened(conductor))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        wait, ticks, over = app.screen.set_timer, 0, asyncio.Event()

        def hurry(delay: float, callback: Callable[[], None]) -> object:
            """The screen's timer for the next second, which is there at once."""
            nonlocal ticks
            ticks += 1
            clock.advance(delay)
            if ticks in (SETTLED, SETTLED + TICKS):
                over.set()
            return wait(0.001, callback)

        vars(app.screen)["set_timer"] = hurry
        sizes = []
        for _ in range(2):
            await over.wait()
            over.clear()
            gc.collect()
            sizes.append(resident_mib(os.getpid()))
        return sizes[1] - sizes[0]


if __name__ == "__main__":
    print(asyncio.run(grown_in_an_hour()))
