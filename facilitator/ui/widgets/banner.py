"""The first row: which interview this is, with whom, and what time it is."""

from collections.abc import Sequence

from rich.cells import cell_len

from facilitator.domain.clock_face import ClockFace
from facilitator.domain.local_time import time_text
from facilitator.domain.session import Session
from facilitator.domain.time_of_day import time_of_day
from facilitator.ui.lines import Line, Span, line, shortened
from facilitator.ui.widgets.pane import Pane


class Banner(Pane):
    """Title and candidate on the left; over or under, expected end and time of day on the right."""

    session: Session | None = None
    face: ClockFace
    now: int

    def show(self, session: Session, face: ClockFace, now: int) -> None:
        self.session, self.face, self.now = session, face, now
        self.renew()

    def lines_for(self, width: int) -> Sequence[Line]:
        if self.session is None:
            return ()
        facts = banner_facts(self.session, self.face, self.now)
        right = facts[-1] if width < 50 else "   ".join(facts)
        room = max(0, width - cell_len(right) - 2)
        title = self.session.agenda.title
        candidate = self.session.candidate
        left = shortened(title, room)
        with_whom = f" · {candidate}" if candidate and cell_len(left) + cell_len(candidate) + 3 <= room else ""
        gap = " " * max(1, width - cell_len(left) - cell_len(with_whom) - cell_len(right))
        return [line(Span(left, "title"), Span(with_whom, "muted"), gap, Span(right, "muted"))]


def banner_facts(session: Session, face: ClockFace, now: int) -> list[str]:
    """What the right end says: the deviation, the expected end, the time of day."""
    zone = session.timezone
    if session.started_at is None:
        plan = session.planned_start_at
        begins = [f"planned for {time_text(plan, zone)}"] if plan is not None else []
        return [*begins, f"would end {time_text(face.ends_at, zone)}", time_of_day(session, now)]
    ends = "ended" if session.ended_at is not None else "ends"
    return [face.deviation, f"{ends} {time_text(face.ends_at, zone)}", time_of_day(session, now)]
