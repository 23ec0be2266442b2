"""Ten thousand interviews in which anything is done: all that follows from it agrees with a slow and simple model.

Lines of all kinds are played through the conductor. The model gets the facts, leaves out what was taken back, and
plays the rest: the plan as a list of names, the people as in `slow_people`, the time used as seconds that are counted
one by one. Written by hand instead of with hypothesis, because it has to be fast. `HISTORIES=100000` in the environment
plays more.
"""

import os
from collections.abc import Iterator, Sequence
from random import Random

import pytest

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.changes import (
    QuestionAdded,
    SegmentAdded,
    SegmentLengthSet,
    SegmentMoved,
)
from facilitator.domain.facts.kinds.ratings import ScorecardSealed
from facilitator.domain.facts.kinds.running import SegmentSkipped, SegmentStarted, TimeAdded
from facilitator.domain.facts.kinds.session import Revoked
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.panel.missing_cards import missing_cards
from facilitator.domain.questions.coverage import coverage
from facilitator.domain.session.fold import PERMANENT, fold
from facilitator.domain.session.state import Session
from facilitator.domain.session.undoing import undoable
from facilitator.domain.time import timing
from tests.domain.command_lines import PLAN, RUNNING
from tests.domain.interviews import Room
from tests.domain.slow_people import People, check_row

HISTORIES = int(os.environ.get("HISTORIES", "10000"))
SEEDS = 20
STEPS = (2, 14)

LINES = (
    *RUNNING,
    *("/goto 2", "/goto 3", "/goto 5", "/next", "/skip 2", "/skip 5", "/undo", "/undo 3", "/redo", "/end"),
    *("/question And then? by bo", "bo> /question Who else? in 2", "/segment More 90s"),
    *("/length 2 20m", "/move 6 after 4", "/move 2 after 3"),
    *("/cover 5", "/cover 5 by bo", "bo> /cover 5", "dana> /cover 5", "/cover 7", "/ask 7 by bo", "/handoff 2 dana"),
    *("/recommend yes", "bo> /rate craft 4 so it was", "+ clear #craft", "? ask @bo", "/strike 1", "/file 1 q2"),
)
A_NIGHT = 15 * 3600


class Paper:
    """The plan by id: `order`, `seconds` that each segment is to take, the `least` that counts as its time, and `used`.

    All of one moment, `now`: the seconds that were used are counted once.
    """

    def __init__(self, events: Sequence[Event], session: Session, now: int) -> None:
        self.session, self.now = session, now
        self.order = [segment.id for segment in PLAN.segments]
        self.seconds = {segment.id: segment.length_seconds for segment in PLAN.segments}
        self.added = dict.fromkeys(self.order, 0)
        self.at_least = {segment.id: segment.at_least_seconds for segment in PLAN.segments}
        self.questions = {segment.id: [question.id for question in segment.questions] for segment in PLAN.segments}
        self.skipped: set[str] = set()
        self.people = People(PLAN)
        self.entered = {visit.id for visit in session.visits}
        for place, event in enumerate(standing(events)):
            self.play(event)
            self.people.play(place, event.fact)
        self.used = self.counted()

    def play(self, event: Event) -> None:
        match event.fact:
            case QuestionAdded(question=question, segment=segment) if segment in self.order:
                self.questions[segment].append(question.id or event.id)
            case SegmentAdded(segment=segment, after=after):
                self.put(event.id, after)
                self.seconds[event.id], self.at_least[event.id] = segment.length_seconds, None
                self.added[event.id], self.questions[event.id] = 0, []
            case SegmentMoved(segment=segment, after=after) if {segment, after} <= {*self.order}:
                self.order.remove(segment)
                self.put(segment, after)
            case SegmentLengthSet(segment=segment, seconds=seconds) if segment in self.order:
                self.seconds[segment], self.added[segment] = seconds, 0
            case TimeAdded(segment=segment, seconds=seconds) if segment in self.order:
                self.added[segment] += seconds
            case SegmentSkipped(segment=segment) if segment in self.order:
                self.skipped.add(segment)
            case SegmentStarted(segment=segment) if event.id in self.entered:
                self.skipped.discard(segment)

    def put(self, segment: str, after: str) -> None:
        self.order.insert(self.order.index(after) + 1 if after in self.order else len(self.order), segment)

    def allotted(self, segment: str) -> int:
        return max(0, self.seconds[segment] + self.added[segment])

    def counted(self) -> dict[str, int]:
        """Count the seconds of all visits one by one, but for those in a pause."""
        used, now = dict.fromkeys(self.order, 0), self.now
        pauses = self.session.pauses
        still = {second for pause in pauses for second in seconds(pause.started_at, pause.ended_at or now)}
        for visit in self.session.visits:
            used[visit.segment] += len({*seconds(visit.started_at, visit.ended_at or now)} - still)
        return used

    def to_come(self) -> list[str]:
        session = self.session
        if session.ended_at is not None:
            return []
        if not session.visits:
            return [segment for segment in self.order if segment not in self.skipped]
        running = session.visits[-1].segment
        entered = list(dict.fromkeys(visit.segment for visit in session.visits))
        later = entered[entered.index(running) + 1 :]
        place, never = self.order.index(running), {*self.order} - {*entered} - self.skipped
        jumped_over = max((at for at in range(place) if self.order[at] in never), default=0)
        unfinished = {one for one in entered if not self.had_its_time(one)}
        again = {one for one in self.order[place + 1 :] if one in later or one in unfinished}
        again |= {one for one in self.order[:jumped_over] if one in later and one in unfinished}
        return [segment for segment in self.order if segment in never | (again - self.skipped)]

    def had_its_time(self, segment: str) -> bool:
        used, least = self.used[segment], self.at_least[segment] or self.seconds[segment] // 2
        return used > least or used >= self.allotted(segment)

    def ends_at(self) -> int:
        session = self.session
        if session.ended_at is not None:
            return session.ended_at
        to_run = [*([session.visits[-1].segment] if session.visits else []), *self.to_come()]
        return self.now + sum(max(0, self.allotted(one) - self.used[one]) for one in to_run) * 1000


