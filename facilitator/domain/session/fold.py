"""The fold: how facts add up to a session.

The state is what `fold` returns: the events in their shared order, without those that were taken back, applied one
after the other from the opening. Applying never fails: a fact that names something unknown, or comes when it has no
meaning, changes nothing. So any set of events has a state, which is the same everywhere.
"""

from collections.abc import Iterable, Sequence, Set
from itertools import chain, pairwise, starmap
from operator import lt
from typing import cast

from msgspec import NODEFAULT
from msgspec.structs import astuple, fields

from facilitator.domain.facts.event import Event, Stamp, order_of
from facilitator.domain.facts.kinds.notes import NoteErased, NoteKeyLeft, NoteShown, NotesOpened
from facilitator.domain.facts.kinds.panel import ClockHandedOver, ClockTaken, DeviceAdmitted, DeviceRemoved, KeyRotated
from facilitator.domain.facts.kinds.people import PanelistReady
from facilitator.domain.facts.kinds.ratings import ScorecardChanged, ScorecardOpened, ScorecardSealed, ScorecardsOpened
from facilitator.domain.facts.kinds.running import ClockAnchored
from facilitator.domain.facts.kinds.session import Revoked, SessionOpened
from facilitator.domain.plan.plan import Plan
from facilitator.domain.session.apply import APPLIERS
from facilitator.domain.session.apply.candidate import keep_name
from facilitator.domain.session.apply.notes import keep_undone
from facilitator.domain.session.authority import judge
from facilitator.domain.session.card_record import SealedFact
from facilitator.domain.session.numbering import LETTERS, keep_number
from facilitator.domain.session.persistent import PersistentDict, PersistentList
from facilitator.domain.session.state import Act, Note, Session, Undone
from facilitator.domain.text.plain_text import unbroken

PERMANENT = frozenset[type](
    {
        SessionOpened,
        ClockAnchored,
        PanelistReady,
        ScorecardSealed,
        ScorecardsOpened,
        ScorecardOpened,
        ScorecardChanged,
        NotesOpened,
        NoteShown,
        NoteKeyLeft,
        NoteErased,
        DeviceAdmitted,
        DeviceRemoved,
        KeyRotated,
        ClockHandedOver,
        ClockTaken,
    }
)
"""Facts that can't be taken back: those that nobody decided on, cards and keys, as nobody can unread one, the panel's.
Nothing brings back what was erased.

Who is ready isn't either: whoever says it again replaces what they want.
"""

_CONTAINERS = tuple(place for place, field in enumerate(fields(Session)) if field.default_factory is not NODEFAULT)


def fold(arrived: Iterable[Event]) -> Session:
    """Return the state that a set of events adds up to, in whatever order and however often they arrived.

    Raises ValueError if no event opens a session.
    """
    standing, _ = judge(in_order(arrived))
    return fold_in_order(standing)


def fold_in_order(ordered: Iterable[Event]) -> Session:
    """Fold events that stand, in order (see `authority`). Raises ValueError if none opens a session."""
    ordered = tuple(ordered)
    revocations = _revocations(ordered)
    revoked = {group for _, group in revocations}
    for event in ordered:
        if isinstance(event.fact, SessionOpened):
            session = _opened(event, event.fact)
            break
    else:
        raise ValueError("no event opens the session")
    session.gaps = _gaps(ordered, session.agenda.lead.id)
    notes: dict[str, Note] = {}
    session.notes = cast(PersistentDict[Note], notes)  # faster for thousands of notes, and nobody shares it yet
    acts: list[Event] = []
    session.acts = cast(PersistentList[Event], acts)
    sealed: dict[str, SealedFact] = {}
    session.sealed = cast(PersistentDict[SealedFact], sealed)
    _apply(session, ordered, revoked)
    session.notes, session.acts = PersistentDict(notes), PersistentList(acts)
    session.sealed = PersistentDict(sealed)
    if revocations:
        session.undone = _undone(ordered, revocations, session)
    return session


def applied(session: Session, event: Event, revoked: Set[str] = frozenset()) -> Session:
    """Return a copy of `session` with `event` applied to it, unless its group is one of those that were taken back.

    `event` must be the last in the order.
    """
    values = list(astuple(session))
    for place in _CONTAINERS:
        values[place] = values[place].copy()
    draft = Session(*values)
    _apply(draft, (event,), revoked)
    return draft


