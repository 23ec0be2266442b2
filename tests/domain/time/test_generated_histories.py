"""A hundred thousand generated interviews: the clock is right to a second, or says that it may not be.

Each is a random walk of what happens in a room (segments entered and left in any order, pauses, time given
and taken) and to a laptop (sleep, a wall clock that is set, a crash, a reboot). A plain tally kept beside
it, of true time and nothing else, says what would be right. Written by hand instead of with hypothesis,
because it has to be fast.
"""

from itertools import count
from random import Random

import pytest

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.reading import RESTARTED
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.facts.timeline import STEP_TOLERANCE_MS
from facilitator.domain.language.decision import Refusal
from facilitator.domain.time import timing
from facilitator.storage.journal import MemoryJournal
from tests.domain.interviews import TEN, agenda, part

HISTORIES = 100_000
SEEDS = 20
STEPS = (2, 7)
TOLERANCE_MS = 1000

PLAN = agenda(part("Opening", "5m"), part("Talk", "12m"), part("Work", "20m"), part("Closing", "5m"))
OPENED = SessionOpened(agenda=PLAN)


class Tally:
    """What is really true: milliseconds, by someone who never sleeps and has a stopwatch."""

    def __init__(self) -> None:
        self.since_start_ms = 0
        self.used_ms = [0] * len(PLAN.segments)
        self.added = [0] * len(PLAN.segments)
        self.current = 0
        self.is_paused = False

    def pass_time(self, ms: int) -> None:
        self.since_start_ms += ms
        if not self.is_paused:
            self.used_ms[self.current] += ms

    def remaining_ms(self) -> int:
        length = PLAN.segments[self.current].length_seconds + self.added[self.current]
        return length * 1000 - self.used_ms[self.current]


class Walk:
    """One history. It may be off once a wall clock that had been set unnoticed had to be believed."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.tally = Tally()
        self.clock = SimulatedClock(TEN)
        self.log = MemoryJournal()
        numbers = count()
        self.new_id = lambda: str(next(numbers))
        self.conductor = Conductor.open(self.log, "s", OPENED, self.clock, "laptop", self.new_id)
        self.conductor.submit("/start")
        self.unnoticed_ms = 0
        self.believed_ms = 0

    @property
    def may_be_off(self) -> bool:
        return self.believed_ms > TOLERANCE_MS

    def wait(self) -> None:
        self._pass(self.random.randrange(400_000))
        self.watch()

    def sleep(self) -> None:
        seconds = self.random.randrange(4000)
        self.clock.suspend(seconds)
        self.tally.pass_time(seconds * 1000)
        self.watch()

    def watch(self) -> None:
        self.conductor.watch_clocks()
        if abs(self.unnoticed_ms) > STEP_TOLERANCE_MS:
            self.unnoticed_ms = 0

    def set_wall_clock(self) -> None:
        span = self.random.choice((800, 5_000, 3_600_000, 90_000_000))
        step = self.random.randrange(-span, span)
        self.clock.set_wall_clock(self.clock.read().wall_ms + step)
        self.unnoticed_ms += step
        if self.random.random() < 0.7:
            self.watch()

    def crash(self) -> None:
        self._pass(self.random.randrange(60_000))
        self._open_again()

    def reboot(self) -> None:
        seconds = self.random.randrange(600)
        self.clock.reboot(seconds)
        self.tally.pass_time(seconds * 1000)
        self.believed_ms += abs(self.unnoticed_ms)
        self.unnoticed_ms = 0
        self._open_again()

    def enter(self) -> None:
        to = self.random.randrange(len(PLAN.segments))
        if self._do(f"/goto {to + 1}"):
            self.tally.current, self.tally.is_paused = to, False

    def pause(self) -> None:
        if self._do("/resume" if self.tally.is_paused else "/pause"):
            self.tally.is_paused = not self.tally.is_paused

    def add(self) -> None:
        seconds = self.random.randrange(1, 300)
        if self._do(f"/add {seconds}s"):
            self.tally.added[self.tally.current] += seconds

    def trim(self) -> None:
        seconds = self.random.randrange(1, 300)
        if self._do(f"/trim {seconds}s"):
            self.tally.added[self.tally.current] -= seconds

    def take_back_a_note(self) -> None:
        self._do("something was said")
        self._do("/undo")

    def error_ms(self) -> float:
        """How far elapsed or remaining, the worse of the two, is from the truth."""
        session, now = self.conductor.session, self.conductor.now()
        assert session.current is PLAN.segments[self.tally.current]
        elapsed = timing.elapsed_seconds(session, now) * 1000 - self.tally.since_start_ms
        remaining = timing.standing(session, now).remaining_seconds * 1000 - self.tally.remaining_ms()
        return max(abs(elapsed), abs(remaining))

    def _pass(self, ms: int) -> None:
        self.clock.advance(ms / 1000)
        self.tally.pass_time(ms)

    def _open_again(self) -> None:
        self.conductor = Conductor.resume(self.log, self.clock, "laptop", self.new_id)

    def _do(self, line: str) -> bool:
        try:
            self.conductor.submit(line)
        except Refusal:
            return False
        return True


HAPPENINGS = (
    Walk.wait,
    Walk.wait,
    Walk.enter,
    Walk.pause,
    Walk.add,
    Walk.trim,
    Walk.take_back_a_note,
    Walk.sleep,
    Walk.set_wall_clock,
    Walk.crash,
    Walk.reboot,
)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_clock_is_right_to_a_second_or_is_marked(seed: int):
    for history in range(HISTORIES // SEEDS):
        random = Random(f"{seed}-{history}")
        walk = Walk(random)
        happenings = random.choices(HAPPENINGS, k=random.randint(*STEPS))
        for happening in happenings:
            happening(walk)
        if walk.error_ms() > TOLERANCE_MS:  # an error stays; so one look, at the end, finds it
            told = [happening.__name__ for happening in happenings]
            assert walk.may_be_off, told
            assert RESTARTED in walk.conductor.session.clock_marks, told


def test_the_walks_go_everywhere():
    """So that the test above can't be right by doing nothing."""
    walks = [Walk(Random(seed)) for seed in range(300)]
    for walk in walks:
        for happening in walk.random.choices(HAPPENINGS, k=10):
            happening(walk)
    sessions = [walk.conductor.session for walk in walks]
    assert sum(len(session.visits) > 2 for session in sessions) > 20
    assert sum(bool(session.pauses) for session in sessions) > 100
    assert sum(RESTARTED in session.clock_marks for session in sessions) > 100
    assert sum(walk.may_be_off for walk in walks) > 10
    assert sum(walk.error_ms() > TOLERANCE_MS for walk in walks) > 5
