"""When each question was put, for markers in a recording: no row of the debrief says it."""

from facilitator.domain.facts.status import Status
from facilitator.domain.session.state import Session
from facilitator.domain.time.as_shown import whole


def asked_at_seconds(session: Session) -> dict[str, int]:
    """Return how many seconds after the start each question was first marked as asked, partly or wholly covered."""
    began_at = session.started_at if session.started_at is not None else session.opened_at
    asked: dict[str, int] = {}
    for mark in sorted(session.marks, key=lambda mark: mark.at):
        if mark.status not in (Status.PLANNED, Status.DROPPED):
            asked.setdefault(mark.question, (whole(mark.at) - whole(began_at)) // 1000)
    return asked
