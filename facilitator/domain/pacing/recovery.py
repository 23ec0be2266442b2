"""Ways to recover when the interview runs late: for each, the facts that would do it, the new end and the price.

Nothing is changed here. A choice is a group of ordinary facts (time taken from later segments, a segment skipped, a
question dropped), so one `/undo` moves it back. No segment gets shorter than its shortest sensible length, and a
protected one gives time only in a choice of its own that says so.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.questions import QuestionMarked
from facilitator.domain.facts.kinds.running import RunningLateAccepted, SegmentSkipped, TimeAdded
from facilitator.domain.facts.status import Status
from facilitator.domain.pacing.fitting import needed_seconds
from facilitator.domain.pacing.slack import RemainingSegment, running_and_remaining
from facilitator.domain.plan.agenda import Segment
from facilitator.domain.questions.coverage import Covered, coverage
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text, told_lateness
from facilitator.domain.text.plain_text import first_few
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.sittings import room_lost_at
from facilitator.domain.time.timing import Standing

BORROWERS = 3
"""How many segments are offered to borrow from: those that can give most."""

AS_PROMISED = " promised"
"""Ends the word of a way that aims at the promised end instead of the plan's length."""


class Recovery(Struct, frozen=True):
    """A way to recover. `word` chooses it (`/recover trim`), `cost` is its price in words, `facts` carry it out.

    `over_seconds` is how far from the plan the interview would end then, `late_end_seconds` how far from the promised
    end, if that is another figure, `hard_stop_over_seconds` how far from the hard stop, if there is one; positive is
    after it. Only a `protected` choice takes time from a protected segment; its word ends in `!`.
    """

    word: str
    title: str
    cost: str
    facts: tuple[AnyFact, ...]
    gained_seconds: int
    ends_at: int
    over_seconds: int
    late_end_seconds: int | None = None
    hard_stop_over_seconds: int | None = None
    protected: bool = False

    @property
    def is_in_time(self) -> bool:
        """Whether it ends by the hard stop, if there is one."""
        return self.hard_stop_over_seconds is None or self.hard_stop_over_seconds <= 0


def needed_to_recover_seconds(session: Session, now: int) -> int:
    """Return how many seconds must go to keep the planned end and the hard stop; zero if both are kept."""
    return _needed(timing.standing(*as_shown(session, now)))


def recovery_choices(session: Session, now: int) -> tuple[Recovery, ...]:
    """Return the ways to recover, those that take protected time last; none if the interview isn't late.

    They aim at the plan's length and the hard stop; where the plan promised an earlier end, others aim at that. What
    would end behind the hard stop is offered only if nothing else keeps it, save for protected time.
    """
    session, now = as_shown(session, now)
    standing = timing.standing(session, now)
    if session.ended_at is not None:
        return ()
    need, promised = _needed(standing), _needed_as_promised(standing)
    offered = list(_offers(session, need, now)) if need else []
    if promised > need:
        aiming = (offer for offer in _offers(session, promised, now) if offer.word in ("trim", "skip", "drop"))
        known = [offer.facts for offer in offered]
        offered += [offer.as_promised() for offer in aiming if offer.facts not in known]
    choices = [_recovery(session, standing, offer) for offer in offered if offer.facts]
    in_time = [choice for choice in choices if choice.is_in_time]
    return tuple(in_time if any(not choice.protected for choice in in_time) else choices)


def _needed(standing: Standing) -> int:
    if standing.phase is Phase.ENDED:
        return 0
    return int(max(0, standing.over_seconds, standing.hard_stop_over_seconds))


def _needed_as_promised(standing: Standing) -> int:
    """Return how many seconds must go to keep the end that the plan's time of day promised."""
    return max(0, told_lateness(standing.over_seconds, standing.late_end_seconds) or 0)


class _Offer(Struct, frozen=True):
    word: str
    title: str
    cost: str
    facts: tuple[AnyFact, ...]
    gained_ms: int

    def as_promised(self) -> "_Offer":
        return replace(self, word=self.word + AS_PROMISED, title=f"{self.title}, to end as promised")


def _recovery(session: Session, standing: Standing, offer: _Offer) -> Recovery:
    gained = offer.gained_ms // 1000
    late, stop = told_lateness(standing.over_seconds, standing.late_end_seconds), room_lost_at(session)
    return Recovery(
        word=offer.word,
        title=offer.title,
        cost=offer.cost,
        facts=offer.facts,
        gained_seconds=gained,
        ends_at=standing.expected_end_at - offer.gained_ms,
        over_seconds=int(standing.over_seconds) - gained,
        late_end_seconds=None if late is None else late - gained,
        hard_stop_over_seconds=None if stop is None else int(standing.hard_stop_over_seconds) - gained,
        protected=offer.word.endswith("!"),
    )


def _offers(session: Session, need: int, now: int) -> Iterator[_Offer]:
    """Yield the ways to save `need` seconds, or as much of that as each can; those without facts save nothing."""
    giving = running_and_remaining(session, now)
    later = tuple(each for each in giving if each.segment is not session.current)
    rows = [row for row in coverage(session) if row.is_unasked]
    yield from (_trim(giving, need), _skip(session, later, rows, need), _drop(session, giving, rows, need))
    yield from (_borrow(each, need) for each in _givers(giving, need))
    yield _Offer("late", "Run late", "no segment gets shorter", (RunningLateAccepted(),), 0)
    yield from (_borrow_protected(each, need) for each in giving if each.segment.is_protected)


def _trim(later: tuple[RemainingSegment, ...], need: int) -> _Offer:
    """Take time from every segment in proportion to what it can give above its shortest length."""
    taken = shares(need, [giving.spare_seconds for giving in later])
    parts = [(giving.segment, seconds) for giving, seconds in zip(later, taken, strict=True) if seconds]
    return _Offer("trim", "Trim the rest", first_few(map(_less, parts)), _taken(parts), sum(taken) * 1000)


def _skip(session: Session, later: tuple[RemainingSegment, ...], rows: list[Covered], need: int) -> _Offer:
    """Leave out optional segments: the shortest one that is enough, or all of them if none is."""
    unprotected = [giving for giving in later if not giving.segment.is_protected]
    optional = [giving for giving in unprotected if giving.segment.optional and giving.left_ms]
    enough = [giving for giving in optional if giving.left_ms >= need * 1000]
    left_out = [min(enough, key=lambda giving: giving.left_ms)] if enough else optional
    gained = sum(giving.left_ms for giving in left_out)
    facts = tuple(SegmentSkipped(segment=giving.segment.id) for giving in left_out)
    must_asks = _must_asks(session, rows, {giving.segment.id for giving in left_out}, later)
    cost = first_few(f"without “{giving.segment.title}” ({clock_text(giving.left_ms / 1000)})" for giving in left_out)
    return _Offer("skip", "Skip what is optional", cost + must_asks, facts, gained)


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
    cost = f"without {first_few(session.plan.called(row.question) for row in dropped)}" if dropped else ""
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
    cost = f"takes {clock_text(seconds)} of the {clock_text(giving.left_ms / 1000)} promised"
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


def _must_asks(session: Session, rows: list[Covered], left_out: set[str], later: tuple[RemainingSegment, ...]) -> str:
    """Return the must-asks that would be lost with the segments left out, in words."""
    gone = (giving.segment for giving in later if giving.segment.id in left_out)
    asked_in = {question.id for segment in gone for question in segment.questions}
    numbers = [session.plan.called(row.question) for row in rows if row.question.must and row.question.id in asked_in]
    return f"; loses must-ask{'s' * (len(numbers) > 1)} {', '.join(numbers)}" if numbers else ""
