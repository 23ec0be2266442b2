"""Ten thousand generated interviews whose plan changes as they run: a slow and simple model of each agrees.

The model is what somebody would keep on a whiteboard: a list of names with minutes beside them, and what was gone
through. Written by hand instead of with hypothesis, because it has to be fast.
"""

from itertools import count
from random import Random

import pytest

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.session.fold import fold
from facilitator.domain.session.history import History
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing
from facilitator.storage.journal import MemoryJournal
from tests.domain.interviews import TEN, agenda, apart_from_redo, ask, part

HISTORIES = 10_000
SEEDS = 10

PLAN = agenda(
    part("Opening", "5m", questions=[ask("aims")]),
    part("Talk", "12m", questions=[ask("slip"), ask("cost")]),
    part("Work", "20m"),
    part("Closing", "5m"),
)
OPENED = SessionOpened(agenda=PLAN)


class Whiteboard:
    """The plan by numbers: `order`, `seconds` that each is to take, those `used`, and what was `gone_through`.

    `least` is half the length that a segment was given as a whole: who had no more has still to come.
    """

    def __init__(self) -> None:
        self.order = [1, 2, 3, 4]
        self.seconds = {number: part.length_seconds for number, part in enumerate(PLAN.segments, 1)}
        self.least = {number: seconds // 2 for number, seconds in self.seconds.items()}
        self.used = dict.fromkeys(self.order, 0)
        self.questions = {1: [1], 2: [2, 3], 3: [], 4: []}
        self.gone_through: list[int] = []
        self.left_out: set[int] = set()
        self.running = 0

    def to_come(self) -> list[int]:
        never = [number for number in self.order if number not in {*self.gone_through, *self.left_out}]
        if not self.running:
            return never
        before, behind = self.order[: self.order.index(self.running)], self.order[self.order.index(self.running) + 1 :]
        earlier = self.gone_through[: self.gone_through.index(self.running)]
        later = set(self.gone_through) - {*earlier, self.running}
        jumped_over = [place for place, number in enumerate(before) if number in never]
        again = {number for number in behind if number in later or self.is_unfinished(number)}
        again |= {number for number in before[: max(jumped_over, default=0)] if number in later}
        again -= {number for number in before if not self.is_unfinished(number)} | self.left_out
        return [number for number in self.order if number in {*never, *again}]

    def is_unfinished(self, number: int) -> bool:
        return self.used[number] <= self.least[number] and self.used[number] < self.seconds[number]

    def enter(self, number: int) -> None:
        self.running = number
        self.left_out.discard(number)
        if number not in self.gone_through:
            self.gone_through.append(number)

    def left(self) -> int:
        to_run = [self.running, *self.to_come()] if self.running else self.to_come()
        return sum(max(0, self.seconds[number] - self.used[number]) for number in to_run)


class Walk:
    """One history, in the program and on the whiteboard."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.board = Whiteboard()
        self.clock = SimulatedClock(TEN)
        numbers = count()
        self.conductor = Conductor.open(
            MemoryJournal(), "s", OPENED, self.clock, "laptop", lambda: f"{next(numbers):03}"
        )

    def wait(self) -> None:
        seconds = self.random.randrange(900)
        self.clock.advance(seconds)
        if self.board.running:
            self.board.used[self.board.running] += seconds

    def go(self) -> None:
        number = self.random.choice(self.board.order)
        if self._do(f"/goto {number}"):
            self.board.enter(number)

    def go_on(self) -> None:
        coming = self.board.to_come()
        if self._do("/next"):
            self.board.enter(coming[0])

    def go_back(self) -> None:
        board = self.board
        if self._do("/back"):
            board.enter(board.gone_through[board.gone_through.index(board.running) - 1])

    def skip(self) -> None:
        number = self.random.choice(self.board.order)
        if number != self.board.running and self._do(f"/skip {number}"):
            self.board.left_out.add(number)

    def add_segment(self) -> None:
        seconds, after = self.random.randrange(1, 1000), self.random.choice(self.board.order)
        if self._do(f"/segment More {seconds}s after {after}"):
            number = max(self.board.order) + 1
            self.board.order.insert(self.board.order.index(after) + 1, number)
            self.board.seconds[number], self.board.least[number] = seconds, seconds // 2
            self.board.used[number], self.board.questions[number] = 0, []

    def add_question(self) -> None:
        number = self.random.choice(self.board.order)
        if self._do(f"/question Why? in {number}"):
            asked = [question for questions in self.board.questions.values() for question in questions]
            self.board.questions[number].append(max(asked) + 1)

    def move(self) -> None:
        number, after = self.random.choice(self.board.order), self.random.choice(self.board.order)
        if self._do(f"/move {number} after {after}"):
            self.board.order.remove(number)
            self.board.order.insert(self.board.order.index(after) + 1, number)

    def lengthen(self) -> None:
        number, seconds = self.random.choice(self.board.order), self.random.randrange(1, 1500)
        if self._do(f"/length {number} {seconds}s"):
            self.board.seconds[number], self.board.least[number] = seconds, seconds // 2

    def add(self) -> None:
        number, seconds = self.random.choice(self.board.order), self.random.randrange(1, 300)
        way = self.random.choice(("add", "trim"))
        if self._do(f"/{way} {seconds}s to {number}"):
            self.board.seconds[number] += seconds if way == "add" else -seconds

    def change_the_mind(self) -> None:
        before = self.conductor.session
        if self._do("/room 12:00") or self._do("/room none"):
            self.conductor.submit("/undo")
        assert apart_from_redo(self.conductor.session) == apart_from_redo(before)

    def _do(self, line: str) -> bool:
        try:
            self.conductor.submit(line)
        except Refusal:
            return False
        return True

    def check(self) -> None:
        session, now, board = self.conductor.session, self.conductor.now(), self.board
        plan, numbers = session.plan, session.plan.segment_numbers
        assert [numbers[segment.id] for segment in plan.segments] == board.order
        assert [numbers[segment.id] for segment in timing.ahead(session)] == board.to_come()
        asked = [[question.number for question in segment.questions] for segment in plan.segments]
        assert asked == [board.questions[number] for number in board.order]
        ends_at = timing.expected_end_at(session, now)
        assert ends_at == now + board.left() * 1000
        began_at = now if session.started_at is None else session.started_at
        assert timing.over_seconds(session, now) * 1000 == ends_at - began_at - PLAN.planned_seconds * 1000


HAPPENINGS = (
    Walk.wait,
    Walk.wait,
    Walk.go,
    Walk.go_on,
    Walk.go_on,
    Walk.go_back,
    Walk.skip,
    Walk.add_segment,
    Walk.add_question,
    Walk.move,
    Walk.move,
    Walk.lengthen,
    Walk.add,
    Walk.change_the_mind,
)


def walked(seed: str) -> Walk:
    walk = Walk(Random(seed))
    for happening in walk.random.choices(HAPPENINGS, k=walk.random.randint(2, 14)):
        happening(walk)
    return walk


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_forecast_and_the_numbers_agree_with_a_whiteboard(seed: int):
    for history in range(HISTORIES // SEEDS):
        walked(f"{seed}-{history}").check()


def numbered(session: Session) -> dict[str, int]:
    numbers = {question.id: question.number for question in session.plan.questions}
    return session.plan.segment_numbers | numbers


@pytest.mark.parametrize("seed", range(200))
def test_it_folds_alike_in_any_order_and_taking_an_act_back_leaves_no_trace(seed: int):
    walk = walked(f"fold-{seed}")
    events, session = list(walk.conductor.events), walk.conductor.session
    arrived = events + walk.random.choices(events, k=3)
    walk.random.shuffle(arrived)
    assert fold(arrived) == session
    first = History.of(events[:1])
    for event in walk.random.sample(events[1:], len(events) - 1):
        first = first.with_event(event)
    assert first.session == session
    for group in {event.group for event in events[2:]}:
        conductor = Conductor.resume(MemoryJournal(events), walk.clock, "laptop", lambda: "undo")
        conductor.carry_out(Decision((Revoked(group=group),)))
        without = fold(event for event in events if event.group != group)
        assert apart_from_redo(conductor.session) == apart_from_redo(without)
        assert numbered(without).items() <= numbered(session).items()


@pytest.mark.parametrize("seed", range(200))
def test_a_number_is_never_given_to_anything_else(seed: int):
    walk = walked(f"numbers-{seed}")
    events = walk.conductor.events
    last = numbered(walk.conductor.session)
    assert len(set(walk.conductor.session.plan.segment_numbers.values())) == len(walk.board.order)
    for length in range(1, len(events)):
        assert numbered(fold(events[:length])).items() <= last.items()


def test_the_walks_go_everywhere():
    """So that the tests above can't be right by doing nothing."""
    sessions = [walked(f"everywhere-{seed}").conductor.session for seed in range(300)]
    kinds = [type(event.fact).__name__ for session in sessions for event in session.changes]
    assert all(kinds.count(kind) > 40 for kind in ("SegmentAdded", "QuestionAdded", "SegmentMoved", "SegmentLengthSet"))
    assert sum(len(session.visits) > 2 for session in sessions) > 30
