"""Takes notes and is killed, over and over. Run by `test_kill.py` as `killing.py FOLDER KILLS SEED [PER_SESSION]`.

A process of its own, without threads, so that a note taker costs one fork. Each of them goes on with a session
(healing its journal first), keeps in the background as the live screen does, and reports every batch of notes that
the conductor calls kept through a pipe; it takes up to `AHEAD` more meanwhile. It is killed at a random moment:
while opening, while writing, between two notes. Prints what it saw.
"""

import gc
import json
import os
import random
import signal
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import facilitator.conducting.conductor
from facilitator.clock import SystemClock
from facilitator.conducting import read
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.submission import Submission
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.language.decision import Decision
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.domain.session.opening import opening
from facilitator.storage.home import Home
from facilitator.storage.journal import Journal

KILLS_PER_SESSION = 25
SIZES = (1, 1, 1, 2, 8)  # notes in a batch
AHEAD = 3  # batches of which the disk has not answered yet
PIECE = 16  # bytes
PIECE_SECONDS = 0.0001
LONGEST_WAIT_SECONDS = 0.002
DEVICE = "device"
AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True),),
    segments=(Segment(id="one", title="One", length_seconds=300),),
)


def texts(kill: int, number: int, size: int) -> list[str]:
    """The notes of a batch; no two are alike."""
    return [f"{kill}.{number}.{n}: {n} of {size} deals came from partners, and she named them" for n in range(size)]


def batch_sizes(seed: int, kill: int) -> list[int]:
    return random.Random(f"{seed}/{kill}").choices(SIZES, k=40)


def write_a_piece(descriptor: int, data: bytes, write: Callable[[int, bytes], int] = os.write) -> int:
    time.sleep(PIECE_SECONDS)
    return write(descriptor, data[:PIECE])


def take_notes(folder: Path, session: str, kill: int, seed: int, report: int) -> NoReturn:
    """What the victim does: a byte down the pipe for each batch that is kept, in order."""
    if kill % 3 == 0:  # as when a disk takes a line in pieces: a kill between two of them tears it
        os.write = lambda descriptor, data: write_a_piece(descriptor, bytes(data))
    if kill % 2 == 0:  # as when a disk is slow: nothing is on it yet when the next note comes
        facilitator.conducting.conductor.LONGEST_WAIT_SECONDS = 0
    home = Home(folder)  # of its own: the threads of another one aren't forked with it
    opened = home.open_session(session, "ceo", kill)
    conductor = Conductor.resume(opened.journal, SystemClock(), DEVICE)
    conductor.keep_in_background()
    under_way: deque[Submission] = deque()
    for number, size in enumerate(batch_sizes(seed, kill)):
        if size == 1:
            under_way.append(conductor.submit(texts(kill, number, 1)[0]))
        else:
            facts = tuple(NoteTaken(text=text) for text in texts(kill, number, size))
            under_way.append(conductor.carry_out(Decision(facts)))
        while under_way and (len(under_way) > AHEAD or under_way[0].is_settled):
            if under_way.popleft().wait().kept:
                os.write(report, b".")
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def begin(home: Home, session: str, kill: int) -> None:
    with home.new_session(session, "ceo", kill) as opened:
        Conductor.open(opened.journal, session, opening(AGENDA, "", 0, "UTC"), SystemClock(), DEVICE)


def kill_one(home: Home, session: str, kill: int, seed: int, moment: random.Random) -> int:
    """How many batches one note taker reported as kept before it was killed."""
    reports, report = os.pipe()
    victim = os.fork()
    if victim == 0:
        try:
            take_notes(home.root, session, kill, seed, report)
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
    """All that was known and all that was kept is there, in order; then some of what was under way, whole batches."""
    batches = [texts(kill, number, size) for number, size in enumerate(batch_sizes(seed, kill))]
    expected = known + [text for batch in batches[:kept] for text in batch]
    possible = [expected]
    for batch in batches[kept : kept + AHEAD + 1]:
        possible.append(possible[-1] + batch)
    assert found in possible, f"kill {kill}: {len(found)} notes instead of {len(expected)}"


def main(folder: str, kills: int, seed: int, per_session: int = KILLS_PER_SESSION) -> None:
    home = Home(Path(folder))
    moment = random.Random(seed)
    gc.freeze()  # what is loaded needn't be copied for each note taker
    known: list[str] = []
    kept = 0
    for kill in range(kills):
        session = f"s{kill // per_session}"
        if kill % per_session == 0:
            begin(home, session, kill)
            known = []
        reported = kill_one(home, session, kill, seed, moment)
        kept += reported
        if kill % 2:  # heals here; otherwise the next note taker has to
            with Journal.open(home.path(session, "journal")) as journal:
                events = list(journal.events)
        else:
            events = home.read_session(session).events
        found = [note.text for note in read(events).session.notes.values()]
        check(found, known, kill, reported, seed)
        known = found
    for session in home.session_ids():
        with home.open_session(session, "ceo", kills) as opened:
            Conductor.resume(opened.journal, SystemClock(), DEVICE).submit("and on it goes")
    torn = len(list(home.sessions.glob("*.torn-*")))
    print(json.dumps({"kills": kills, "kept": kept, "torn": torn, "sessions": len(home.session_ids())}))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
