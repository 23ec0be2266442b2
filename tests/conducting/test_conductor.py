"""The conductor does at once what a line says, calls nothing kept before it is, and tells when it can't keep."""

from collections.abc import Iterator, Sequence
from threading import Timer, current_thread

import pytest
from msgspec.structs import replace

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.facts.packet import Kept
from facilitator.domain.language.decision import Decision, Refusal, ToTell
from facilitator.domain.plan.agenda import Agenda, Panelist, Segment
from facilitator.domain.session.history import History
from facilitator.domain.session.opening import opening
from facilitator.domain.time.timing import elapsed_seconds
from facilitator.storage.journal import MemoryJournal
from tests.disks import Disk, wait_until

OPENED_AT = 1_800_000_000_000
AGENDA = Agenda(
    title="Final round",
    panel=(Panelist(id="ceo", name="Ann Lee", lead=True), Panelist(id="cfo", name="Bo Ek")),
    segments=(Segment(id="one", title="One", length_seconds=300), Segment(id="two", title="Two", length_seconds=600)),
)


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


def test_what_could_not_be_read_again_is_refused_and_not_recorded(clock: SimulatedClock):
    log = MemoryJournal()
    conductor = opened(log, clock)
    before = log.events
    with pytest.raises(Refusal, match="too long"):
        conductor.submit(f"/question {'word ' * 1100}")
    assert log.events == before


def test_who_was_named_writes_as_long_as_they_are_there(clock: SimulatedClock):
    conductor = opened(MemoryJournal(), clock)
    assert conductor.writer == "ceo"
    conductor.submit("/as cfo")
    assert conductor.writer == "cfo"
    conductor.submit("/absent cfo")
    assert conductor.writer == "ceo"


def test_the_disk_has_a_line_to_write_before_it_is_applied(clock: SimulatedClock):
    class Log(MemoryJournal):
        notes_when_asked: tuple[int, ...] = ()

        def append(self, kept: Sequence[Kept]) -> None:
            self.notes_when_asked += (len(conductor.session.notes),) if self.kept else ()
            super().append(kept)

    log = Log()
    conductor = opened(log, clock)
    conductor.submit("one")
    conductor.submit("two")
    assert log.notes_when_asked[-2:] == (0, 1)
    assert len(conductor.session.notes) == 2


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
    log = Disk()
    conductor = opened(log, clock)
    log.is_full = True
    assert not conductor.submit("one").kept
    assert "no space left" in conductor.trouble
    assert not conductor.submit("two").kept
    assert [note.text for note in conductor.session.notes.values()] == ["one", "two"]


def test_when_there_is_room_again_everything_is_kept(clock: SimulatedClock):
    log = Disk()
    conductor = opened(log, clock)
    log.is_full = True
    conductor.submit("one")
    log.is_full = False
    assert conductor.submit("two").kept
    assert conductor.trouble == ""
    assert log.events == conductor.events


def test_closing_tries_once_more(clock: SimulatedClock):
    log = Disk()
    conductor = opened(log, clock)
    log.is_full = True
    conductor.submit("one")
    log.is_full = False
    conductor.close()
    assert log.events == conductor.events


