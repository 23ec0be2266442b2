"""The fold: how facts add up to a session.

`fold` is the definition: the events in their one order, less those taken back, stepped through from
the opening. A step never fails: a fact that names something unknown, or comes when it means
nothing, changes nothing. So any set of events has a state, and the same one everywhere.
"""

import copy
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from msgspec import NODEFAULT
from msgspec.structs import fields, replace

from facilitator.domain import events
from facilitator.domain.clock import Anchor
from facilitator.domain.events import Event
from facilitator.domain.session import (
    CandidateQuestion,
    Mark,
    Note,
    Pause,
    Rating,
    Session,
    Undoable,
    Visit,
)

PERMANENT = (events.SessionOpened, events.ClockAnchored)
"""Facts that nobody decided and so nobody takes back."""

_CONTAINERS = tuple(field.name for field in fields(Session) if field.default_factory is not NODEFAULT)

FactT = TypeVar("FactT")
Step = Callable[[Session, Event, FactT], None]
_STEPS: dict[type, Step[Any]] = {}


def fold(arrived: Iterable[Event]) -> Session:
    """The state that a set of events adds up to, whatever their order and however often each arrived.

    Raises ValueError if no event opens a session.
    """
    standing = list(_standing(in_order(arrived)))
    for event in standing:
        if isinstance(event.fact, events.SessionOpened):
            session = _opened(event, event.fact)
            break
    else:
        raise ValueError("no event opens the session")
    for event in standing:
        _step(session, event)
    return session


def applied(session: Session, event: Event) -> Session:
    """A copy of `session` with `event`, the last in the order, stepped in; the containers are copied in C."""
    draft = copy.copy(session)
    for name in _CONTAINERS:
        setattr(draft, name, copy.copy(getattr(session, name)))
    _step(draft, event)
    return draft


def in_order(arrived: Iterable[Event]) -> tuple[Event, ...]:
    """The events in their one order, each once."""
    return tuple(sorted({event.order: event for event in arrived}.values(), key=lambda event: event.order))


def _standing(ordered: tuple[Event, ...]) -> Iterator[Event]:
    """The events that were not taken back. A `Revoked` may itself be taken back, by a later one."""
    revoked: set[str] = set()
    for event in reversed(ordered):
        if isinstance(event.fact, events.Revoked) and event.group not in revoked:
            revoked.add(event.fact.group)
    for event in ordered:
        if event.group not in revoked or isinstance(event.fact, PERMANENT):
            yield event


def _opened(event: Event, fact: events.SessionOpened) -> Session:
    return Session(
        id=event.session,
        agenda=fact.agenda,
        opened_at=event.at,
        source=fact.source,
        candidate=fact.candidate,
        timezone=fact.timezone,
        planned_start_at=fact.planned_start_at,
        hard_stop_at=fact.hard_stop_at,
    )


def _step(session: Session, event: Event) -> None:
    step = _STEPS.get(type(event.fact))
    if step is None:
        return
    step(session, event, event.fact)
    if not isinstance(event.fact, PERMANENT) and (not session.undoable or session.undoable[-1].group != event.group):
        session.undoable.append(Undoable(event.group, event.author.panelist, event.fact))


def _on(kind: type[FactT]) -> Callable[[Step[FactT]], Step[FactT]]:
    def register(step: Step[FactT]) -> Step[FactT]:
        _STEPS[kind] = step
        return step

    return register


@_on(events.ClockAnchored)
def _anchored(session: Session, event: Event, fact: events.ClockAnchored) -> None:
    session.anchors[event.author.device] = Anchor(event.at, fact.reading)
    if fact.reason:
        session.clock_marks.append(fact.reason)


@_on(events.SegmentStarted)
def _segment_started(session: Session, event: Event, fact: events.SegmentStarted) -> None:
    if fact.segment not in session.agenda.position_by_segment or session.ended_at is not None:
        return
    at = _close_visit(session, event.at)
    session.visits.append(Visit(fact.segment, at))
    session.skipped.discard(fact.segment)
    if session.started_at is None:
        session.started_at = at


@_on(events.SegmentSkipped)
def _segment_skipped(session: Session, event: Event, fact: events.SegmentSkipped) -> None:
    if fact.segment in session.agenda.position_by_segment:
        session.skipped.add(fact.segment)


