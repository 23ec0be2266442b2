"""An hour of the live screen in a simulated hurry; prints the MiB by which the process has grown in it.

A program of its own, because memory is counted for a whole process. Headless: what is painted goes nowhere.
"""

import asyncio
import gc
import os

from benchmarks.material import sample_agenda
from benchmarks.process import resident_mib
from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.rehearsal import FIXED_INSTANT
from facilitator.domain.session.opening import opening
from facilitator.storage.journal import MemoryJournal
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.live.live_screen import LiveScreen

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
        live = app.screen
        assert isinstance(live, LiveScreen)
        sizes = []
        for ticks in (SETTLED, TICKS):
            for _ in range(ticks):
                clock.advance(1)
                live.tick()
                await asyncio.sleep(0.001)
            gc.collect()
            sizes.append(resident_mib(os.getpid()))
        return sizes[1] - sizes[0]


if __name__ == "__main__":
    print(asyncio.run(grown_in_an_hour()))