class TestInTheBackground:
    """With a keeper that has a thread, as on the live screen."""

    @pytest.fixture
    def disk(self) -> Disk:
        return Disk()

    @pytest.fixture
    def conductor(self, disk: Disk, clock: SimulatedClock) -> Iterator[Conductor]:
        conductor = opened(disk, clock)
        conductor.keep_in_background()
        yield conductor
        disk.go_on()
        conductor.close()

    async def test_what_is_done_is_seen_at_once_and_told_again_when_it_is_on_disk(
        self, disk: Disk, conductor: Conductor
    ):
        heard: list[tuple[int, int]] = []
        conductor.listen(lambda: heard.append((len(conductor.session.notes), len(conductor.unkept))))
        disk.hang()
        submission = conductor.submit("hello")
        assert heard == [(1, 1)]
        assert conductor.is_keeping
        disk.go_on()
        assert (await submission).kept
        assert heard == [(1, 1), (1, 0)]
        assert not conductor.is_keeping
        assert disk.events == conductor.events

    async def test_the_ids_of_what_is_not_on_disk_are_known(self, disk: Disk, conductor: Conductor):
        await conductor.submit("on disk")
        disk.hang()
        conductor.submit("on its way")
        on_disk, on_its_way = conductor.session.notes.values()
        assert conductor.unkept == {on_its_way.id}
        assert on_disk.id not in conductor.unkept

    async def test_a_refusal_comes_at_once_also_while_the_disk_hangs(self, disk: Disk, conductor: Conductor):
        disk.hang()
        conductor.submit("hello")
        with pytest.raises(Refusal, match="hasn't started"):
            conductor.submit("/next")

    async def test_a_full_disk_is_told_to_the_listeners_and_so_is_its_end(self, disk: Disk, conductor: Conductor):
        troubles: list[str] = []
        conductor.listen(lambda: troubles.append(conductor.trouble))
        disk.is_full = True
        assert not (await conductor.submit("one")).kept
        assert "no space left" in troubles[-1]
        disk.is_full = False
        assert (await conductor.submit("two")).kept
        assert troubles[-1] == ""
        assert disk.events == conductor.events

    async def test_a_segment_that_ends_by_itself_is_acknowledged_too(self, clock: SimulatedClock):
        automatic = replace(AGENDA, segments=(replace(AGENDA.segments[0], ends="auto"), AGENDA.segments[1]))
        disk = Disk()
        conductor = Conductor.open(disk, "s", opening(automatic, "Robin", OPENED_AT, "UTC"), clock, "here")
        conductor.keep_in_background()
        await conductor.submit("/start")
        clock.advance(400)
        submission = conductor.advance_due()
        assert submission is not None
        assert (await submission).kept
        assert disk.events == conductor.events
        conductor.close()

    def test_who_listens_to_the_disk_hears_its_answer_from_the_thread_that_asked_it(
        self, disk: Disk, conductor: Conductor
    ):
        heard: list[tuple[str, bool]] = []
        conductor.listen_to_disk(lambda: heard.append((current_thread().name, disk.events == conductor.events)))
        disk.hang()
        conductor.submit("hello")
        assert heard == []
        disk.go_on()
        wait_until(lambda: bool(heard))
        assert heard == [("keeper", True)]

    def test_leaving_waits_for_what_is_being_written(self, disk: Disk, conductor: Conductor):
        disk.hang()
        conductor.submit("hello")
        later = Timer(0.05, disk.go_on)
        later.start()
        conductor.close()
        later.join()
        assert disk.events == conductor.events


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
    assert conductor.session.clock_marks == ["The wall clock was set 1:00:00 forward."]


def test_a_log_that_opens_no_session_is_refused(clock: SimulatedClock):
    with pytest.raises(ValueError, match="no event opens the session"):
        Conductor.resume(MemoryJournal(), clock, "here")


def test_in_an_interview_on_one_device_nothing_is_set_aside():
    conductor = Conductor.open(MemoryJournal(), "s", opening(AGENDA, "", 0, "UTC"), SimulatedClock(0), "device")
    conductor.submit("/start")
    assert conductor.history.aside == ()


def test_who_cannot_be_told_backstage_is_said_and_nothing_is_recorded(clock: SimulatedClock):
    conductor = opened(MemoryJournal(), clock)
    before = conductor.events
    with pytest.raises(Refusal):
        conductor.carry_out(Decision((), tells=ToTell("", "2 min to wrap")))
    assert conductor.events == before


def test_under_a_hold_what_was_erased_stays_in_the_log_and_it_is_known_as_long_as_it_does(clock: SimulatedClock):
    log = MemoryJournal()
    conductor = opened(log, clock)
    conductor.submit("a note")
    before = log.events
    conductor.may_forget = lambda: False
    assert (conductor.forget(), conductor.keeps_erased) == (0, False)
    conductor.submit("/erase n1")
    assert conductor.keeps_erased
    assert log.events[: len(before)] == before
    conductor.may_forget = lambda: True
    assert conductor.forget() > 0
    assert not conductor.keeps_erased
    assert log.events[: len(before)] != before
    conductor.may_forget = lambda: False
    assert (conductor.forget(), conductor.keeps_erased) == (0, False)