def in_order(arrived: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in their shared order, each once. From a single device they already arrive like that."""
    arrived = tuple(arrived)
    if all(starmap(lt, pairwise(map(order_of, arrived)))):
        return arrived
    by_order = dict(zip(map(order_of, arrived), arrived, strict=True))
    return tuple(by_order[order] for order in sorted(by_order))


def _gaps(ordered: Iterable[Event], lead: str) -> tuple[int, ...]:
    """Return the numbers of notes that were erased, among those from before there was a panel, which are the lead's.

    On a panel these are called by the host's letter and their number; a note that is called otherwise was none of them.
    """
    gaps, letter = set[int](), ""
    for event in ordered:
        fact = event.fact
        if isinstance(fact, DeviceAdmitted):
            letter = letter or fact.letter or LETTERS[0]
        elif (
            isinstance(fact, NoteErased)
            and (not letter or event.author.panelist == lead)
            and fact.label.removeprefix(letter) == str(fact.number)
        ):
            gaps.add(fact.number)
    return tuple(sorted(gaps - {0}))


def revoked_groups(ordered: Iterable[Event]) -> frozenset[str]:
    """Return the groups that were taken back."""
    return frozenset(group for _, group in _revocations(ordered))


def _revocations(ordered: Iterable[Event]) -> list[tuple[Event, str]]:
    """Return each `Revoked` that stands, with the group that it takes back; a later one may take it back in turn."""
    revocations = [(event, event.fact.group) for event in ordered if type(event.fact) is Revoked]
    revoked: set[str] = set()
    for event, group in reversed(revocations):
        if event.group not in revoked:
            revoked.add(group)
    return [(event, group) for event, group in revocations if event.group not in revoked]


def _undone(ordered: Sequence[Event], revocations: Sequence[tuple[Event, str]], session: Session) -> list[Undone]:
    """Return what was taken back since anything was done last: as in every editor, a new act leaves nothing to redo.

    On a panel of several devices, everybody's own acts count.
    """
    revoked = {group for _, group in revocations}
    acts: dict[str, Act] = {}
    for event in ordered:
        if event.group in revoked and _is_act(event):
            acts[event.group] = (*acts.get(event.group, ()), event)
    last: dict[str, tuple[Stamp, str]] = {}
    for event in (*chain(*acts.values()), *session.acts):
        author = event.author.panelist if session.devices else ""
        last[author] = max(last.get(author, event.order), event.order)
    by_act: dict[tuple[str, str], list[str]] = {}
    for event, group in revocations:
        author = event.author.panelist if session.devices else ""
        if group in acts and (author not in last or event.order > last[author]):
            by_act.setdefault((group, author), []).append(event.group)
    return [Undone(acts[group], tuple(by), author) for (group, author), by in by_act.items()]


def _is_act(event: Event) -> bool:
    return type(event.fact) in APPLIERS and type(event.fact) not in PERMANENT


def _opened(event: Event, fact: SessionOpened) -> Session:
    candidate = unbroken(fact.candidate)
    return Session(
        id=event.session,
        agenda=fact.agenda,
        plan=Plan.of(fact.agenda),
        opened_at=event.at,
        clock_owner=fact.agenda.lead.id if fact.agenda.panel else "",
        source=fact.source,
        candidate=candidate,
        names=(candidate,) if candidate else (),
        timezone=fact.timezone,
        planned_start_at=fact.planned_start_at,
        hard_stop_at=fact.hard_stop_at,
        start_time=fact.start_time,
        card_rules=fact.card_rules,
    )


def _apply(session: Session, ordered: Sequence[Event], revoked: Set[str]) -> None:
    """Apply events. Each that means something, and can be taken back, is an act's; then there is nothing to redo."""
    acts = session.acts
    for event in ordered:
        kind = type(event.fact)
        applier = APPLIERS.get(kind)
        if applier is None:
            continue
        if revoked and event.group in revoked and kind not in PERMANENT:
            keep_undone(session, event, keep_number(session, event))
            keep_name(session, event)
            continue
        if not applier(session, event, event.fact) or kind in PERMANENT:
            continue
        if session.undone:
            session.undone = _left_undone(session, event)
        acts.append(event)
    if session.devices:
        _keep_last(session, ordered)
    else:
        session.numbers.clear()


def _keep_last(session: Session, ordered: Iterable[Event]) -> None:
    """Keep up to when the events of each device are here: also those that mean nothing, or were taken back."""
    last_at = dict.fromkeys(session.devices, 0) | session.last_at
    for event in ordered:
        device, at = event.stamp.author.device, event.at
        if at > last_at.get(device, at):
            last_at[device] = at
    session.last_at = {device: at for device, at in last_at.items() if at}


def _left_undone(session: Session, event: Event) -> list[Undone]:
    """Return what can still be brought back once something new is done: on a panel, what others took back."""
    if not session.devices:
        return []
    return [undone for undone in session.undone if undone.author != event.author.panelist]


APPLIED = frozenset(APPLIERS)
"""The kinds of fact that have an applier; a test compares them with `AnyFact`."""

__all__ = ["APPLIED", "PERMANENT", "applied", "fold", "in_order"]
