"""What was noticed later of the clock: the pauses stay in order of time and apart, however the facts arrive."""

from itertools import pairwise
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.running import (
    BoundaryMoved,
    InterviewEnded,
    InterviewPaused,
    InterviewResumed,
    SegmentStarted,
)
from facilitator.domain.facts.kinds.sittings import DayChosen, PauseAdded, SittingBegan
from facilitator.domain.session.state import Session
from tests.domain.session.recorded import minutes, session_of

ONE, TWO = SegmentStarted(segment="one"), SegmentStarted(segment="two")


def added(start: float, end: float) -> PauseAdded:
    return PauseAdded(started_at=minutes(start), ended_at=minutes(end))


def began(end: float, start: float) -> SittingBegan:
    return SittingBegan(ended_at=minutes(end), began_at=minutes(start))


def pauses(session: Session) -> list[tuple[float | None, ...]]:
    """Start, end and, between sittings, True; in minutes since the opening."""
    return [
        (_minute(pause.started_at), _minute(pause.ended_at), *([True] if pause.between_sittings else []))
        for pause in session.pauses
    ]


def _minute(at: int | None) -> float | None:
    return None if at is None else (at - minutes(0)) / 60_000


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ([(1, ONE), (9, added(3, 5))], [(3, 5)]),
        # Only what wasn't paused yet is added.
        ([(1, ONE), (4, InterviewPaused()), (6, InterviewResumed()), (9, added(3, 5))], [(3, 4), (4, 6)]),
        ([(1, ONE), (4, InterviewPaused()), (6, InterviewResumed()), (9, added(3, 8))], [(3, 4), (4, 6), (6, 8)]),
        ([(1, ONE), (4, InterviewPaused()), (6, InterviewResumed()), (9, added(4, 6))], [(4, 6)]),
        ([(1, ONE), (4, InterviewPaused()), (9, added(3, 8))], [(3, 4), (4, None)]),
        ([(1, ONE), (9, added(3, 5)), (9, added(7, 8)), (9, added(5, 6))], [(3, 5), (5, 6), (7, 8)]),
        # Nothing before the start, after the end, or from the future.
        ([(9, added(3, 5))], []),
        ([(3, ONE), (9, added(1, 5))], [(3, 5)]),
        ([(1, ONE), (4, InterviewEnded()), (9, added(3, 5))], [(3, 4)]),
        ([(1, ONE), (9, added(8, 12))], [(8, 9)]),
        ([(1, ONE), (9, added(5, 3))], []),
        # Another sitting takes the place of whatever was paused then, and the clock goes on.
        ([(1, ONE), (4, InterviewPaused()), (900, began(4, 900))], [(4, 900, True)]),
        ([(1, ONE), (900, began(4, 900))], [(4, 900, True)]),
        ([(1, ONE), (2, InterviewPaused()), (5, InterviewResumed()), (900, began(4, 900))], [(2, 4), (4, 900, True)]),
        ([(1, ONE), (2, InterviewPaused()), (900, began(4, 900))], [(2, 4), (4, 900, True)]),
        ([(900, began(4, 900))], []),
        ([(1, ONE), (5, InterviewEnded()), (900, began(4, 900))], []),
        ([(1, ONE), (900, began(4, 950))], [(4, 900, True)]),
        ([(1, ONE), (900, began(-9, 900))], [(1, 900, True)]),
        ([(1, ONE), (900, began(950, 940))], []),
        ([(1, ONE), (900, began(-9, 0))], []),
    ],
)
def test_pauses(recorded, expected):
    assert pauses(session_of(*recorded)) == expected


def moved(to: float, visit: str = "") -> BoundaryMoved:
    return BoundaryMoved(start_at=minutes(to), visit=visit)


class TestABoundaryBackInAPause:
    """A segment that was entered in a pause ended it; so where it really began, the pause ended."""

    ENTERED: ClassVar[list[tuple[float, AnyFact]]] = [
        (1.0, ONE),
        (5.0, InterviewPaused()),
        (9.0, InterviewResumed()),
        (9.0, TWO),
    ]

    def test_the_pause_before_the_boundary_stays_a_pause_and_the_rest_was_none(self):
        assert pauses(session_of(*self.ENTERED, (10, moved(7, "e4")))) == [(5, 7)]

    def test_moved_there_and_back_again_it_is_what_it_was(self):
        session = session_of(*self.ENTERED, (10, moved(7, "e4")), (10, moved(9, "e4")))
        assert pauses(session) == [(5, 9)]

    def test_a_segment_that_began_before_the_pause_has_all_of_it(self):
        assert pauses(session_of(*self.ENTERED, (10, moved(3, "e4")))) == [(5, 9)]

    def test_a_pause_that_had_ended_before_is_left_alone(self):
        recorded: list[tuple[float, AnyFact]] = [
            (1.0, ONE),
            (5.0, InterviewPaused()),
            (8.0, InterviewResumed()),
            (9.0, TWO),
        ]
        assert pauses(session_of(*recorded, (10, moved(7, "e4")))) == [(5, 8)]

    def test_a_journal_of_before_is_read_as_it_was(self):
        assert pauses(session_of(*self.ENTERED, (10, moved(7)))) == [(5, 9)]


def test_the_day_that_was_chosen():
    session = session_of((1, DayChosen(planned_start_at=5, hard_stop_at=7)), (2, DayChosen(hard_stop_at=9)))
    assert (session.planned_start_at, session.hard_stop_at) == (5, 9)
    assert session_of((1, DayChosen())).planned_start_at is None


TIMES = st.integers(0, 600)
FACTS = st.one_of(
    st.sampled_from([ONE, TWO, InterviewPaused(), InterviewResumed(), InterviewResumed()]),
    st.builds(added, TIMES, TIMES),
    st.builds(began, TIMES, TIMES),
    st.builds(moved, TIMES, st.sampled_from(["", "e1", "e2", "e5"])),
)


@given(st.lists(st.tuples(TIMES, FACTS), max_size=12))
def test_whatever_arrives_pauses_and_visits_are_in_order_and_apart(recorded):
    session = session_of((0, ONE), *recorded)
    for before, after in pairwise(session.pauses):
        assert before.ended_at is not None
        assert before.started_at <= before.ended_at <= after.started_at
    for visit, following in pairwise(session.visits):
        assert visit.started_at <= following.started_at == visit.ended_at
    assert session.started_at == session.visits[0].started_at
