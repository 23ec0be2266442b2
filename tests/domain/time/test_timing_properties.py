"""What always holds of time, whatever happened in the room."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.domain.facts.kinds.running import SegmentSkipped, TimeAdded
from facilitator.domain.language.decision import Refusal
from facilitator.domain.language.naming.letters import lettered
from facilitator.domain.pacing.fitting import Fit, fitting
from facilitator.domain.pacing.recovery import recovery_choices
from facilitator.domain.plan.agenda import Segment
from facilitator.domain.session.state import Session
from facilitator.domain.time import timing
from facilitator.domain.time.floor import floor_seconds
from facilitator.domain.time.protected_time import eaten
from facilitator.domain.time.timing import SegmentState
from facilitator.domain.time.usage import unpaused_ms
from tests.domain.command_lines import PLAN, STEPS, typist
from tests.domain.interviews import Room, apart_from_redo

SEGMENTS = PLAN.segments


@st.composite
def rooms(draw, hard_stop: str | None = None) -> Room:
    """An interview that has got somewhere."""
    went_on = draw(st.sampled_from(["", *(f"2:00 /goto {number}" for number in range(2, len(SEGMENTS) + 1))]))
    room = Room(PLAN, f"0:00 /start\n{went_on}", hard_stop=hard_stop)
    for line, seconds, panelist in draw(st.lists(STEPS, max_size=12)):
        room.clock.advance(seconds)
        try:
            room.conductor.submit(line, by=typist(panelist))
        except Refusal:
            continue
    room.clock.advance(draw(st.integers(0, 1500)))
    return room


@given(rooms())
def test_what_was_used_and_what_remains_are_what_was_allotted(room):
    now = room.conductor.now()
    for segment in room.session.plan.segments:
        used = timing.used_seconds(room.session, segment, now)
        remaining = timing.remaining_seconds(room.session, segment, now)
        assert used + remaining == pytest.approx(timing.allotted_seconds(room.session, segment))


@given(rooms())
def test_every_second_since_the_start_is_used_or_paused(room):
    session, now = room.session, room.conductor.now()
    assume(session.started_at is not None)
    ends_at = now if session.ended_at is None else session.ended_at
    unpaused = unpaused_ms(session, session.started_at, ends_at, now) / 1000
    assert sum(timing.used_seconds(session, each, now) for each in session.plan.segments) == pytest.approx(unpaused)


@given(rooms(), st.lists(st.integers(0, 900), min_size=1, max_size=5))
def test_the_expected_end_never_comes_nearer_by_waiting(room, waits):
    now = room.conductor.now()
    ends = [timing.expected_end_at(room.session, now)]
    for seconds in waits:
        now += seconds * 1000
        ends.append(timing.expected_end_at(room.session, now))
    assert ends == sorted(ends)


@given(rooms())
def test_the_running_order_has_no_gap_and_ends_when_the_interview_does(room):
    session, now = room.session, room.conductor.now()
    rows = timing.running_order(session, now)
    assert [row.segment for row in rows] == list(session.plan.segments)
    open_rows = [row for row in rows if row.state in (SegmentState.CURRENT, SegmentState.AHEAD)]
    open_rows.sort(key=lambda row: row.state is SegmentState.AHEAD)  # the running one, wherever it stands
    for row, following in pairwise(open_rows):
        assert row.expected_end_at == following.expected_start_at
    if open_rows:
        assert open_rows[-1].expected_end_at == timing.expected_end_at(session, now)
    assert [row.segment for row in rows if row.state is SegmentState.AHEAD] == list(timing.ahead(session))


def counted_ms(session: Session, segment: Segment, now: int) -> int:
    """What is left of a segment (negative is overtime), by adding up each visit and taking off each pause."""
    left = (segment.length_seconds + session.added_seconds.get(segment.id, 0)) * 1000
    for visit in session.visits:
        if visit.segment == segment.id:
            ends = now if visit.ended_at is None else visit.ended_at
            left -= ends - visit.started_at
            for pause in session.pauses:
                pause_ends = now if pause.ended_at is None else pause.ended_at
                left += max(0, min(ends, pause_ends) - max(visit.started_at, pause.started_at))
    return left


def over(session: Session) -> set[str]:
    """What doesn't come any more: skipped, or entered for the first time before the running segment was.

    But not what stands behind that and was left too early. What was only gone back to from there doesn't come again
    either, unless it was left too early and something else between the two was never entered.
    """
    entered = list(dict.fromkeys(visit.segment for visit in session.visits))
    if not entered:
        return set(session.skipped)
    running, plan = session.visits[-1].segment, [segment.id for segment in session.plan.segments]
    first, passed = entered[: entered.index(running)], plan[: plan.index(running)]
    gone = {name for name in first if name in passed or not left_too_early(session, name)}
    for place, name in enumerate(passed):
        missed = [other for other in passed[place + 1 :] if other not in (*entered, *session.skipped)]
        if name in entered and not (missed and left_too_early(session, name)):
            gone.add(name)
    return {*session.skipped, *gone}


def left_too_early(session: Session, name: str) -> bool:
    segment = session.plan.segment(name)
    left = counted_ms(session, segment, session.visits[-1].started_at)
    spent = timing.allotted_seconds(session, segment) * 1000 - left
    return left > 0 and spent // 1000 <= segment.shortest_seconds


def phase_of(segment: Segment, left_seconds: float) -> str:
    """The phase by the default limits: a fifth of the length or 120 s, and 60 s if that is less."""
    warning = min(120, segment.length_seconds / 5)
    if left_seconds < 0:
        return "overtime"
    return "danger" if left_seconds <= min(60, warning) else "warning" if left_seconds <= warning else "normal"


@given(rooms() | rooms("40:00"), st.integers(-90, 150))
def test_the_standing_is_what_a_plain_count_comes_to(room, seconds):
    """When so many `seconds` are left of the segment, about where its phase changes, or later."""
    session, now = room.session, room.log.events[-1].stamp.ms
    if session.current and not session.is_paused:
        now += max(0, counted_ms(session, session.current, now) - seconds * 1000)
    standing = timing.standing(session, now)
    left = {segment.id: counted_ms(session, segment, now) for segment in session.plan.segments}
    running = session.visits[-1].segment if session.visits else None
    to_run = [segment for segment in left if segment == running or segment not in over(session)]
    ends = now + sum(max(0, left[segment]) for segment in to_run)
    if session.ended_at is not None:
        ends = session.ended_at
        assert standing.phase == "ended"
    elif running is None:
        assert standing.phase == "waiting"
    else:
        assert standing.remaining_seconds == left[running] / 1000
        assert standing.phase == phase_of(session.plan.segment(running), left[running] / 1000)
    began = now if session.started_at is None else session.started_at
    planned_end = began + sum(segment.length_seconds for segment in SEGMENTS) * 1000
    stop = session.hard_stop_at
    assert standing.expected_end_at == ends
    assert standing.over_seconds == (ends - planned_end) / 1000
    assert standing.hard_stop_over_seconds == (0 if stop is None else (ends - stop) / 1000)


def lengths(session: Session) -> dict[str, int]:
    return {segment.id: timing.allotted_seconds(session, segment) for segment in session.plan.segments}


@given(rooms() | rooms("40:00"), st.integers(0, 99))
def test_a_way_out_ends_when_it_said_and_can_be_taken_back(room, place):
    now = room.conductor.now()
    choices = recovery_choices(room.session, now)
    assume(choices)
    choice = choices[place % len(choices)]
    before = room.session
    room.conductor.submit(f"/recover {choice.word}")
    assert timing.expected_end_at(room.session, now) == choice.ends_at
    assert timing.over_seconds(room.session, now) == pytest.approx(choice.over_seconds)
    room.conductor.submit("/undo")
    assert apart_from_redo(room.session) == apart_from_redo(before)


@given(rooms() | rooms("40:00"))
def test_a_way_out_leaves_every_segment_its_shortest_length_and_what_is_protected_alone(room):
    now = room.conductor.now()
    before = lengths(room.session)
    current = room.session.current
    ahead = {segment.id for segment in (*timing.ahead(room.session), *([current] if current else []))}
    for choice in recovery_choices(room.session, now):
        for fact in choice.facts:
            if isinstance(fact, TimeAdded):
                segment = room.session.plan.segment(fact.segment)
                assert fact.seconds < 0
                assert segment.id in ahead
                assert before[segment.id] + fact.seconds >= segment.shortest_seconds
                assert choice.protected == segment.is_protected
            if isinstance(fact, SegmentSkipped):
                assert PLAN.segment(fact.segment).optional
                assert not PLAN.segment(fact.segment).is_protected
        assert choice.gained_seconds >= 0
        assert choice.facts
        assert (choice.word == "late") == (choice.gained_seconds == 0)


@given(rooms())
def test_only_a_choice_that_says_so_takes_what_is_protected(room):
    now = room.conductor.now()
    for letter, choice in lettered(recovery_choices(room.session, now)):
        if choice.protected:
            for line in (f"/recover {letter}", f"/recover {choice.word.rstrip('!')}"):
                with pytest.raises(Refusal, match="protected"):
                    room.conductor.submit(line)


@given(rooms() | rooms("40:00"))
def test_what_is_eaten_is_never_more_than_what_is_there(room):
    now = room.conductor.now()
    spent = eaten(room.session, now)
    if spent is not None:
        left = timing.remaining_seconds(room.session, spent.segment, now)
        taken = PLAN.segment(spent.segment.id).length_seconds - timing.allotted_seconds(room.session, spent.segment)
        assert 1 <= spent.eaten_seconds - max(0, taken) <= left
        assert spent.promised_seconds == spent.segment.length_seconds


@given(rooms() | rooms("40:00"))
def test_what_fits_has_the_time_that_it_needs(room):
    for row in fitting(room.session, room.conductor.now()):
        if row.fit is Fit.FITS:
            assert row.needs_seconds <= row.segment_left_seconds
        if row.fit is not Fit.AT_RISK:
            assert row.needs_seconds <= row.end_left_seconds


@given(rooms())
def test_nobody_holds_the_floor_longer_than_the_interview_lasted(room):
    now = room.conductor.now()
    assert sum(floor_seconds(room.session, now).values()) <= timing.elapsed_seconds(room.session, now) + 0.001
