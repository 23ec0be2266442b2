"""The debrief's part on the people: who was there, since when and for whom, and that an interview was called off.

Separate because it follows from who came and went, not from what was said.
"""

from msgspec import Struct
from msgspec.structs import asdict

from facilitator.domain.debrief.change_rows import change_text
from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.people import PanelistAbsent, PanelistArrived, StandInNamed
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.questions.participation import has_been_heard
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_text


class PersonRow(Panelist, frozen=True, kw_only=True):
    """Somebody who was on the panel; `lead` is who led in the end.

    `joined` and `left` are set only if that was while the interview ran, `joined` of who wasn't there at the start; who
    is not `present` and never `left` wasn't there. `stands_in_for` are the ids of those whose place they took.
    """

    present: bool = True
    joined: str | None = None
    left: str | None = None
    stands_in_for: tuple[str, ...] = ()


class CancelledRow(Struct, frozen=True, kw_only=True):
    """When and why the interview was called off or, if it had begun, cut off; with `no_show`, nobody came."""

    at: str
    reason: str
    no_show: bool


def people_rows(session: Session) -> tuple[PersonRow, ...]:
    """Return everybody who was on the panel, in the order in which they came to it."""
    plan = session.plan
    return tuple(
        PersonRow(
            **asdict(panelist) | {"lead": panelist.id == plan.lead.id},
            present=panelist.id not in plan.absent,
            joined=_joined(session, panelist),
            left=_left(session, panelist),
            stands_in_for=tuple(absent for absent, by in plan.stand_ins.items() if by == panelist.id),
        )
        for panelist in plan.panel
    )


def cancelled_row(session: Session) -> CancelledRow | None:
    """Return how the interview was called off; None if it wasn't."""
    off = session.cancelled
    if off is None:
        return None
    return CancelledRow(at=iso_text(session.wall_time(off.at)), reason=off.reason, no_show=off.no_show)


def _joined(session: Session, panelist: Panelist) -> str | None:
    """Return when somebody came who wasn't there at the start."""
    came_or_went = _while_it_ran(session, panelist)
    return _at(session, came_or_went[0]) if came_or_went and _has_come(came_or_went[0]) else None


def _left(session: Session, panelist: Panelist) -> str | None:
    """Return when somebody went for good; of who was never heard nor seen it isn't said that they were there."""
    came_or_went = _while_it_ran(session, panelist)
    if panelist.id not in session.plan.absent or not came_or_went:
        return None
    was_seen = any(map(_has_come, came_or_went)) or panelist.id in session.plan.stand_ins.values()
    return _at(session, came_or_went[-1]) if was_seen or has_been_heard(session, panelist.id) else None


def _while_it_ran(session: Session, panelist: Panelist) -> list[Event]:
    """Return the events by which somebody came or went between the start and the end."""
    began_at, ended_at = session.started_at, session.ended_at
    if began_at is None:
        return []
    named = (
        event
        for event in session.changes
        if isinstance(event.fact, PanelistArrived | PanelistAbsent) and event.fact.panelist == panelist.id
    )
    return [event for event in named if began_at < event.at and (ended_at is None or event.at <= ended_at)]


def _has_come(event: Event) -> bool:
    return isinstance(event.fact, PanelistArrived)


def _at(session: Session, event: Event) -> str:
    return iso_text(session.wall_time(event.at))


@change_text.register
def _(fact: PanelistArrived, session: Session, event_id: str) -> str:
    name = session.panelist_name(fact.panelist)
    return f"{name} joined the panel" if fact.name else f"{name} present"


@change_text.register
def _(fact: PanelistAbsent, session: Session, event_id: str) -> str:
    return f"{session.panelist_name(fact.panelist)} absent"


@change_text.register
def _(fact: StandInNamed, session: Session, event_id: str) -> str:
    return f"{session.panelist_name(fact.panelist)} sits in for {session.panelist_name(fact.absent)}"
