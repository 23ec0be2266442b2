"""The debrief's part on the people: who was there, since when and for whom, and that an interview was called off.

Separate because it follows from who came and went, not from what was said.
"""

from msgspec import Struct
from msgspec.structs import asdict

from facilitator.domain.debrief.change_rows import change_text
from facilitator.domain.facts.kinds.people import PanelistAbsent, PanelistArrived, StandInNamed
from facilitator.domain.plan.agenda import Panelist
from facilitator.domain.questions.participation import has_been_heard
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_text


class PersonRow(Panelist, frozen=True, kw_only=True):
    """Somebody who was on the panel; `lead` is who led in the end.

    `joined` and `left` are set only if that was while the interview ran; who is not `present` and never `left` wasn't
    there. `stands_in_for` are the ids of those whose place they took.
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
    came = {event.fact.panelist: event.at for event in session.changes if isinstance(event.fact, PanelistArrived)}
    went = {event.fact.panelist: event.at for event in session.changes if isinstance(event.fact, PanelistAbsent)}
    return tuple(
        PersonRow(
            **asdict(panelist) | {"lead": panelist.id == plan.lead.id},
            present=panelist.id not in plan.absent,
            joined=_while_it_ran(session, came.get(panelist.id)),
            left=_left(session, panelist, came.get(panelist.id), went.get(panelist.id)),
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


def _while_it_ran(session: Session, at: int | None) -> str | None:
    if at is None or session.started_at is None or at <= session.started_at:
        return None
    return None if session.ended_at is not None and at > session.ended_at else iso_text(session.wall_time(at))


def _left(session: Session, panelist: Panelist, came_at: int | None, at: int | None) -> str | None:
    was_there = has_been_heard(session, panelist.id) or _while_it_ran(session, came_at) is not None
    return _while_it_ran(session, at) if was_there and panelist.id in session.plan.absent else None


@change_text.register
def _(fact: PanelistArrived, session: Session, event_id: str) -> str:
    name = session.panelist_name(fact.panelist)
    return f"{name} joined the panel" if fact.name else f"{name} present"


@change_text.register
def _(fact: PanelistAbsent, session: Session, event_id: str) -> str:
    return f"{session.panelist_name(fact.panelist)} absent"


@change_text.register
def _(fact: StandInNamed, session: Session, event_id: str) -> str:
    return f"{session.panelist_name(fact.panelist)} in the place of {session.panelist_name(fact.absent)}"
