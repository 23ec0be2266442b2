"""Takes notes and is killed, over and over. Run by `test_kill.py` as `killing.py FOLDER KILLS SEED`.

A process of its own, without threads, so that a note taker costs one fork. Each of them goes on with a
session's journal (healing it first), and reports every batch of notes that is kept through a pipe; it
is killed at a random moment: while opening, while writing, between two notes. Prints what it saw.
"""

import gc
import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import NoReturn

from facilitator.domain.events import Author, Event, NoteTaken, Stamp
from facilitator.storage.home import Home
from facilitator.storage.journal import Journal

KILLS_PER_SESSION = 25
SIZES = (1, 1, 1, 2, 8)  # notes in a batch
PIECE = 16  # bytes
LONGEST_WAIT_SECONDS = 0.002
AUTHOR = Author("ceo", "device")


def batch(kill: int, number: int, size: int) -> list[Event]:
    return [
        Event(
            id=f"{kill}.{number}.{n}",
            session="s",
            stamp=Stamp(kill, n, AUTHOR),
            at=kill,
            group=f"{kill}.{number}.0",
            fact=NoteTaken(text=f"said that {n} of {size} deals came from partners, and named them"),
        )
        for n in range(size)
    ]


def batch_sizes(seed: int, kill: int) -> list[int]:
    return random.Random(f"{seed}/{kill}").choices(SIZES, k=40)


def take_notes(home: Home, session: str, kill: int, seed: int, report: int) -> NoReturn:
    """What the victim does: a byte down the pipe for each batch that is kept."""
    if kill % 3 == 0:  # as when a disk takes a line in pieces: a kill between two of them tears it
        write = os.write
        os.write = lambda fd, data: write(fd, bytes(data)[:PIECE])
    opened = home.open_session(session, "ceo", kill)
    for number, size in enumerate(batch_sizes(seed, kill)):
        opened.journal.append(batch(kill, number, size))
        os.write(report, b".")
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def kill_one(home: Home, session: str, kill: int, seed: int, moment: random.Random) -> int:
    """How many batches one note taker reported as kept before it was killed."""
    reports, report = os.pipe()
    victim = os.fork()
    if victim == 0:
        try:
            take_notes(home, session, kill, seed, report)
        finally:
            os._exit(1)
    os.close(report)
    kept = 0
    for _ in range(moment.randrange(6)):
        kept += len(os.read(reports, 1))
    time.sleep(moment.random() * LONGEST_WAIT_SECONDS)
    os.kill(victim, signal.SIGKILL)
    _, status = os.waitpid(victim, 0)
    assert os.WIFSIGNALED(status), "the note taker failed by itself"
    while more := os.read(reports, 4096):
        kept += len(more)
    os.close(reports)
    return kept


def check(found: list[str], known: list[str], kill: int, kept: int, seed: int) -> None:
    """All that was known and all that was kept is there, in order; then at most one batch more, whole."""
    sizes = batch_sizes(seed, kill)
    ids = [[event.id for event in batch(kill, number, size)] for number, size in enumerate(sizes[: kept + 1])]
    expected = known + [note for notes in ids[:kept] for note in notes]
    more = ids[kept] if len(ids) > kept else []
    assert found in (expected, expected + more), f"kill {kill}: {len(found)} notes instead of {len(expected)}"


def main(folder: str, kills: int, seed: int) -> None:
    home = Home(Path(folder))
    moment = random.Random(seed)
    gc.freeze()  # what is loaded needn't be copied for each note taker
    known: list[str] = []
    kept = 0
    for kill in range(kills):
        session = f"s{kill // KILLS_PER_SESSION}"
        if kill % KILLS_PER_SESSION == 0:
            home.new_session(session, "ceo", kill).close()
            known = []
        reported = kill_one(home, session, kill, seed, moment)
        kept += reported
        if kill % 2:  # heals here; otherwise the next note taker has to
            with Journal.open(home.path(session, "journal")) as journal:
                events = list(journal.events)
        else:
            events = home.read_session(session)
        found = [event.id for event in events]
        check(found, known, kill, reported, seed)
        known = found
    for session in home.session_ids():
        home.open_session(session, "ceo", kills).close()
    torn = len(list(home.sessions.glob("*.torn-*")))
    print(json.dumps({"kills": kills, "kept": kept, "torn": torn, "sessions": len(home.session_ids())}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
