"""A session's clock survives suspend, a corrected wall clock, a crash, a reboot and another device."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.clock import SimulatedClock, SystemClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.reading import ANOTHER_DEVICE, RESTARTED
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.plan.agenda import Agenda, Segment
from facilitator.domain.time.timing import elapsed_seconds
from facilitator.storage.journal import Journal
from tests.domain.interviews import Room, agenda, part

PROJECT = Path(__file__).parents[2]
PLAN = agenda(part("Opening", "5m", ends="auto"), part("Pitch", "10m", ends="auto"), part("Talk", "30m"))


def elapsed(room: Room) -> float:
    return elapsed_seconds(room.session, room.conductor.now())


def test_suspend_counts():
    room = Room(PLAN, "0:00 /start")
    room.clock.suspend(1800)
    room.conductor.watch_clocks()
    assert elapsed(room) == 1800
    assert room.session.clock_marks == []


def test_a_crash_changes_nothing():
    room = Room(PLAN, "0:00 /start").wait_until("4:00").reopen()
    room.clock.advance(60)
    assert elapsed(room) == 300
    assert room.session.clock_marks == []


def test_a_reboot_is_bridged_by_the_wall_clock_and_marked():
    room = Room(PLAN, "0:00 /start").wait_until("4:00")
    room.clock.reboot(90)
    room.reopen()
    assert elapsed(room) == 330
    assert room.session.clock_marks == [RESTARTED]


def test_a_wall_clock_set_back_across_a_reboot_never_turns_time_back():
    room = Room(PLAN, "0:00 /start\n4:00 a note")
    room.clock.reboot(90)
    room.clock.set_wall_clock(room.at("-60:00"))
    room.reopen()
    assert elapsed(room) == 240
    assert room.session.clock_marks == [RESTARTED]
    room.clock.advance(10)
    assert elapsed(room) == 250


def test_a_corrected_wall_clock_before_a_reboot_is_corrected_after_it():
    room = Room(PLAN, "0:00 /start").wait_until("2:00")
    room.clock.set_wall_clock(room.at("62:00"))
    room.conductor.watch_clocks()
    room.wait_until("4:00").clock.reboot(60)
    room.reopen()
    assert elapsed(room) == 300
    assert room.session.clock_marks == ["The wall clock was set 1:00:00 forward.", RESTARTED]


def test_a_wall_clock_set_while_the_program_was_closed_is_noticed():
    room = Room(PLAN, "0:00 /start")
    room.clock.set_wall_clock(room.at("30:00"))
    room.clock.advance(60)
    room.reopen().conductor.watch_clocks()
    assert elapsed(room) == 60
    assert room.session.clock_marks == ["The wall clock was set 30:00 forward."]


def test_it_is_marked_once():
    room = Room(PLAN, "0:00 /start")
    room.clock.set_wall_clock(room.at("30:00"))
    for _ in range(3):
        room.conductor.watch_clocks()
    assert len(room.session.clock_marks) == 1


def test_a_clock_that_counts_anew_in_the_running_program_is_marked():
    room = Room(PLAN, "0:00 /start").wait_until("2:00")
    room.clock.reboot(30)
    room.conductor.watch_clocks()
    assert elapsed(room) == 150
    assert room.session.clock_marks == [RESTARTED]


def test_another_device_goes_on_by_the_wall_clock():
    room = Room(PLAN, "0:00 /start").wait_until("2:00")
    other = SimulatedClock(room.at("3:00"), "tablet")
    conductor = Conductor.resume(room.log, other, "tablet", lambda: "other")
    assert elapsed_seconds(conductor.session, conductor.now()) == 180
    assert conductor.session.clock_marks == [ANOTHER_DEVICE]


class TestSegmentsThatEndByThemselves:
    def test_the_next_begins_at_the_exact_instant_however_late_it_is_noticed(self):
        room = Room(PLAN, "0:00 /start").wait_until("5:00")
        room.clock.advance(0.9)
        told = room.conductor.advance_due()
        assert told is not None
        assert told.said == "Now: Pitch."
        assert [room.text(visit.started_at) for visit in room.session.visits] == ["0:00", "5:00"]

    def test_a_sleep_through_two_of_them(self):
        room = Room(PLAN, "0:00 /start")
        room.clock.suspend(1200)
        room.conductor.advance_due()
        assert [room.text(visit.started_at) for visit in room.session.visits] == ["0:00", "5:00", "15:00"]

    def test_nothing_happens_before_its_time(self):
        room = Room(PLAN, "0:00 /start").wait_until("4:59")
        assert room.conductor.advance_due() is None
        assert len(room.session.visits) == 1

    def test_what_was_taken_back_is_not_done_again_until_time_is_added(self):
        room = Room(PLAN, "0:00 /start").wait_until("5:00")
        room.conductor.advance_due()
        room.play("5:10 /undo")
        assert room.conductor.advance_due() is None
        room.play("5:20 /add 2m").wait_until("7:30")
        room.conductor.advance_due()
        assert [room.text(visit.started_at) for visit in room.session.visits] == ["0:00", "7:00"]

    def test_what_was_taken_back_is_not_done_again_after_a_crash_either(self):
        room = Room(PLAN, "0:00 /start").wait_until("5:00")
        room.conductor.advance_due()
        room.play("5:10 /undo").wait_until("5:20")
        again = Conductor.resume(room.log, room.clock, "laptop", lambda: "again")
        assert again.advance_due() is None

    def test_who_comes_back_to_a_segment_without_time_left_can_stay(self):
        room = Room(PLAN, "0:00 /start").wait_until("5:00")
        room.conductor.advance_due()
        room.play("6:00 /goto 1").wait_until("6:30")
        assert room.conductor.advance_due() is None


UNSHARE = ("unshare",) if os.geteuid() == 0 else ("unshare", "-r")

RESUME = """
import json, sys
from pathlib import Path
from facilitator.clock import SystemClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.time.timing import elapsed_seconds
from facilitator.storage.journal import Journal

with Journal.open(Path(sys.argv[1])) as journal:
    conductor = Conductor.resume(journal, SystemClock(), "laptop")
    conductor.watch_clocks()
    session = conductor.session
    print(json.dumps([elapsed_seconds(session, conductor.now()), session.clock_marks]))
"""


@pytest.mark.may_skip("a container's kernel may forbid a namespace of one's own")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has time namespaces")
def test_the_kernels_own_suspend_counting_clock_carries_a_session(tmp_path: Path):
    """The boot clock goes on by an hour, as a suspended laptop's does, and the wall clock doesn't."""
    path = tmp_path / "session.jsonl"
    with Journal.create(path) as journal:
        plan = Agenda(title="A round", panel=PLAN.panel, segments=(Segment(id="t", title="Talk", length_seconds=600),))
        conductor = Conductor.open(journal, "s", SessionOpened(agenda=plan), SystemClock(), "laptop")
        conductor.submit("/start")
    run = subprocess.run(
        [*UNSHARE, "--time", "--boottime", "3600", "--fork", sys.executable, "-c", RESUME, str(path)],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        timeout=60,
    )
    if "unshare" in run.stderr:
        pytest.skip(f"the kernel forbids it: {run.stderr.strip()}")
    assert run.returncode == 0, run.stderr
    seconds, marks = json.loads(run.stdout)
    assert 3600 <= seconds < 3630
    assert marks == ["The wall clock was set 1:00:00 back."]
