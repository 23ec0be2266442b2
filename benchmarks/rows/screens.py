"""What the screen costs when nobody types: until it is there, and while the clock runs."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.material import make_session
from benchmarks.measure import Measure, Scale, in_turn, ratio
from benchmarks.painting import first_frame
from benchmarks.process import CAN_TELL, cpu_seconds, resident_mib
from benchmarks.programs import FACILITATOR, SAMPLE, bare, environment
from benchmarks.terminal import Terminal

OPENED = ("Closing", "What would you have", "Tell us", "Notes", "Ctrl+P commands")
"""A text of each region of the live screen with the sample agenda: order, questions, coverage, notes, keys."""
RESUMED = ("Closing", "What would you have", "Tell us", "Ctrl+P commands")

BETWEEN_KEYS = 0.03
HOUR_TAKES_AT_MOST_SECONDS = 600
"""It takes half a minute; a screen that has crashed in it would be waited for without end."""
PROJECT = Path(__file__).parents[2]


def first_frame_of_live_screen(scale: Scale, folder: Path) -> Iterator[Measure]:
    home = environment(folder)
    pairs = in_turn(
        frame_ms(bare("empty_app"), home, ()), frame_ms([FACILITATOR, "run", SAMPLE], home, OPENED), scale.pairs
    )
    yield ratio("first frame of the live screen", "an empty Textual app", 1.6, pairs, "ms")


def first_frame_of_long_session(scale: Scale, folder: Path) -> Iterator[Measure]:
    few, many = (_resuming(folder / str(notes), notes) for notes in (10, 10_000))
    pairs = in_turn(few, many, scale.pairs)
    yield ratio("first frame with 10,000 notes", "with 10", 1.1, pairs, "ms")


def countdown_at_rest(scale: Scale, folder: Path) -> Iterator[Measure]:
    """Processor time, bytes and memory of the running countdown."""
    if not CAN_TELL:
        return
    home = environment(folder)
    clock = _at_rest(bare("digits_clock"), home, (), scale.rest_seconds)
    live = _at_rest([FACILITATOR, "run", SAMPLE], home, "/start\r", scale.rest_seconds)
    clock()
    live()
    rests = [(clock(), live()) for _ in range(scale.pairs)]
    for place, (what, goal, unit) in enumerate(
        (("CPU at rest", 1.3, "s/min"), ("bytes per tick", 0.6, "bytes"), ("memory (RSS) at rest", 1.35, "MiB"))
    ):
        pairs = [(one[place], other[place]) for one, other in rests]
        yield ratio(what, "a bare `Digits` clock at 1 Hz", goal, pairs, unit)


def growth_in_an_hour(scale: Scale, folder: Path) -> Iterator[Measure]:
    """See `benchmarks.hour`."""
    if not CAN_TELL:
        return
    hour = [sys.executable, "-m", "benchmarks.hour"]
    grown = []
    for _ in range(max(1, scale.pairs // 5)):
        run = subprocess.run(
            hour,
            cwd=PROJECT,
            env=environment(folder),
            capture_output=True,
            text=True,
            check=True,
            timeout=HOUR_TAKES_AT_MOST_SECONDS,
        )
        grown.append(float(run.stdout))
    yield Measure("memory grown in a simulated hour", "", 1, "MiB", tuple(grown))


def frame_ms(command: Sequence[str], home: dict[str, str], texts: Sequence[str]) -> Callable[[], float]:
    def run() -> float:
        with Terminal(command, home) as terminal:
            terminal.read_until_quiet()
            return (first_frame(terminal.chunks, texts) - terminal.started_at) * 1000

    return run


def _resuming(folder: Path, notes: int) -> Callable[[], float]:
    make_session(folder / "library", "session", notes)
    return frame_ms([FACILITATOR, "resume", "session"], environment(folder), RESUMED)


def _at_rest(
    command: Sequence[str], home: dict[str, str], keys: Sequence[str], seconds: float
) -> Callable[[], tuple[float, float, float]]:
    def run() -> tuple[float, float, float]:
        with Terminal(command, home) as terminal:
            terminal.read_until_quiet()
            terminal.press(keys, [BETWEEN_KEYS] * len(keys))
            terminal.read_for(1.5)
            before, chunks, began = cpu_seconds(terminal.pid), len(terminal.chunks), perf_counter()
            terminal.read_for(seconds)
            lasted = perf_counter() - began
            used = cpu_seconds(terminal.pid) - before
            written = sum(len(chunk.data) for chunk in terminal.chunks[chunks:])
            return used / lasted * 60, written / lasted, resident_mib(terminal.pid)

    return run
