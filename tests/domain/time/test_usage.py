"""The time that was used, against a plain count of every second."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.session.state import Pause, Session, Visit
from facilitator.domain.time.usage import unpaused_ms, usage
from tests.domain.interviews import Room, agenda, part

PLAN = agenda(part("One", "5m"), part("Two", "10m"))
SECOND = 1000


def seconds(spans: list[Visit] | list[Pause], now: int) -> set[int]:
    ends = ((span.started_at, now if span.ended_at is None else span.ended_at) for span in spans)
    return {second for start, end in ends for second in range(start // SECOND, end // SECOND)}


@st.composite
def sessions(draw) -> tuple[Session, int]:
    """Visits that follow each other, and pauses between them that don't overlap."""
    session = Room(PLAN).session
    marks = sorted(draw(st.lists(st.integers(0, 300), min_size=1, max_size=6)))
    ends = [*marks[1:], None]
    names = draw(st.lists(st.sampled_from(["one", "two"]), min_size=len(marks), max_size=len(marks)))
    session.visits = [
        Visit(name, at * SECOND, None if end is None else end * SECOND)
        for name, at, end in zip(names, marks, ends, strict=True)
    ]
    breaks = sorted(draw(st.sets(st.integers(0, 300), max_size=8)))
    session.pauses = [
        Pause(start * SECOND, end * SECOND) for start, end in zip(breaks[::2], breaks[1::2], strict=False)
    ]
    return session, 300 * SECOND


@given(sessions())
def test_each_second_counts_in_the_segment_in_which_nobody_paused(made):
    session, now = made
    paused = seconds(session.pauses, now)
    for name, used in usage(session, now).used_ms.items():
        visits = [visit for visit in session.visits if visit.segment == name]
        assert used == sum(len(seconds([visit], now) - paused) for visit in visits) * SECOND


@given(sessions(), st.integers(0, 300), st.integers(0, 300))
def test_so_does_each_second_of_any_stretch(made, start, end):
    session, now = made
    counted = set(range(start, end)) - seconds(session.pauses, now)
    assert unpaused_ms(session, start * SECOND, end * SECOND, now) == len(counted) * SECOND
