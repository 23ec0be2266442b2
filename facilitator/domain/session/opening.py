"""How a session is opened and begun: local times become instants, and the session gets its id."""

from facilitator.domain.facts.kinds.session import STRICT, SessionOpened
from facilitator.domain.facts.kinds.sittings import DayChosen
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import iso_day, time_text
from facilitator.domain.text.local_instants import local_instant, nearest_local_instant, next_local_instant
from facilitator.domain.text.plain_text import one_line, slug


def opening(
    agenda: Agenda, candidate: str, now: int, timezone: str, starts: str | None = None, source: str = ""
) -> SessionOpened:
    """Return the fact that opens a session of `agenda` at `now` (ms).

    `timezone` (an IANA name) is used if the agenda names none. `starts` overrides the agenda's own; both are
    `YYYY-MM-DD HH:MM`, or just `HH:MM`, which means the nearest such time. The hard stop is the first such time after
    the start; without a start, the nearest. Raises ValueError for a start in another form.
    """
    name = agenda.timezone or timezone
    written = starts or agenda.starts or ""
    is_dated = "-" in written
    if is_dated:
        start: int | None = local_instant(written, now, name)
    else:
        start = nearest_local_instant(written, now, name) if written else None
    return SessionOpened(
        agenda=agenda,
        source=one_line(source),
        candidate=one_line(candidate),
        timezone=name,
        planned_start_at=start,
        hard_stop_at=_hard_stop(agenda, start, now, name),
        start_time="" if is_dated else written,
        card_rules=STRICT,
    )


def day_chosen(session: Session, now: int) -> DayChosen | None:
    """Return which day the times without a date mean if the interview begins at `now`; None if that has not changed.

    `now` is on the wall clock (ms). A hard stop that isn't the agenda's any more stays as it was set.
    """
    start, stop = session.planned_start_at, session.hard_stop_at
    if session.start_time:
        start = nearest_local_instant(session.start_time, now, session.timezone)
    is_the_agendas = stop is not None and time_text(stop, session.timezone) == session.agenda.hard_stop
    if is_the_agendas and (session.start_time or start is None):
        stop = _hard_stop(session.agenda, start, now, session.timezone)
    if (start, stop) == (session.planned_start_at, session.hard_stop_at):
        return None
    return DayChosen(planned_start_at=start, hard_stop_at=stop)


def _hard_stop(agenda: Agenda, start: int | None, now: int, timezone: str) -> int | None:
    if not agenda.hard_stop:
        return None
    if start is None:
        return nearest_local_instant(agenda.hard_stop, now, timezone)
    return next_local_instant(agenda.hard_stop, start, timezone)


def session_id(opened: SessionOpened, now: int, suffix: str) -> str:
    """Return a session id from day, title and a unique suffix: `2026-12-01-vp-sales-final-round-3f2a`."""
    day = iso_day(now, opened.timezone)
    return "-".join(part for part in (day, slug(opened.agenda.title, 40), suffix) if part)
