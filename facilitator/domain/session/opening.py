"""How a session is opened: the agenda's local times become instants, and the session gets its name."""

from datetime import datetime, timedelta

from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.text.dates import local, zone
from facilitator.domain.text.plain_text import one_line, slug


def opening(
    agenda: Agenda, candidate: str, now: int, timezone: str, starts: str | None = None, source: str = ""
) -> SessionOpened:
    """The fact that opens a session of `agenda` at `now`.

    `timezone` (IANA) counts where the agenda names none. `starts` overrides the agenda's; both are
    `YYYY-MM-DD HH:MM` or just `HH:MM`, which is on the day of `now`. A hard stop is on the day of the start.
    """
    name = agenda.timezone or timezone
    start = _instant(starts or agenda.starts, now, name)
    return SessionOpened(
        agenda=agenda,
        source=one_line(source),
        candidate=one_line(candidate),
        timezone=name,
        planned_start_at=start,
        hard_stop_at=_next_instant(agenda.hard_stop, start if start is not None else now, name),
    )


def session_id(opened: SessionOpened, now: int, suffix: str) -> str:
    """`2026-12-01-vp-sales-final-round-3f2a`: the day, the title, and a suffix that makes it unique."""
    day = local(now, opened.timezone).date().isoformat()
    return "-".join(part for part in (day, slug(opened.agenda.title, 40), suffix) if part)


def _instant(text: str | None, now: int, timezone: str) -> int | None:
    if not text:
        return None
    if "-" not in text:
        text = f"{local(now, timezone).date().isoformat()} {text.zfill(5)}"
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone(timezone))
    return int(moment.timestamp() * 1000)


def _next_instant(time_of_day: str | None, after: int, timezone: str) -> int | None:
    """The first time after `after` at which the local clock shows `time_of_day`."""
    at = _instant(time_of_day, after, timezone)
    if at is not None and at <= after:
        tomorrow = (local(after, timezone) + timedelta(days=1)).date().isoformat()
        return _instant(f"{tomorrow} {time_of_day}", after, timezone)
    return at
