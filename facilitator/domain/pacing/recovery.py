"""Ways to recover when the interview runs late: for each, the facts that would do it, the new end and the price.

Nothing is changed here. A choice is a group of ordinary facts (time taken from later segments, a segment skipped, a
question dropped), so one `/undo` takes it back. No segment gets shorter than its shortest sensible length, and a
protected one gives time only in a choice of its own that says so.
"""

import math
from collections.abc import Iterable

from msgspec import Struct

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.questions import QuestionMarked
from facilitator.domain.facts.kinds.running import RunningLateAccepted, SegmentSkipped, TimeAdded
from facilitator.domain.facts.status import Status
from facilitator.domain.pacing.fitting import needed_seconds
from facilitator.domain.pacing.slack import RemainingSegment, remaining_segments
from facilitator.domain.plan.agenda import Segment
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time import timing

BORROWERS = 3
"""How many segments are offered to borrow from: those that can give most."""

NAMED = 3
"""How many parts of a price are named before “and 4 more”."""


class Recovery(Struct, frozen=True):
    """A way to recover. `word` chooses it (`/recover trim`), `cost` is its price in words, `facts` carry it out.

    `over_seconds` is how far from the plan the interview would end then; positive is over. Only a `protected` choice
    takes time from a protected segment; its word ends in `!`.
    """

    word: str
    title: str
    cost: str
    facts: tuple[AnyFact, ...]
    gained_seconds: float
    ends_at: int
    over_seconds: float
    protected: bool = False


def needed_to_recover_seconds(session: Session, now: int) -> int:
    """Return how many seconds must go to keep the planned end and the hard stop; zero if both are kept."""
    if session.ended_at is not None:
        return 0
    standing = timing.standing(session, now)
    return max(0, math.ceil(max(standing.over_seconds, standing.hard_stop_over_seconds)))


def recovery_choices(session: Session, now: int) -> tuple[Recovery, ...]:
    """Return the ways to recover, those that take protected time last; none if the interview isn't late."""
    need = needed_to_recover_seconds(session, now)
    if not need:
        return ()
    later = remaining_segments(session, now)
    rows = [row for row in coverage(session) if row.is_unasked]
    offered = [_trim(later, need), _skip(later, rows, need), _drop(session, later, rows, need)]
    offered += [_borrow(giving, need) for giving in _givers(later, need)]
    offered.append(_Offer("late", "Run late", "everything keeps its time", (RunningLateAccepted(),), 0))
    offered += [_borrow_protected(giving, need) for giving in later if giving.segment.is_protected]
    standing = timing.standing(session, now)
    return tuple(
        Recovery(
            offer.word,
            offer.title,
            offer.cost,
            offer.facts,
            offer.gained_ms / 1000,
            standing.expected_end_at - offer.gained_ms,
            standing.over_seconds - offer.gained_ms / 1000,
            offer.word.endswith("!"),
        )
        for offer in offered
        if offer.facts
    )


class _Offer(Struct, frozen=True):
    word: str
    title: str
    cost: str
    facts: tuple[AnyFact, ...]
    gained_ms: int


def _trim(later: tuple[RemainingSegment, ...], need: int) -> _Offer:
    """Take time from every segment in proportion to what it can give above its shortest length."""
    taken = shares(need, [giving.spare_seconds for giving in later])
    parts = [(giving.segment, seconds) for giving, seconds in zip(later, taken, strict=True) if seconds]
    return _Offer("trim", "Trim the rest", _cost(map(_less, parts)), _taken(parts), sum(taken) * 1000)


def _skip(later: tuple[RemainingSegment, ...], rows: list[Covered], need: int) -> _Offer:
    """Leave out optional segments: the shortest one that is enough, or all of them if none is."""
    unprotected = [giving for giving in later if not giving.segment.is_protected]
    optional = [giving for giving in unprotected if giving.segment.optional and giving.left_ms]
    enough = [giving for giving in optional if giving.left_ms >= need * 1000]
    left_out = [min(enough, key=lambda giving: giving.left_ms)] if enough else optional
    gained = sum(giving.left_ms for giving in left_out)
    facts = tuple(SegmentSkipped(segment=giving.segment.id) for giving in left_out)
    must_asks = _must_asks(rows, {giving.segment.id for giving in left_out}, later)
    cost = _cost(f"without “{giving.segment.title}” ({clock_text(giving.left_ms / 1000)})" for giving in left_out)
    return _Offer("skip", "Leave out the optional", cost + must_asks, facts, gained)


