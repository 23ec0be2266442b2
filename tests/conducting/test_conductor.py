"""The conductor keeps before it tells, and tells when it can't keep."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.facts.event import Event
from facilitator.domain.language.decision import Refusal
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.domain.session.history import History
from facilitator.domain.session.opening import opening
from facilitator.domain.time.timing import elapsed_seconds
from facilitator.storage.journal import Journal, JournalError, MemoryJournal

OPENED_AT = 1_800_000_000_000
AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True), Panelist(id="cfo", name="Bo Ek")),
    segments=(Segment(id="one", title="One", length_seconds=300), Segment(id="two", title="Two", length_seconds=600)),
)


class FullDisk(MemoryJournal):
    """A log that keeps nothing while `is_full`."""

    is_full = False

    def append(self, events: Sequence[Event]) -> None:
        if self.is_full:
            raise JournalError("Not kept: no space left on the device.")
        super().append(events)


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(OPENED_AT)


def opened(log: MemoryJournal, clock: SimulatedClock) -> Conductor:
    return Conductor.open(log, "s", opening(AGENDA, "Robin", OPENED_AT, "UTC"), clock, "here")


def test_what_a_command_does_is_in_the_log_when_the_listeners_hear_of_it(clock: SimulatedClock):
    log = MemoryJournal()
    conductor = opened(log, clock)
    heard: list[int] = []
    conductor.listen(lambda: heard.append(len(log.events)))
    before = len(log.events)
    assert conductor.submit("hello").kept
    assert heard == [before + 1]


def test_a_refused_command_changes_nothing(clock: SimulatedClock):
    log = MemoryJournal()
    conductor = opened(log, clock)
    before = log.events
    with pytest.raises(Refusal, match="hasn't started"):
        conductor.submit("/next")
    assert log.events == before


def test_a_note_is_stamped_with_its_first_character(clock: SimulatedClock):
    conductor = opened(MemoryJournal(), clock)
    began = conductor.now()
    clock.advance(20)
    conductor.submit("a long note", typed_at=began)
    (note,) = conductor.session.notes.values()
    assert note.at == began


def test_events_recorded_within_one_millisecond_stay_in_order(clock: SimulatedClock):
    conductor = opened(MemoryJournal(), clock)
    for number in range(20):
        conductor.submit(f"note {number}")
    stamps = [event.stamp for event in conductor.events]
    assert stamps == sorted(set(stamps))


def test_the_log_alone_gives_the_session_back(clock: SimulatedClock):
    log = MemoryJournal()
    conductor = opened(log, clock)
    for line in ("/start", "a note", "/next", "/undo", "/add 2m"):
        clock.advance(10)
        conductor.submit(line)
    assert History.of(log.events).session == conductor.session


def test_a_full_disk_is_told_and_typing_goes_on(clock: SimulatedClock):
    log = FullDisk()
    conductor = opened(log, clock)
    log.is_full = True
    assert not conductor.submit("one").kept
    assert "no space left" in conductor.trouble
    assert not conductor.submit("two").kept
    assert [note.text for note in conductor.session.notes.values()] == ["one", "two"]


def test_when_there_is_room_again_everything_is_kept(clock: SimulatedClock):
    log = FullDisk()
    conductor = opened(log, clock)
    log.is_full = True
    conductor.submit("one")
    log.is_full = False
    assert conductor.submit("two").kept
    assert conductor.trouble == ""
    assert log.events == conductor.events


def test_closing_tries_once_more(clock: SimulatedClock):
    log = FullDisk()
    conductor = opened(log, clock)
    log.is_full = True
    conductor.submit("one")
    log.is_full = False
    conductor.close()
    assert log.events == conductor.events


def test_what_could_not_be_kept_can_be_saved_elsewhere(clock: SimulatedClock, tmp_path: Path):
    log = FullDisk()
    conductor = opened(log, clock)
    log.is_full = True
    conductor.submit("one")
    conductor.save_elsewhere(tmp_path / "rescued.journal")
    with Journal.open(tmp_path / "rescued.journal") as rescued:
        assert rescued.events == conductor.events


def test_after_a_crash_the_clock_stands_where_it_would(clock: SimulatedClock):
    log = MemoryJournal()
    opened(log, clock).submit("/start")
    clock.advance(90)
    resumed = Conductor.resume(log, clock, "here")
    assert elapsed_seconds(resumed.session, resumed.now()) == 90
    assert resumed.session.clock_marks == []


def test_after_a_reboot_too_and_it_is_marked(clock: SimulatedClock):
    log = MemoryJournal()
    opened(log, clock).submit("/start")
    clock.advance(30)
    clock.reboot(60)
    resumed = Conductor.resume(log, clock, "here")
    assert elapsed_seconds(resumed.session, resumed.now()) == 90
    assert len(resumed.session.clock_marks) == 1


def test_a_wall_clock_that_is_set_moves_no_countdown_and_is_marked_once(clock: SimulatedClock):
    conductor = opened(MemoryJournal(), clock)
    conductor.submit("/start")
    clock.advance(30)
    clock.set_wall_clock(OPENED_AT + 3_630_000)
    conductor.watch_clocks()
    clock.advance(30)
    conductor.watch_clocks()
    assert elapsed_seconds(conductor.session, conductor.now()) == 60
    assert conductor.session.clock_marks == ["The wall clock was set 1h forward."]


def test_a_log_that_opens_no_session_is_refused(clock: SimulatedClock):
    with pytest.raises(ValueError, match="no event opens the session"):
        Conductor.resume(MemoryJournal(), clock, "here")