@_on(events.BoundaryMoved)
def _boundary_moved(session: Session, event: Event, fact: events.BoundaryMoved) -> None:
    if session.current is None:
        return
    visit = session.visits[-1]
    start_at = min(fact.start_at, event.at)
    if len(session.visits) > 1:
        before = session.visits[-2]
        start_at = max(start_at, before.started_at)
        session.visits[-2] = replace(before, ended_at=start_at)
    else:
        start_at = max(start_at, session.opened_at)
        session.started_at = start_at
    session.visits[-1] = replace(visit, started_at=start_at)


@_on(events.TimeAdded)
def _time_added(session: Session, event: Event, fact: events.TimeAdded) -> None:
    if fact.segment in session.agenda.position_by_segment:
        session.added_seconds[fact.segment] = session.added_seconds.get(fact.segment, 0) + fact.seconds


@_on(events.InterviewPaused)
def _paused(session: Session, event: Event, fact: events.InterviewPaused) -> None:
    if session.is_running and not session.is_paused:
        session.pauses.append(Pause(event.at))


@_on(events.InterviewResumed)
def _resumed(session: Session, event: Event, fact: events.InterviewResumed) -> None:
    if session.is_paused:
        pause = session.pauses[-1]
        session.pauses[-1] = replace(pause, ended_at=max(event.at, pause.started_at))


@_on(events.InterviewEnded)
def _ended(session: Session, event: Event, fact: events.InterviewEnded) -> None:
    if session.is_running:
        session.ended_at = _close_visit(session, event.at)


@_on(events.QuestionMarked)
def _question_marked(session: Session, event: Event, fact: events.QuestionMarked) -> None:
    if fact.question in session.agenda.question_by_id and fact.panelist in session.agenda.panelist_by_id:
        mark = Mark(fact.question, fact.panelist, fact.status, event.at, fact.reason)
        session.marks.append(mark)


@_on(events.QuestionHandedOff)
def _question_handed_off(session: Session, event: Event, fact: events.QuestionHandedOff) -> None:
    if fact.question in session.agenda.question_by_id and fact.panelist in session.agenda.panelist_by_id:
        session.owners[fact.question] = fact.panelist


@_on(events.NoteTaken)
def _note_taken(session: Session, event: Event, fact: events.NoteTaken) -> None:
    session.notes[event.id] = Note(
        event.id,
        event.at,
        event.author.panelist,
        fact.text,
        fact.signal,
        fact.competency,
        fact.question,
        fact.panelists,
        fact.shared,
    )


@_on(events.CompetencyRated)
def _competency_rated(session: Session, event: Event, fact: events.CompetencyRated) -> None:
    if fact.competency in session.agenda.competency_by_id and fact.panelist in session.agenda.panelist_by_id:
        session.ratings[fact.panelist, fact.competency] = Rating(
            fact.competency, fact.panelist, fact.rating, fact.evidence, event.at
        )


@_on(events.RecommendationGiven)
def _recommendation_given(session: Session, event: Event, fact: events.RecommendationGiven) -> None:
    if fact.panelist in session.agenda.panelist_by_id:
        session.recommendations[fact.panelist] = fact.recommendation


@_on(events.CandidateAsked)
def _candidate_asked(session: Session, event: Event, fact: events.CandidateAsked) -> None:
    number = len(session.candidate_questions) + 1
    session.candidate_questions.append(CandidateQuestion(event.id, number, event.at, fact.text))


@_on(events.CandidateAnswered)
def _candidate_answered(session: Session, event: Event, fact: events.CandidateAnswered) -> None:
    _settle(session, fact.item, status="answered", panelist=fact.panelist, due="")


@_on(events.AnswerOwed)
def _answer_owed(session: Session, event: Event, fact: events.AnswerOwed) -> None:
    _settle(session, fact.item, status="owed", panelist=fact.panelist, due=fact.due)


def _settle(session: Session, item_id: str, **changes: str) -> None:
    for place, item in enumerate(session.candidate_questions):
        if item.id == item_id:
            session.candidate_questions[place] = replace(item, **changes)


def _close_visit(session: Session, at: int) -> int:
    """End the running visit and any pause at `at`; the instant used, which is never before the visit's start."""
    if session.visits and session.visits[-1].ended_at is None:
        visit = session.visits[-1]
        at = max(at, visit.started_at)
        session.visits[-1] = replace(visit, ended_at=at)
    if session.is_paused:
        pause = session.pauses[-1]
        session.pauses[-1] = replace(pause, ended_at=max(at, pause.started_at))
    return at


STEPPED = frozenset(_STEPS)
"""The kinds of fact that the fold knows; a test holds it against the facts that exist."""

__all__ = ["PERMANENT", "STEPPED", "applied", "fold", "in_order"]
