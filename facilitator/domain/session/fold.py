"""The fold: how facts add up to a session.

`fold` is the definition: the events in their one order, less those taken back, stepped through from
the opening. A step never fails: a fact that names something unknown, or comes when it means
nothing, changes nothing. So any set of events has a state, and the same one everywhere.
"""

import copy
from collections.abc import Iterable, Sequence
from itertools import pairwise, starmap
from operator import attrgetter, lt
from typing import cast

from msgspec import NODEFAULT
from msgspec.structs import fields

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.ratings import ScorecardOpened, ScorecardSealed, ScorecardsOpened
from facilitator.domain.facts.kinds.running import ClockAnchored
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.session.apply import APPLIERS
from facilitator.domain.session.persistent import PersistentDict
from facilitator.domain.session.state import Note, Session

PERMANENT = frozenset[type](
    {
        SessionOpened,
        ClockAnchored,
        ScorecardSealed,
        ScorecardsOpened,
        ScorecardOpened,
    }
)
"""Facts that nobody takes back: those that nobody decided, and cards, since what was read can't be unread."""

_order = attrgetter("stamp", "id")  # `Event.order`, in C

_CONTAINERS = tuple(field.name for field in fields(Session) if field.default_factory is not NODEFAULT)


def fold(arrived: Iterable[Event]) -> Session:
    """The state that a set of events adds up to, whatever their order and however often each arrived.

    Raises ValueError if no event opens a session.
    """
    return fold_in_order(in_order(arrived))


def fold_in_order(ordered: Iterable[Event]) -> Session:
    """The same, of events that are in order, each once."""
    standing = _standing(tuple(ordered))
    for event in standing:
        if isinstance(event.fact, SessionOpened):
            session = _opened(event, event.fact)
            break
    else:
        raise ValueError("no event opens the session")
    notes: dict[str, Note] = {}
    session.notes = cast(PersistentDict[Note], notes)  # thousands may come, and nobody has a copy yet
    _step_through(session, standing)
    session.notes = PersistentDict(notes)
    return session


def applied(session: Session, event: Event) -> Session:
    """A copy of `session` with `event`, the last in the order, stepped in; its containers are copied in C."""
    draft = copy.copy(session)
    for name in _CONTAINERS:
        setattr(draft, name, getattr(session, name).copy())
    _step_through(draft, (event,))
    return draft


def in_order(arrived: Iterable[Event]) -> tuple[Event, ...]:
    """The events in their one order, each once. What one device recorded has arrived so."""
    arrived = tuple(arrived)
    if all(starmap(lt, pairwise(map(_order, arrived)))):
        return arrived
    by_order = dict(zip(map(_order, arrived), arrived, strict=True))
    return tuple(by_order[order] for order in sorted(by_order))


def _standing(ordered: Sequence[Event]) -> Sequence[Event]:
    """The events that were not taken back. A `Revoked` may itself be taken back, by a later one."""
    revocations = [(event.group, event.fact.group) for event in ordered if type(event.fact) is Revoked]
    if not revocations:
        return ordered
    revoked: set[str] = set()
    for by, group in reversed(revocations):
        if by not in revoked:
            revoked.add(group)
    return [event for event in ordered if event.group not in revoked or type(event.fact) in PERMANENT]


def _opened(event: Event, fact: SessionOpened) -> Session:
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


def _step_through(session: Session, ordered: Iterable[Event]) -> None:
    last = session.last_done
    for event in ordered:
        kind = type(event.fact)
        step = APPLIERS.get(kind)
        if step is None:
            continue
        step(session, event, event.fact)
        if kind not in PERMANENT and (last is None or last.group != event.group):
            last = session.last_done = event


APPLIED = frozenset(APPLIERS)
"""The kinds of fact that the fold knows; a test holds it against the facts that exist."""

__all__ = ["APPLIED", "PERMANENT", "applied", "fold", "in_order"]
