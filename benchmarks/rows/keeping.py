"""What the disk has a part in: a note that is kept, and a session that is opened."""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

import msgspec

from benchmarks.material import NOTE, make_session
from benchmarks.measure import Measure, Scale, in_turn, percentile, ratio
from facilitator.clock import SystemClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.facts.event import Event
from facilitator.domain.session.fold import fold
from facilitator.storage.journal import Journal

SHORT, LONG = 10, 10_000


def kept_note(scale: Scale, folder: Path) -> Iterator[Measure]:
    """A note from when it is submitted until it is acknowledged, beside a bare write + fsync of as many bytes, in turn.

    As on the live screen: in an event loop, with a keeper that writes in a thread of its own.
    """
    with ExitStack() as files, asyncio.Runner() as loop:
        bare = _raw_writer(files, folder / "raw", _line_length(folder))
        short, long = (_note_keeper(files, loop, folder / str(notes), notes) for notes in (SHORT, LONG))
        for timed in (bare, short, long):
            timed()
        rounds = [_rounds((bare, short, long), scale.notes) for _ in range(scale.pairs)]
    for percent, goal in ((50, 1.5), (99, 2.0)):
        pairs = [(percentile(raw, percent), percentile(ours, percent)) for raw, ours, _ in rounds]
        yield ratio(f"a kept note, p{percent}", "write + fsync of as many bytes", goal, pairs, "ms")
    pairs = [(percentile(ours, 50), percentile(grown, 50)) for _, ours, grown in rounds]
    yield ratio(f"a kept note at {LONG:,} events, p50", f"at {SHORT}", 1.1, pairs, "ms")


def open_session(scale: Scale, folder: Path) -> Iterator[Measure]:
    """A session of 10,000 events opened and conducted, beside msgspec's decoding and the fold alone."""
    path = make_session(folder / "home", "long", LONG)
    decoder = msgspec.json.Decoder(tuple[Event, ...])

    def bare() -> float:
        began = perf_counter()
        _, *lines = path.read_bytes().splitlines()  # the first is the header
        fold(event for line in lines for event in decoder.decode(line[9:]))
        return (perf_counter() - began) * 1000

    def ours() -> float:
        began = perf_counter()
        conductor = Conductor.resume(Journal.open(path), SystemClock(), "another device")
        took = (perf_counter() - began) * 1000
        conductor.close()
        return took

    pairs = in_turn(bare, ours, scale.pairs)
    yield ratio(f"open a session of {LONG:,} events", "msgspec decode + fold", 3.0, pairs, "ms")


def _rounds(timed: tuple[Callable[[], float], ...], count: int) -> list[list[float]]:
    """`count` times of each, taken in turn."""
    times = [[one() for one in timed] for _ in range(count)]
    return [list(column) for column in zip(*times, strict=True)]


def _note_keeper(files: ExitStack, loop: asyncio.Runner, home: Path, notes: int) -> Callable[[], float]:
    conductor = Conductor.resume(Journal.open(make_session(home, "session", notes)), SystemClock(), "device")
    conductor.keep_in_background()
    files.callback(conductor.close)

    async def keep() -> float:
        began = perf_counter()
        acknowledgement = await conductor.submit(NOTE)
        took = (perf_counter() - began) * 1000
        assert acknowledgement.kept
        return took

    return lambda: loop.run(keep())


def _raw_writer(files: ExitStack, path: Path, length: int) -> Callable[[], float]:
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    files.callback(os.close, descriptor)
    line = b"x" * (length - 1) + b"\n"

    def write() -> float:
        began = perf_counter()
        os.write(descriptor, line)
        os.fsync(descriptor)
        return (perf_counter() - began) * 1000

    return write


def _line_length(folder: Path) -> int:
    """Bytes that a note takes in the journal."""
    path = make_session(folder / "model", "session", 0)
    before = path.stat().st_size
    with Journal.open(path) as journal:
        conductor = Conductor.resume(journal, SystemClock(), "device")
        anchored = path.stat().st_size
        conductor.submit(NOTE)
    assert anchored >= before
    return path.stat().st_size - anchored
