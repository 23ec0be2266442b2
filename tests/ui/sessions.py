"""Sessions to look at: the sample agenda, played up to a moment on a clock that stands still."""

from facilitator.agenda_files import load
from facilitator.clock import SimulatedClock
from facilitator.conductor import Conductor
from facilitator.domain.opening import opening
from facilitator.rehearsal import read_script
from facilitator.resources import agendas_dir
from facilitator.storage.journal import MemoryJournal

STARTS = 1_796_119_200_000  # 2026-12-01 10:00 UTC


def played(until_seconds: float, agenda: str = "vp-sales-final", script: str = "vp-sales-final"):
    """A conductor and its clock, `until_seconds` into the sample script."""
    plan = load(agendas_dir() / f"{agenda}.yaml").agenda
    clock = SimulatedClock(STARTS)
    opened = opening(plan, "Eszter Halmos", STARTS, "UTC", "2026-12-01 10:00")
    numbers = iter(range(1, 1_000_000))
    conductor = Conductor.open(MemoryJournal(), "sample", opened, clock, "desk", lambda: f"e{next(numbers):06}")
    for line in read_script((agendas_dir() / f"{script}.script").read_text("utf-8")):
        if line.seconds > until_seconds:
            break
        clock.advance_to(STARTS + line.seconds * 1000)
        conductor.submit(line.text, by=line.panelist)
    clock.advance_to(STARTS + round(until_seconds * 1000))
    return conductor, clock
