"""Journals, damaged by chance: as bytes, and as facts with the right checksum. Each can be read and gone on with."""

import json
import random
from functools import cache
from pathlib import Path

import msgspec

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.language.decision import Refusal
from facilitator.files.durable import StorageError
from facilitator.reports import Options, export
from facilitator.storage.forms.framing import BODY, framed
from facilitator.storage.journal_line import encode_all, encode_header
from facilitator.workspace.workspace import Workspace
from tests.disks import folder_in_memory, well_behaved_disk
from tests.fuzz.damage import damaged_bytes, damaged_value
from tests.fuzz.interviews import interview
from tests.fuzz.kinds import fuzzed

CORPUS = Path(__file__).parents[1] / "corpus"
SESSION = "fuzzed"
DAY_MS = 86_400_000


@cache
def corpus() -> tuple[bytes, ...]:
    """Journals that were kept before, the shorter ones."""
    return tuple(content for path in sorted(CORPUS.rglob("*.journal")) if len(content := path.read_bytes()) < 40_000)


def journal(chance: random.Random) -> bytes:
    """Return a journal that is whole."""
    if chance.random() < 0.3:
        return chance.choice(corpus())
    events = interview(chance).events
    return encode_header(events) + encode_all(events)


def damaged_journal(chance: random.Random) -> bytes:
    lines = journal(chance).splitlines(keepends=True)
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(lines))
        try:
            value = damaged_value(chance, json.loads(lines[at][BODY:]), 2)
            lines[at] = framed(json.dumps(value, ensure_ascii=chance.random() < 0.5).encode(errors="surrogatepass"))
        except ValueError:
            continue
    content = b"".join(lines)
    return damaged_bytes(chance, content) if chance.random() < 0.4 else content


@fuzzed("journals")
def play(chance: random.Random) -> int:
    content = damaged_journal(chance)
    with folder_in_memory() as folder, well_behaved_disk():
        read(chance, content, folder)
    return 1


def read(chance: random.Random, content: bytes, folder: Path) -> None:
    workspace = Workspace(folder / "data", warn=lambda complaint: None)
    path = workspace.home.path(SESSION, "journal")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    try:
        for entry in workspace.entries():
            msgspec.json.encode(entry)
        session, at = workspace.read(SESSION)
    except StorageError:
        return
    value = debrief(session, at)
    export(value, chance.choice(("md", "json", "html", "slack")), Options(events=workspace.events(SESSION)))
    go_on(chance, workspace)


def go_on(chance: random.Random, workspace: Workspace) -> None:
    """Take one note more, as whoever resumes the session does."""
    try:
        with workspace.home.open_session(SESSION, "ceo", 0) as held:
            last = max(event.at for event in held.journal.events)
            conductor = Conductor.resume(held.journal, SimulatedClock(min(last + DAY_MS, 1 << 42)), "device")
            conductor.submit("and on it goes")
            conductor.close()
    except (StorageError, Refusal, ValueError):
        pass
    finally:
        workspace.home.disk.end()
