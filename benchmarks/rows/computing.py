"""What takes the processor alone: the debrief in each format, and the face of the clock."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from time import perf_counter

from benchmarks.material import make_session, sample_agenda
from benchmarks.measure import Measure, Scale
from facilitator import reports
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.domain.session.fold import fold
from facilitator.domain.session.state import Session
from facilitator.domain.time.clock_face import clock_face
from facilitator.storage import journal
from facilitator.workspace.exports import write_export

SEGMENTS = 100
FACES = 200


def debrief_formats(scale: Scale, folder: Path) -> Iterator[Measure]:
    """From the session to the finished file, of a session of 10,000 notes."""
    events = journal.read_events(make_session(folder / "home", "long", 10_000))
    session, now = fold(events), events[-1].at
    for name in reports.FORMATS:
        numbers = count()

        def written(name: str = name, numbers: Iterator[int] = numbers) -> None:
            path = folder / f"{name}-{next(numbers)}"
            write_export(debrief(session, now), name, path)

        yield _amount(f"debrief of 10,000 notes as {name}", 1.0, "s", _seconds(written, scale.pairs))


def clock_face_of_many_segments(scale: Scale, folder: Path) -> Iterator[Measure]:
    session = _session_of_many_segments()
    now = session.opened_at + 50_000

    def faces() -> None:
        for later in range(FACES):
            clock_face(session, now + later)

    values = [seconds / FACES * 1e6 for seconds in _seconds(faces, scale.pairs)]
    yield _amount(f"`clock_face` on {SEGMENTS} segments", 200, "µs", values)


def _session_of_many_segments() -> Session:
    """Half of the segments done, with time given and pauses in between."""
    sample = sample_agenda()
    segments = tuple(Segment(id=f"s{n}", title=f"Segment {n}", length_seconds=60) for n in range(SEGMENTS))
    agenda = Agenda(title=sample.title, panel=(Panelist(id="lead", name="Lead"),), segments=segments)
    script = ["00:00 /start"]
    for n in range(SEGMENTS // 2):
        script += [f"{n:02}:10 /add 1m", f"{n:02}:20 /pause", f"{n:02}:30 /resume", f"{n:02}:40 /next"]
    return rehearse(agenda, "\n".join(script)).session


def _seconds(action: Callable[[], None], repeats: int) -> list[float]:
    action()
    took = []
    for _ in range(repeats):
        began = perf_counter()
        action()
        took.append(perf_counter() - began)
    return took


def _amount(what: str, goal: float, unit: str, values: list[float]) -> Measure:
    return Measure(what, "", goal, unit, tuple(values))
