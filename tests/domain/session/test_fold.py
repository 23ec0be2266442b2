"""Any set of facts has one state, in whatever order and however often they arrive; nothing makes the fold fail."""

from collections.abc import Callable
from itertools import count, pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.clock import SimulatedClock
from facilitator.conducting.conductor import Conductor
from facilitator.domain.facts.event import Event, Stamp
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.candidate import (
    AnswerOwed,
    CandidateAnswered,
    CandidateQuestionReworded,
    CandidateQuestionStruck,
)
from facilitator.domain.facts.kinds.meeting import DissentVoiced, VoteCast
from facilitator.domain.facts.kinds.newer import NewerFact
from facilitator.domain.facts.kinds.notes import NoteFiled, NoteStruck
from facilitator.domain.facts.kinds.questions import QuestionHandedOff, QuestionMarked
from facilitator.domain.facts.kinds.ratings import (
    CompetencyRated,
    RecommendationGiven,
    ScorecardChanged,
    ScorecardOpened,
    ScorecardSealed,
)
from facilitator.domain.facts.kinds.running import (
    BoundaryMoved,
    FloorTaken,
    InterviewEnded,
    InterviewPaused,
    InterviewResumed,
    SegmentSkipped,
    SegmentStarted,
    TimeAdded,
)
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.facts.scorecard import Scorecard
from facilitator.domain.facts.status import Status
from facilitator.domain.language.decision import Refusal
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.fold import APPLIED, applied, fold, in_order
from facilitator.storage.journal import MemoryJournal
from tests.domain.command_lines import PLAN, STEPS, typist
from tests.domain.interviews import Room, agenda, part

NOT_APPLIED = {
    SessionOpened,  # the fold begins with it
    Revoked,  # the fold leaves out what it names
    NewerFact,  # nobody here knows what it means
}


def test_every_fact_has_its_applier():
    assert set(get_args(AnyFact)) == APPLIED | NOT_APPLIED
    assert not APPLIED & NOT_APPLIED


@st.composite
def two_devices(draw) -> tuple[Event, ...]:
    """All events of a session that went on, from some moment, on two devices that didn't know of each other.

    The laptop goes on by the clock that it had; the tablet has another, which knows nothing of the laptop's boot.
    """
    shared = Room(PLAN)
    _play(shared.conductor, shared.clock, draw(st.lists(STEPS, max_size=8)))
    trunk = shared.log.events
    tablets = SimulatedClock(shared.conductor.now(), "tablet")
    merged = list(trunk)
    for device, clock in (("laptop", shared.clock), ("tablet", tablets)):
        clock.advance(draw(st.integers(0, 100)))
        log = MemoryJournal(trunk)
        conductor = Conductor.resume(log, clock, device, _names(device))
        _play(conductor, clock, draw(st.lists(STEPS, max_size=8)))
        merged += log.events[len(trunk) :]
    return tuple(merged)


def _names(device: str) -> Callable[[], str]:
    numbers = count()
    return lambda: f"{device}{next(numbers)}"


def _play(conductor: Conductor, clock: SimulatedClock, steps) -> None:
    for line, seconds, panelist in steps:
        clock.advance(seconds)
        try:
            conductor.submit(line, by=typist(panelist))
        except Refusal:
            continue


