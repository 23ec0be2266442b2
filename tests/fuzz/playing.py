"""Giving the program one input after another, in a process of its own that has so much time and memory for each."""

import gc
import json
import os
import random
import resource
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from msgspec import Struct

from tests.fuzz.kinds import Play, kinds

SECONDS = 2.0
"""The most that an input may take, as processor time: how busy the machine is doesn't count."""

MEMORY_BYTES = 256 << 20
MOST_FAULTS = 10


class TooLong(BaseException):
    """It has taken too long. Not an Exception, so that nothing takes it for an ordinary failure."""


class Played(Struct):
    """What came of the inputs with these seeds: how many runs there were, and the faults by seed."""

    runs: int
    faults: dict[int, str]


def play(kind: str, seeds: range) -> Played:
    """Play the inputs in a process of its own."""
    chosen = kinds()[kind]  # loaded here, so that its memory doesn't count
    reading, telling = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            with os.fdopen(telling, "w") as told:
                _play_all(chosen, kind, seeds, told)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(telling)
    played = Played(0, {})
    seed = seeds.start
    with os.fdopen(reading) as told:
        for line in told:
            seed, runs, fault = json.loads(line)
            played.runs += runs
            if fault:
                played.faults[seed] = fault
    _, status = os.waitpid(child, 0)
    if status:
        played.faults[seed + 1] = f"its process ended with {os.waitstatus_to_exitcode(status)}"
    return played


def _play_all(play: Play, kind: str, seeds: range, told: Any) -> None:
    gc.freeze()
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY_BYTES, used + MEMORY_BYTES))
    faults = 0
    for seed in seeds:
        if seed % 8 == 0:
            gc.collect()  # what earlier ones have left counts for none
        runs, fault = 0, ""
        try:
            with in_time():
                runs = play(random.Random(f"{kind}/{seed}"))
        except (Exception, TooLong) as error:
            fault = f"{type(error).__name__}: {error}"[:300] + "".join(traceback.format_tb(error.__traceback__)[-3:])
            faults += 1
        print(json.dumps((seed, runs, fault)), file=told, flush=bool(fault) or seed % 50 == 0)
        if faults > MOST_FAULTS:
            break


@contextmanager
def in_time() -> Iterator[None]:
    """Raise TooLong in what takes too long."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLong

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
