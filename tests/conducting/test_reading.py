"""The one way to a session: whatever becomes of its events on their way, who reads them sees the same."""

from pathlib import Path

import pytest

from facilitator.clock import SimulatedClock
from facilitator.conducting import read
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.reading import readable_events
from facilitator.conducting.sealing.own_notes import OwnNotes
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.storage import journal
from tests.conducting.packed_panels import PackedPanel
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(part("Opening", "5m"), part("Talk", "30m"))
SCRIPT = "0:00 /start\n1:00 a note\n2:00 /next\n3:00 /undo\n4:00 + another #craft"


def test_what_is_read_from_a_journal_is_what_its_conductor_had(tmp_path: Path):
    path = tmp_path / "s.journal"
    conductor = Conductor.open(
        journal.Journal.create(path), "s", SessionOpened(agenda=PLAN), SimulatedClock(1_800_000_000_000), "laptop"
    )
    for line in ("/start", "a note", "/next", "/undo"):
        conductor.submit(line)
    conductor.close()
    assert read(journal.read_events(path)).session == conductor.session


def test_events_may_come_in_any_order_and_more_than_once():
    room = Room(PLAN, SCRIPT)
    assert read([*reversed(room.log.events), *room.log.events]).session == room.session


def test_events_that_open_no_session_are_refused():
    with pytest.raises(ValueError, match="no event opens the session"):
        read(Room(PLAN, SCRIPT).log.events[1:])


def test_each_device_reads_what_is_its_own_and_what_is_open_to_all():
    panel = PackedPanel(keeps_notes=True)
    bo = panel.join("bo")
    bo.type("a note")
    readable = readable_events(bo.packets, bo.own)
    assert [event.fact.text for event in readable if isinstance(event.fact, NoteTaken)] == ["a note"]
    assert not any(isinstance(event.fact, NoteTaken) for event in readable_events(bo.packets, OwnNotes()))


def test_what_a_single_device_recorded_is_read_as_it_is_without_what_was_erased():
    room = Room(PLAN, SCRIPT)
    events, note = room.log.events, next(iter(room.session.notes.values()))
    assert readable_events(events, None) == events
    room.conductor.submit(f"/erase {note.called}")
    erased, left = room.log.events[-1], tuple(event for event in events if event.id != note.id)
    assert len(left) < len(events)
    assert readable_events((*events, erased), None) == (*left, erased)
