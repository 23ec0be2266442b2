"""The fold: how facts add up to a session.

The state is what `fold` returns: the events in their shared order, without those that were taken back, applied one
after the other from the opening. Applying never fails: a fact that names something unknown, or comes when it has no
meaning, changes nothing. So any set of events has a state, which is the same everywhere.
"""

import copy
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise, starmap
from operator import attrgetter, lt
from typing import cast

from msgspec import NODEFAULT
from msgspec.structs import fields

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.ratings import ScorecardOpened, ScorecardSealed, ScorecardsOpened
from facilitator.domain.facts.kinds.running import ClockAnchored
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.apply import APPLIERS
from facilitator.domain.session.persistent import PersistentDict
from facilitator.domain.session.state import Note, Session, Undone

PERMANENT = frozenset[type](
    {
        SessionOpened,
        ClockAnchored,
        ScorecardSealed,
        ScorecardsOpened,
        ScorecardOpened,
    }
)
"""Facts that can't be taken back: those that nobody decided on, and cards, since nobody can unread one."""

_order = attrgetter("stamp", "id")  # the same as `Event.order`, but in C

_CONTAINERS = tuple(field.name for field in fields(Session) if field.default_factory is not NODEFAULT)


def fold(arrived: Iterable[Event]) -> Session:
    """Return the state that a set of events adds up to, in whatever order and however often they arrived.

    Raises ValueError if no event opens a session.
    """
    return fold_in_order(in_order(arrived))


def fold_in_order(ordered: Iterable[Event]) -> Session:
    """Fold events that are already in order, each once. Raises ValueError if none opens a session."""
    ordered = tuple(ordered)
    revocations = _revocations(ordered)
    standing = _standing(ordered, {group for _, group in revocations})
    for event in standing:
        if isinstance(event.fact, SessionOpened):
            session = _opened(event, event.fact)
            break
    else:
        raise ValueError("no event opens the session")
    notes: dict[str, Note] = {}
    session.notes = cast(PersistentDict[Note], notes)  # faster for thousands of notes, and nobody shares it yet
    _apply(session, standing)
    session.notes = PersistentDict(notes)
    if revocations:
        session.undone = _undone(ordered, revocations, session)
    return session


def applied(session: Session, event: Event) -> Session:
    """Return a copy of `session` with `event` applied to it; `event` must be the last in the order."""
    draft = copy.copy(session)
    for name in _CONTAINERS:
        setattr(draft, name, getattr(session, name).copy())
    _apply(draft, (event,))
    return draft


def in_order(arrived: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in their shared order, each once. From a single device they already arrive like that."""
    arrived = tuple(arrived)
    if all(starmap(lt, pairwise(map(_order, arrived)))):
        return arrived
    by_order = dict(zip(map(_order, arrived), arrived, strict=True))
    return tuple(by_order[order] for order in sorted(by_order))


def _standing(ordered: Sequence[Event], revoked: Set[str]) -> Sequence[Event]:
    """Return the events that weren't taken back."""
    if not revoked:
        return ordered
    return [event for event in ordered if event.group not in revoked or type(event.fact) in PERMANENT]


def _revocations(ordered: Iterable[Event]) -> list[tuple[Event, str]]:
    """Return each `Revoked` that stands, with the group that it takes back; a later one may take it back in turn."""
    revocations = [(event, event.fact.group) for event in ordered if type(event.fact) is Revoked]
    revoked: set[str] = set()
    for event, group in reversed(revocations):
        if event.group not in revoked:
            revoked.add(group)
    return [(event, group) for event, group in revocations if event.group not in revoked]


def _undone(ordered: Sequence[Event], revocations: Sequence[tuple[Event, str]], session: Session) -> list[Undone]:
    """Return what was taken back since anything was done last: as in every editor, a new act leaves nothing to redo."""
    revoked = {group for _, group in revocations}
    acts = {event.group: event for event in reversed(ordered) if event.group in revoked and _is_act(event)}
    last = max((act.order for act in (*acts.values(), *session.acts)), default=None)
    by_act: dict[str, list[str]] = {}
    for event, group in revocations:
        if group in acts and last is not None and event.order > last:
            by_act.setdefault(group, []).append(event.group)
    return [Undone(acts[group], tuple(by)) for group, by in by_act.items()]


def _is_act(event: Event) -> bool:
    return type(event.fact) in APPLIERS and type(event.fact) not in PERMANENT


def _opened(event: Event, fact: SessionOpened) -> Session:
    return Session(
        id=event.session,
        agenda=fact.agenda,
        plan=Plan.of(fact.agenda),
        opened_at=event.at,
        source=fact.source,
        candidate=fact.candidate,
        timezone=fact.timezone,
        planned_start_at=fact.planned_start_at,
        hard_stop_at=fact.hard_stop_at,
        start_time=fact.start_time,
    )


def _apply(session: Session, ordered: Iterable[Event]) -> None:
    """Apply events. Each that means something, and can be taken back, is an act; after it there is nothing to redo."""
    acts = session.acts
    for event in ordered:
        kind = type(event.fact)
        applier = APPLIERS.get(kind)
        if applier is None or not applier(session, event, event.fact) or kind in PERMANENT:
            continue
        session.undone.clear()
        if event.id == event.group or all(act.group != event.group for act in acts):
            acts.append(event)


APPLIED = frozenset(APPLIERS)
"""The kinds of fact that have an applier; a test compares them with `AnyFact`."""

__all__ = ["APPLIED", "PERMANENT", "applied", "fold", "in_order"]
