"""The first row: which interview this is, with whom, and what time it is."""

from collections.abc import Sequence

from facilitator.documents.cells import cells, shortened
from facilitator.documents.styled_text import Line, Span, line
from facilitator.domain.session.state import Session
from facilitator.domain.time.clock_face import ClockFace
from facilitator.domain.time.time_of_day import both_zones, time_of_day, times_of_day
from facilitator.ui.toolkit.pane import Pane

LEAST_TITLE = 20
"""The width, in cells, that the title keeps; otherwise the facts get shorter."""


class Banner(Pane):
    """Title and candidate on the left; deviation, expected end and time of day on the right."""

    session: Session | None = None
    face: ClockFace
    now: int

    def __init__(self, local_zone: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.local_zone = local_zone

    def show(self, session: Session, face: ClockFace, now: int) -> None:
        self.session, self.face, self.now = session, face, now
        self.renew()

    def lines_for(self, width: int) -> Sequence[Line]:
        if self.session is None:
            return ()
        right = self._facts(self.session, width)
        room = max(0, width - cells(right) - 2)
        title = self.session.agenda.title
        candidate = self.session.candidate
        left = shortened(title, room)
        with_whom = f" · {candidate}" if candidate and cells(left) + cells(candidate) + 3 <= room else ""
        gap = " " * max(1, width - cells(left) - cells(with_whom) - cells(right))
        return [line(Span(left, "title"), Span(with_whom, "muted"), gap, Span(right, "muted"))]

    def _facts(self, session: Session, width: int) -> str:
        """Return the facts in both zones if they differ and there is room, else in the session's."""
        zones = (self.local_zone or session.timezone, session.timezone)
        shown = (banner_facts(session, self.face, self.now, zone) for zone in zones)
        wordings = ["   ".join(facts) for facts in shown]
        fitting = (words for words in wordings if width - cells(words) >= LEAST_TITLE)
        return next(fitting, time_of_day(session, self.now))


def banner_facts(session: Session, face: ClockFace, now: int, local_zone: str) -> list[str]:
    """Return deviation, expected end and time of day; the times also in `local_zone` if that differs."""
    seen_at = session.wall_time(now)
    ends_at = both_zones(face.ends_at, session.timezone, local_zone, seen_at)
    time = times_of_day(session, now, local_zone)
    if session.started_at is None and session.cancelled is not None:
        return ["not held", time]
    if session.started_at is None:
        plan = session.planned_start_at
        begins = [f"planned {both_zones(plan, session.timezone, local_zone, seen_at)}"] if plan is not None else []
        return [*begins, f"ends {ends_at} if started now", time]
    ends = "ended" if session.ended_at is not None else "ends"
    return [face.deviation, ", ".join(filter(None, (f"{ends} {ends_at}", face.lateness))), time]
