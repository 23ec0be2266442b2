"""Apply the facts about what was noticed later of the clock: a pause after the fact, another sitting, the day."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.sittings import DayChosen, PauseAdded, SittingBegan
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.state import Pause, Session


@on(PauseAdded)
def _pause_added(session: Session, event: Event, fact: PauseAdded) -> bool:
    """Add what wasn't paused already, so that the pauses stay in order of time and apart from each other."""
    if session.started_at is None:
        return False
    latest = event.at if session.ended_at is None else min(event.at, session.ended_at)
    starts_at, ends_at = max(fact.started_at, session.started_at), min(fact.ended_at, latest)
    added = [Pause(starts_at, ends_at)] if starts_at < ends_at else []
    for pause in session.pauses:
        added = list(_without(added, pause.started_at, pause.ended_at))
    session.pauses = _in_order([*session.pauses, *added])
    return bool(added)


@on(SittingBegan)
def _sitting_began(session: Session, event: Event, fact: SittingBegan) -> bool:
    """Put a gap between two sittings sits in for whatever was paused then; the clock goes on after it."""
    began_at = min(fact.began_at, event.at)
    if session.started_at is None or session.ended_at is not None or began_at <= session.started_at:
        return False
    ended_at = max(fact.ended_at, session.started_at)
    if ended_at >= began_at:
        return False
    if session.is_paused:
        session.pauses[-1] = replace(session.pauses[-1], ended_at=max(began_at, session.pauses[-1].started_at))
    kept = _without(session.pauses, ended_at, began_at)
    session.pauses = _in_order([*kept, Pause(ended_at, began_at, between_sittings=True)])
    return True


@on(DayChosen)
def _day_chosen(session: Session, event: Event, fact: DayChosen) -> bool:
    if fact.planned_start_at is not None:
        session.planned_start_at = fact.planned_start_at
    if fact.hard_stop_at is not None:
        session.hard_stop_at = fact.hard_stop_at
    return fact != DayChosen()


def _in_order(pauses: Sequence[Pause]) -> list[Pause]:
    return sorted(pauses, key=attrgetter("started_at"))


def _without(pauses: Sequence[Pause], starts_at: int, ends_at: int | None) -> Iterator[Pause]:
    """Yield what lies outside of a stretch of time, which is open if `ends_at` is None."""
    for pause in pauses:
        if pause.ended_at is not None and pause.ended_at <= starts_at:
            yield pause
            continue
        if pause.started_at < starts_at:
            yield replace(pause, ended_at=starts_at)
        if ends_at is not None and (pause.ended_at is None or pause.ended_at > ends_at):
            yield replace(pause, started_at=max(pause.started_at, ends_at))
