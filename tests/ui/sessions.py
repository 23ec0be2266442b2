"""Sessions to look at: the sample agenda, played up to a moment on a clock that stands still."""

from collections.abc import Callable
from typing import Any

from msgspec import convert
from msgspec.structs import replace
from textual.app import App

from facilitator.agenda_files import load
from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.rehearsal import read_script
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.opening import opening
from facilitator.resources import agendas_dir
from facilitator.storage.journal import EventLog, MemoryJournal

STARTS = 1_796_119_200_000  # 2026-12-01 10:00 UTC

WAITING, NORMAL, WARNING, DANGER, OVERTIME, ENDED, DECIDED = 60, 3200, 1180, 1265, 1450, 5800, 6200
"""Seconds into the sample script at which it is in each phase, has ended, and is decided."""


def bundled(name: str) -> Agenda:
    agenda = load(agendas_dir() / f"{name}.yaml").agenda
    assert agenda is not None
    return agenda


def opened(
    agenda: Agenda, candidate: str = "Eszter Halmos", log: EventLog | None = None
) -> tuple[Conductor, SimulatedClock]:
    """A conductor at the opening of `agenda`, and its clock."""
    clock = SimulatedClock(STARTS)
    fact = opening(agenda, candidate, STARTS, "UTC", "2026-12-01 10:00")
    numbers = iter(range(1, 1_000_000))
    new_id: Callable[[], str] = lambda: f"e{next(numbers):06}"  # noqa: E731
    return Conductor.open(log or MemoryJournal(), "sample", fact, clock, "desk", new_id), clock


def played(until_seconds: float, name: str = "vp-sales-final", **changes: Any) -> tuple[Conductor, SimulatedClock]:
    """A conductor and its clock, `until_seconds` into the sample script; `changes` are of the agenda."""
    conductor, clock = opened(replace(bundled(name), **changes))
    for line in read_script((agendas_dir() / f"{name}.script").read_text("utf-8")):
        if line.seconds > until_seconds:
            break
        clock.advance_to(STARTS + line.seconds * 1000)
        conductor.submit(line.text)
    clock.advance_to(STARTS + round(until_seconds * 1000))
    return conductor, clock


def small_agenda(**changes: Any) -> Agenda:
    """Two segments, two panelists, two questions: enough to run."""
    plan: dict[str, Any] = {
        "title": "A short talk",
        "panel": [{"id": "ann", "name": "Ann Lee", "lead": True}, {"id": "bo", "name": "Bo Chen"}],
        "competencies": [{"id": "craft", "name": "Craft", "anchors": {1: "none", 5: "a lot"}}],
        "segments": [
            {
                "id": "first",
                "title": "First",
                "length_seconds": 600,
                "questions": [
                    {"id": "why", "ask": "Why?", "must": True, "owner": "ann", "competency": "craft", "number": 1},
                    {"id": "how", "ask": "How?", "owner": "bo", "number": 2},
                ],
            },
            {"id": "second", "title": "Second", "length_seconds": 300, "kind": "candidate_questions"},
        ],
    }
    return convert({**plan, **changes}, Agenda)


def screen_of(app: App[Any]) -> Any:
    """The screen that is shown, whichever it is: a test knows what it asks of it."""
    return app.screen
