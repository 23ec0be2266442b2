"""Commands that open no screen, from the shell's point of view: start to end of the process."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Measure, Scale, in_turn, ratio
from benchmarks.programs import FACILITATOR, environment

RUNS = 5
"""Processes per number: one takes a few milliseconds, which the scheduler alone can double."""


def light_commands(scale: Scale, folder: Path) -> Iterator[Measure]:
    home = environment(folder)
    nothing = _timed([sys.executable, "-c", "pass"], home)
    for arguments, goal in ((["--version"], 1.8), (["--help"], 5.0)):
        pairs = in_turn(nothing, _timed([FACILITATOR, *arguments], home), scale.pairs)
        yield ratio(f"`facilitator {' '.join(arguments)}`", "`python -c pass`", goal, pairs, "ms")


def _timed(command: Sequence[str], home: dict[str, str]) -> Callable[[], float]:
    def run() -> float:
        took = []
        for _ in range(RUNS):
            began = perf_counter()
            subprocess.run(command, env=home, stdout=subprocess.DEVNULL, check=True)
            took.append(perf_counter() - began)
        return min(took) * 1000

    return run
