"""How a session is opened: the local times of the agenda become instants, and the session gets its id."""

from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.text.dates import iso_day, local_instant, next_local_instant
from facilitator.domain.text.plain_text import one_line, slug


def opening(
    agenda: Agenda, candidate: str, now: int, timezone: str, starts: str | None = None, source: str = ""
) -> SessionOpened:
    """Return the fact that opens a session of `agenda` at `now` (ms).

    `timezone` (an IANA name) is used if the agenda names none. `starts` overrides the agenda's own; both are
    `YYYY-MM-DD HH:MM`, or just `HH:MM` on the day of `now`. The hard stop is the first such time after the start.
    Raises ValueError for a start in another form.
    """
    name = agenda.timezone or timezone
    written = starts or agenda.starts
    start = local_instant(written, now, name) if written else None
    stop = next_local_instant(agenda.hard_stop, now if start is None else start, name) if agenda.hard_stop else None
    return SessionOpened(
        agenda=agenda,
        source=one_line(source),
        candidate=one_line(candidate),
        timezone=name,
        planned_start_at=start,
        hard_stop_at=stop,
    )


def session_id(opened: SessionOpened, now: int, suffix: str) -> str:
    """Return a session id from day, title and a unique suffix: `2026-12-01-vp-sales-final-round-3f2a`."""
    day = iso_day(now, opened.timezone)
    return "-".join(part for part in (day, slug(opened.agenda.title, 40), suffix) if part)