def seconds(starts_at: int, ends_at: int) -> range:
    return range(starts_at // 1000, ends_at // 1000)


def standing(events: Sequence[Event]) -> Iterator[Event]:
    """The events without those that were taken back; who takes back a taking back brings back."""
    gone: set[str] = set()
    for event in reversed(events):
        if isinstance(event.fact, Revoked) and event.group not in gone:
            gone.add(event.fact.group)
    return (event for event in events if event.group not in gone or type(event.fact) in PERMANENT)


def walked(random: Random) -> tuple[Room, list[str]]:
    """One history, and the lines that were not refused."""
    room = Room(PLAN)
    done = []
    for line in ["/start"] * (random.random() < 0.8) + random.choices(LINES, k=random.randint(*STEPS)):
        room.clock.advance(A_NIGHT if random.random() < 0.02 else random.randint(1, 300))
        by = random.choice((None, None, "bo", "cy"))
        try:
            if random.random() < 0.04:
                card = ScorecardSealed(panelist=random.choice(("ann", "bo", "dana")), sealed="…")
                room.conductor.carry_out(Decision((card,)))
            room.conductor.submit(line, by=by)
        except Refusal:
            continue
        done.append(line)
    return room, done


def check(room: Room) -> None:
    session, now = room.session, room.conductor.now()
    paper = Paper(room.conductor.events, session, now)
    people, plan = paper.people, session.plan
    assert [segment.id for segment in plan.segments] == paper.order
    assert [[one.id for one in segment.questions] for segment in plan.segments] == [
        paper.questions[segment] for segment in paper.order
    ]
    for segment in plan.segments:
        assert timing.allotted_seconds(session, segment) == paper.allotted(segment.id)
        assert timing.used_seconds(session, segment, now) == paper.used[segment.id]
    assert [segment.id for segment in timing.ahead(session)] == paper.to_come()
    assert timing.expected_end_at(session, now) == paper.ends_at()
    began_at = now if session.started_at is None else session.started_at
    gaps = [pause for pause in session.pauses if pause.between_sittings]
    nights = sum(len(seconds(max(began_at, gap.started_at), gap.ended_at or now)) for gap in gaps)
    late = (paper.ends_at() - began_at) // 1000 - nights - PLAN.planned_seconds
    assert timing.over_seconds(session, now) == late
    assert [panelist.id for panelist in plan.raters] == people.raters()
    assert [panelist.id for panelist in missing_cards(session)] == [
        who for who in people.raters() if who not in people.cards
    ]
    for row in coverage(session):
        check_row(session, row, people)


def check_taking_back(room: Room, random: Random) -> None:
    """Take back some acts and bring them back again."""
    states = [room.session]
    for _ in range(random.randint(1, 3)):
        acts = undoable(room.session, "ann")
        if not acts:
            break
        room.conductor.submit(f"/undo {random.randint(1, len(acts))}" if random.random() < 0.3 else "/undo")
        states.append(room.session)
    for before in reversed(states[:-1]):
        room.conductor.submit("/redo")
        assert room.session == before


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_is_done_the_rest_follows(seed: int):
    for history in range(HISTORIES // SEEDS):
        random = Random(f"{seed}-{history}")
        room, done = walked(random)
        try:
            check(room)
            arrived = [*room.conductor.events, *random.choices(room.conductor.events, k=3)]
            random.shuffle(arrived)
            assert fold(arrived) == room.session
            check_taking_back(room, random)
        except Exception as error:
            error.add_note(f"{seed}-{history}: {done}")
            raise


def test_the_walks_go_everywhere():
    """So that the test above can't be right by doing nothing."""
    rooms = [walked(Random(seed))[0] for seed in range(400)]
    kinds = [type(event.fact).__name__ for room in rooms for event in room.conductor.events]
    kinds_and_least = {"SegmentMoved": 50, "SegmentAdded": 50, "SegmentLengthSet": 50, "QuestionAdded": 50}
    kinds_and_least |= {"PanelistAbsent": 20, "StandInNamed": 20, "QuestionMarked": 50, "ScorecardSealed": 20}
    kinds_and_least |= {"BoundaryMoved": 20, "PauseAdded": 5, "SittingBegan": 5, "Revoked": 50}
    assert {kind for kind, least in kinds_and_least.items() if kinds.count(kind) < least} == set()