@given(two_devices(), st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_give_one_state(events, random):
    state = fold(events)
    arrived = [*events, *random.choices(events, k=5)]
    random.shuffle(arrived)
    assert fold(arrived) == state


@given(two_devices())
def test_visits_pauses_and_turns_lie_in_the_order_of_time(events):
    """What the functions of time rely on, whatever two devices did at the same time."""
    session = fold(events)
    for earlier, later in pairwise(session.visits):
        assert earlier.ended_at == later.started_at
        assert earlier.started_at <= later.started_at
    for earlier_pause, later_pause in pairwise(session.pauses):
        assert earlier_pause.ended_at is not None
        assert earlier_pause.started_at <= earlier_pause.ended_at <= later_pause.started_at
    starts = [turn.started_at for turn in session.floor]
    assert starts == sorted(starts)


@given(two_devices())
def test_one_by_one_is_as_all_at_once(events):
    """Also after something was taken back, for which everything is folded anew."""
    ordered = in_order(events)
    session = fold(ordered[:1])
    for place, event in enumerate(ordered[1:], 2):
        whole = fold(ordered[:place])
        session = whole if isinstance(event.fact, Revoked) else applied(session, event)
        assert session == whole


@given(two_devices(), st.data())
def test_applying_changes_no_state_that_was_handed_out(events, data):
    ordered = in_order(events)
    cut = data.draw(st.integers(1, len(ordered)))
    session = fold(ordered[:cut])
    same = fold(ordered[:cut])
    for event in ordered[cut:]:
        applied(session, event)
    assert session == same


def test_without_an_opening_there_is_no_session():
    with pytest.raises(ValueError, match="no event opens the session"):
        fold(())


FOREIGN = (
    SegmentStarted(segment="nowhere"),
    SegmentSkipped(segment="nowhere"),
    TimeAdded(segment="nowhere", seconds=60),
    BoundaryMoved(start_at=0),
    InterviewPaused(),
    InterviewResumed(),
    InterviewEnded(),
    FloorTaken(holder="nobody"),
    FloorTaken(holder="ann"),
    QuestionMarked(question="none", panelist="ann", status=Status.ASKED),
    QuestionMarked(question="aims", panelist="nobody", status=Status.ASKED),
    QuestionHandedOff(question="none", panelist="ann"),
    QuestionHandedOff(question="aims", panelist="nobody"),
    CompetencyRated(competency="none", panelist="ann", rating=3),
    CompetencyRated(competency="craft", panelist="nobody", rating=3),
    RecommendationGiven(panelist="nobody", recommendation=Recommendation.YES),
    ScorecardSealed(panelist="nobody", sealed="…"),
    ScorecardOpened(panelist="nobody", card=Scorecard(recommendation=Recommendation.YES)),
    ScorecardChanged(panelist="nobody", card=Scorecard(recommendation=Recommendation.YES)),
    VoteCast(panelist="nobody", recommendation=Recommendation.YES),
    DissentVoiced(panelist="nobody", text="I see it differently."),
    NoteFiled(note="none", segment="talk"),
    NoteStruck(note="none"),
    CandidateAnswered(item="none", panelist="ann"),
    CandidateQuestionReworded(item="none", text="Why?"),
    CandidateQuestionStruck(item="none"),
    AnswerOwed(item="none", panelist="ann"),
    Revoked(group="none"),
)


@pytest.mark.parametrize("fact", FOREIGN, ids=lambda fact: type(fact).__name__)
def test_a_fact_that_means_nothing_changes_nothing(fact):
    """It can only come from elsewhere: another version, another agenda, a device that knew less."""
    room = Room(PLAN)
    assert room.with_stray(fact) == room.session


def test_taking_back_the_taking_back_brings_it_back():
    room = Room(PLAN, "0:00 /start\n1:00 a note\n2:00 /undo")
    revoking = room.log.events[-1]
    assert isinstance(revoking.fact, Revoked)
    again = Event(
        id="y",
        session="s",
        stamp=Stamp(revoking.stamp.ms + 1, 0, revoking.author),
        at=revoking.at,
        group="y",
        fact=Revoked(group=revoking.group),
    )
    assert [note.text for note in fold((*room.log.events, again)).notes.values()] == ["a note"]


def test_a_pause_that_two_devices_ended_is_one_pause():
    room = Room(agenda(part("Talk", "10m")), "0:00 /start\n1:00 /pause\n3:00 /resume")
    pauses = room.with_stray(InterviewPaused(), "2:00").pauses
    assert [room.text(pause.started_at) for pause in pauses] == ["1:00", "3:00"]
    assert [room.text(pause.ended_at) for pause in pauses] == ["3:00", ""]
