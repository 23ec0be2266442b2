"""The debrief's part on changes of plan: what was added, moved, set anew or taken out while the interview ran.

Separate because the changes are about many subjects, and are told in one list. Each kind of fact that changes the plan,
the panel or the hard stop has its words here or in a module beside it; a test asks for them.
"""

import re
from functools import singledispatch

from msgspec import Struct

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.fact import Change, Fact
from facilitator.domain.facts.kinds.changes import (
    HardStopSet,
    QuestionAdded,
    QuestionReworded,
    SegmentAdded,
    SegmentLengthSet,
    SegmentMoved,
    SegmentRetitled,
)
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_text, time_text
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time.as_shown import whole

_WORD_BEGINS = re.compile(r"(?<=[a-z])(?=[A-Z])")


class ChangeRow(Struct, frozen=True, kw_only=True):
    """A change of plan. `text` says what it changed.

    `by` is the panelist who wanted it or, if that isn't said, who recorded it. `kind` is the fact's, such as
    `question_added`. `at_seconds` counts from the start of the interview and is negative before it.
    """

    kind: str
    at: str
    at_seconds: int
    by: str
    text: str


def change_rows(session: Session) -> tuple[ChangeRow, ...]:
    """Return the changes of plan in the order in which they were made."""
    return tuple(_row(session, event) for event in session.changes)


def _row(session: Session, event: Event) -> ChangeRow:
    began_at = session.started_at if session.started_at is not None else session.opened_at
    return ChangeRow(
        kind=_WORD_BEGINS.sub("_", type(event.fact).__name__).lower(),
        at=iso_text(session.wall_time(event.at)),
        at_seconds=(whole(event.at) - whole(began_at)) // 1000,
        by=_by(session, event),
        text=change_text(event.fact, session, event.id),
    )


def _by(session: Session, event: Event) -> str:
    credited = event.fact.credited if isinstance(event.fact, Change) else ""
    return credited if credited in session.plan.panelist_by_id else event.author.panelist


@singledispatch
def change_text(fact: Fact, session: Session, event_id: str) -> str:
    """Return a change of plan in words: `q9 for 2. Core: What if …?`. `event_id` is that of the event that brought it.

    Raises TypeError for a fact that changes no plan.
    """
    raise TypeError(f"{type(fact).__name__} changes no plan")


@change_text.register
def _(fact: QuestionAdded, session: Session, event_id: str) -> str:
    question = session.plan.question_by_id[fact.question.id or event_id]
    return f"{session.plan.called(question)} added to {_segment(fact.segment, session)}: {question.ask}"


@change_text.register
def _(fact: QuestionReworded, session: Session, event_id: str) -> str:
    return f"{session.plan.called(session.plan.question_by_id[fact.question])} reworded: {fact.ask}"


@change_text.register
def _(fact: SegmentAdded, session: Session, event_id: str) -> str:
    name = _segment(fact.segment.id or event_id, session)
    return f"{name} added, {clock_text(fact.segment.length_seconds)}, {_place(fact.after, session)}"


@change_text.register
def _(fact: SegmentMoved, session: Session, event_id: str) -> str:
    return f"{_segment(fact.segment, session)} moved {_place(fact.after, session)}"


@change_text.register
def _(fact: SegmentRetitled, session: Session, event_id: str) -> str:
    return f"{session.plan.segment_numbers[fact.segment]} renamed {fact.title}"


@change_text.register
def _(fact: SegmentLengthSet, session: Session, event_id: str) -> str:
    return f"{_segment(fact.segment, session)} set to {clock_text(fact.seconds)}"


@change_text.register
def _(fact: HardStopSet, session: Session, event_id: str) -> str:
    return "hard stop removed" if fact.at is None else f"hard stop at {time_text(fact.at, session.timezone)}"


def _segment(segment_id: str, session: Session) -> str:
    return session.plan.name(session.plan.segment(segment_id))


def _place(after: str, session: Session) -> str:
    if not after:
        return "to the start"
    known = after in session.plan.position_by_segment
    return f"after {_segment(after, session)}" if known else "to the end"