def _drop(session: Session, later: tuple[RemainingSegment, ...], rows: list[Covered], need: int) -> _Offer:
    """Drop questions that aren't must-asks, beginning with the last, until it is enough; shorten their segments."""
    room = {giving.segment.id: giving.spare_seconds for giving in later}
    taken: dict[str, int] = {}
    dropped: list[Covered] = []
    for row in reversed(rows):
        segment = session.plan.segment_by_question[row.question.id]
        gain = min(needed_seconds(session, row), room.get(segment.id, 0), need - sum(taken.values()))
        if row.question.must or gain <= 0:
            continue
        room[segment.id] -= gain
        taken[segment.id] = taken.get(segment.id, 0) + gain
        dropped.append(row)
    dropped.reverse()
    marks = tuple(
        QuestionMarked(question=row.question.id, panelist=session.lead.id, status=Status.DROPPED, reason="no time left")
        for row in dropped
    )
    parts = [(giving.segment, taken[giving.segment.id]) for giving in later if giving.segment.id in taken]
    cost = _cost(f"without q{row.question.number}" for row in dropped)
    return _Offer("drop", "Drop questions", cost, (*marks, *_taken(parts)), sum(taken.values()) * 1000)


def _givers(later: tuple[RemainingSegment, ...], need: int) -> list[RemainingSegment]:
    """Return the segments that can give most, in the order of the agenda; none if only one can give anything."""
    able = sorted((giving for giving in later if giving.spare_seconds), key=lambda giving: -giving.spare_seconds)
    return sorted(able[:BORROWERS], key=lambda giving: giving.number) if len(able) > 1 else []


def _borrow(giving: RemainingSegment, need: int) -> _Offer:
    seconds = min(need, giving.room_seconds)
    parts = [(giving.segment, seconds)]
    title = f"Borrow from “{giving.segment.title}”"
    return _Offer(f"from {giving.number}", title, _less(parts[0]), _taken(parts), seconds * 1000)


def _borrow_protected(giving: RemainingSegment, need: int) -> _Offer:
    seconds = min(need, giving.room_seconds)
    offer = _borrow(giving, need)
    cost = f"{clock_text(seconds)} of {clock_text(giving.left_ms / 1000)} that were promised"
    return _Offer(f"{offer.word}!", offer.title, cost, _taken([(giving.segment, seconds)]), offer.gained_ms)


def shares(need: int, rooms: list[int]) -> list[int]:
    """Split `need` in proportion to `rooms`, into whole numbers that add up to it, or to all the room if that is less.

    The rest goes to the largest remainders (Hamilton's method).
    """
    total = sum(rooms)
    need = min(need, total)
    if not need:
        return [0] * len(rooms)
    split = [need * room // total for room in rooms]
    by_remainder = sorted(range(len(rooms)), key=lambda place: -(need * rooms[place] % total))
    for place in by_remainder[: need - sum(split)]:
        split[place] += 1
    return split


def _taken(parts: list[tuple[Segment, int]]) -> tuple[AnyFact, ...]:
    return tuple(TimeAdded(segment=segment.id, seconds=-seconds) for segment, seconds in parts if seconds)


def _less(part: tuple[Segment, int]) -> str:
    return f"{clock_text(part[1])} less for “{part[0].title}”"


def _must_asks(rows: list[Covered], left_out: set[str], later: tuple[RemainingSegment, ...]) -> str:
    """Return the must-asks that would be lost with the segments left out, in words."""
    gone = (giving.segment for giving in later if giving.segment.id in left_out)
    asked_in = {question.id for segment in gone for question in segment.questions}
    numbers = [f"q{row.question.number}" for row in rows if row.question.must and row.question.id in asked_in]
    return f"; a must-ask goes with it: {', '.join(numbers)}" if numbers else ""


def _cost(parts: Iterable[str]) -> str:
    named = list(parts)
    more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
    return ", ".join(named[:NAMED]) + more
