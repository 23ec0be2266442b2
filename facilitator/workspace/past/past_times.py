"""How long the parts of past interviews took, and what that lets expect of an agenda."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from facilitator.conducting import read
from facilitator.domain.debrief.timing_rows import timing_facts
from facilitator.domain.plan.agenda import Agenda
from facilitator.files.durable import StorageError
from facilitator.preparing.advice.forecast import Forecast, TimesByKind, forecast

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace

MOST_SESSIONS = 40
"""How many count, the latest first: habits change."""
MOST_READ = 100
"""How many journals are read at most, those of practice among them: each takes a moment."""
SHORTEST_SHARE = 0.25
"""What took less of its plan than this was a trial."""
DEVICES_OF_PRACTICE = ("demo", "rehearsal")


def forecast_of(workspace: "Workspace", agenda: Agenda) -> Forecast | None:
    """Return the forecast for an agenda from the interviews that were held here.

    None if there are none, or if they can't be read: an agenda can be checked without them.
    """
    try:
        past = workspace.home.disk.do(lambda: tuple(islice(_past_times(workspace), MOST_SESSIONS)))
    except (StorageError, OSError):
        return None
    return forecast(agenda, past) if past else None


def _past_times(workspace: "Workspace") -> Iterator[TimesByKind]:
    """Yield the times of each interview that was held to its end, the latest first, without those of practice."""
    if not workspace.home.session_ids():
        return
    ended = (entry for entry in workspace.entries(in_haste=True) if entry.status == "ended" and entry.started_at)
    for entry in islice(ended, MOST_READ):
        try:
            events = workspace.events(entry.session)
            session = read(events).session
        except (StorageError, ValueError):
            continue
        times = timing_facts(session, max(event.at for event in events)).by_kind
        actual = sum(one.actual for one in times.values())
        is_practice = events[0].author.device in DEVICES_OF_PRACTICE
        if not is_practice and actual >= SHORTEST_SHARE * session.agenda.planned_seconds:
            yield times
