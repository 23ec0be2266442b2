"""The system's clocks agree with the system; a simulated clock goes on when told, and only forward."""

import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import clock as clock_module
from facilitator.clock import Clock, FastClock, SimulatedClock, SystemClock
from facilitator.domain.facts.timeline import Anchor

NOON = 1_796_126_400_000  # 2026-12-01 12:00 UTC


class TestSystemClock:
    def test_shows_the_wall_time_in_milliseconds(self):
        before, reading, after = time.time(), SystemClock().read(), time.time()
        assert int(before * 1000) <= reading.wall_ms <= after * 1000

    def test_never_goes_back_within_a_boot(self):
        clock: Clock = SystemClock()
        readings = [clock.read() for _ in range(100)]
        assert [reading.boot_ms for reading in readings] == sorted(reading.boot_ms for reading in readings)
        assert {reading.boot for reading in readings} == {readings[0].boot}

    def test_carries_a_timeline(self):
        clock = SystemClock()
        first = clock.read()
        anchor = Anchor(first.wall_ms, first)
        later = clock.read()
        assert anchor.holds_for(later)
        assert 0 <= anchor.instant(later) - first.wall_ms < 10_000

    @pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
    def test_counts_from_boot_with_suspend_on_linux(self):
        reading = SystemClock().read()
        assert abs(reading.boot_ms - time.clock_gettime(time.CLOCK_BOOTTIME) * 1000) < 10_000
        assert reading.boot == Path("/proc/sys/kernel/random/boot_id").read_text().strip()


class TestNameOfTheBoot:
    @pytest.fixture(autouse=True)
    def fresh(self, monkeypatch, tmp_path):
        monkeypatch.setattr(clock_module, "_LINUX_BOOT_ID", tmp_path / "missing")
        clock_module._boot_name.cache_clear()
        yield
        clock_module._boot_name.cache_clear()

    def test_is_asked_from_sysctl_where_proc_has_none(self, monkeypatch):
        monkeypatch.setattr(clock_module, "_MACOS_BOOT_ID", (sys.executable, "-c", "print('4A1B-77')"))
        assert SystemClock().read().boot == "4A1B-77"

    def test_sysctl_is_given_no_environment(self, monkeypatch):
        monkeypatch.setenv("DYLD_INSERT_LIBRARIES", "/somebody/elses")
        program = "import os; print('DYLD_INSERT_LIBRARIES' in os.environ, os.getcwd())"
        monkeypatch.setattr(clock_module, "_MACOS_BOOT_ID", (sys.executable, "-c", program))
        assert SystemClock().read().boot == "False /"

    @pytest.mark.parametrize("command", [("/does/not/exist",), (sys.executable, "-c", "raise SystemExit(1)")])
    def test_is_one_of_the_process_where_the_system_has_none(self, monkeypatch, command):
        monkeypatch.setattr(clock_module, "_MACOS_BOOT_ID", command)
        first, second = SystemClock().read().boot, SystemClock().read().boot
        assert first.startswith("process-")
        assert first == second

    def test_differs_between_processes_then(self, monkeypatch):
        monkeypatch.setattr(clock_module, "_MACOS_BOOT_ID", ("/does/not/exist",))
        first = SystemClock().read().boot
        clock_module._boot_name.cache_clear()
        assert SystemClock().read().boot != first


class TestSimulatedClock:
    def test_stands_still(self):
        clock = SimulatedClock(NOON)
        assert clock.read() == clock.read()
        assert clock.read().wall_ms == NOON

    def test_goes_on_by_seconds(self):
        clock = SimulatedClock(NOON)
        clock.advance(1.5)
        assert (clock.read().wall_ms, clock.read().boot_ms) == (NOON + 1500, 1500)

    def test_goes_on_to_an_instant(self):
        clock = SimulatedClock(NOON)
        clock.advance_to(NOON + 60_000)
        assert (clock.read().wall_ms, clock.read().boot_ms) == (NOON + 60_000, 60_000)

    def test_refuses_to_go_back(self):
        clock = SimulatedClock(NOON)
        with pytest.raises(ValueError, match="does not go back"):
            clock.advance_to(NOON - 1)
        with pytest.raises(ValueError, match="does not go back"):
            clock.advance(-1)
        assert clock.read().wall_ms == NOON

    def test_shows_a_corrected_wall_clock_as_a_step_of_the_wall_clock_only(self):
        clock = SimulatedClock(NOON)
        anchor = Anchor(NOON, clock.read())
        clock.set_wall_clock(NOON - 3_600_000)
        clock.advance(10)
        assert anchor.instant(clock.read()) == NOON + 10_000
        assert anchor.wall_step(clock.read()) == -3_600_000

    def test_shows_a_reboot_as_another_boot(self):
        clock = SimulatedClock(NOON)
        clock.advance(100)
        anchor = Anchor(NOON, clock.read())
        clock.reboot(seconds=40)
        assert not anchor.holds_for(clock.read())
        assert clock.read().boot_ms == 0
        assert anchor.instant(clock.read()) == NOON + 40_000

    @given(st.lists(st.integers(0, 10**7)))
    def test_shows_the_same_as_another_that_was_told_the_same(self, steps):
        one, other = SimulatedClock(NOON), SimulatedClock(NOON)
        for step in steps:
            one.advance(step)
            other.advance_to(other.read().wall_ms + step * 1000)
        assert one.read() == other.read()
        assert one.read().boot_ms == sum(steps) * 1000


class TestFastClock:
    def test_shows_many_times_what_has_passed(self):
        life = SimulatedClock(0)
        clock = FastClock(life, NOON, speed=20)
        anchor = Anchor(NOON, clock.read())
        life.advance(3)
        assert anchor.instant(clock.read()) == NOON + 60_000
        assert anchor.wall_step(clock.read()) == 0

    def test_goes_on_from_there_at_the_pace_of_life_once_it_is_told_to(self):
        life = SimulatedClock(0)
        clock = FastClock(life, NOON, speed=20)
        life.advance(3)
        clock.slow_down()
        life.advance(3)
        assert clock.read().wall_ms == NOON + 63_000

    def test_knows_nothing_of_a_wall_clock_that_is_set(self):
        life = SimulatedClock(0)
        clock = FastClock(life, NOON, speed=20)
        life.set_wall_clock(1_000_000)
        assert clock.read().wall_ms == NOON
