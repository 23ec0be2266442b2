"""Sessions and libraries of any size, made as the program would have made them."""

import os
from pathlib import Path

from benchmarks.programs import SAMPLE
from facilitator.agenda_files import load
from facilitator.clock import SystemClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.sealing.own_notes import OwnNotes
from facilitator.conducting.sealing.signing import Signer
from facilitator.domain.facts.event import Event, Stamp
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.packet import Packet
from facilitator.domain.facts.timeline import Reading
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.opening import opening
from facilitator.resources import agendas_dir
from facilitator.storage import journal_line
from facilitator.storage.home import Home
from facilitator.storage.journal import EventLog, Journal, MemoryJournal
from facilitator.storage.library import Entry, Library
from facilitator.storage.panel_keys import PanelKeys
from tests.workspace.shared.devices import Devices

AGO_MS = 10 * 60_000
NOTE = "+ closed three of five and said why #pipeline"


class EarlierClock:
    """The device's clocks as they were a while ago."""

    def read(self) -> Reading:
        now = SystemClock().read()
        return Reading(now.wall_ms - AGO_MS, now.boot_ms - AGO_MS, now.boot)


def sample_agenda() -> Agenda:
    agenda = load(agendas_dir() / f"{SAMPLE}.yaml").agenda
    assert agenda is not None
    return agenda


def make_session(home: Path, name: str, notes: int) -> Path:
    """A session that began ten minutes ago and has `notes` notes since; the path of its journal."""
    place = Home(home)
    with place.new_session(name, "somebody", 0) as held:
        clock = EarlierClock()
        opened = opening(sample_agenda(), "Robin Reyes", clock.read().wall_ms, "UTC", source=SAMPLE)
        conductor = Conductor.open(held.journal, name, opened, clock, place.device())
        conductor.submit("/start")
        path = place.path(name, "journal")
        last = conductor.events[-1]
    with path.open("ab") as file:
        for number in range(notes):
            file.write(journal_line.encode([_note(last, number, notes)]))
    return path


def fill_shared(devices: Devices, notes: int) -> None:
    """Let the host of a panel write so many notes, each in a packet of its own."""
    keys = devices.keys(devices.host)
    with Journal.open(devices.host.home.path(devices.session, "journal")) as journal:
        log = MemoryJournal(journal.kept)
        conductor = conducted(log, keys)
        for number in range(notes):
            conductor.submit(f"note {number}: closed three of five and said why")
        journal.append(log.kept[len(journal.kept) :])


def conducted(log: EventLog, keys: PanelKeys) -> Conductor:
    """Continue a session of a panel on the device that has these keys, and go on alone."""
    signer = Signer(keys.sign_key, keys.panel, [one for one in log.kept if isinstance(one, Packet)])
    own = OwnNotes(keys.device, keys.note_key)
    return Conductor.resume(log, SystemClock(), keys.device, seat=keys.seat, signer=signer, own=own)


def make_library(home: Path, sessions: int) -> Library:
    """A library of ended interviews, each with its journal (the same one under many names)."""
    first = make_session(home, "model", 3)
    entries = []
    for number in range(sessions):
        entry = Entry(
            session=f"2026-01-05-interview-{number:05}",
            title=f"Interview {number}",
            candidate=f"Candidate {number}",
            agenda=SAMPLE,
            opened_at=1_767_603_600_000 + number,
            used_at=1_767_603_600_000 + number,
            started_at=1_767_603_600_000,
            ended_at=1_767_607_200_000,
            notes=3,
            journal_bytes=first.stat().st_size,
        )
        os.link(first, first.with_name(f"{entry.session}.journal"))
        entries.append(entry)
    first.unlink()
    library = Library(Home(home).library, lambda: entries)
    library.reindex(entries)
    return library


def open_journal(home: Path, name: str) -> Journal:
    return Journal.open(Home(home).path(name, "journal"))


def _note(last: Event, number: int, of: int) -> Event:
    """One of `of` notes, evenly spread over nine minutes."""
    at = last.at + 9 * 60_000 * number // of
    name = f"note{number:08}"
    fact = NoteTaken(text=f"note {number}: closed three of five and said why", competency="pipeline")
    stamp = Stamp(last.stamp.ms + 9 * 60_000 * number // of, number + 1, last.author)
    return Event(id=name, session=last.session, stamp=stamp, at=at, group=name, fact=fact)
