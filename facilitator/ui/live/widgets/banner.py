"""The first row: with whom the interview is and what it is called, and what time it is."""

from collections.abc import Sequence

from facilitator.documents.cells import cells, shortened
from facilitator.documents.styled_text import Line, Span, line
from facilitator.domain.session.state import Session
from facilitator.domain.time.clock_face import ClockFace
from facilitator.domain.time.time_of_day import both_zones, time_of_day, times_of_day
from facilitator.showing.facts import end_if_started, interview_text
from facilitator.ui.toolkit.pane import Pane

LEAST_TITLE = 12
"""The width, in cells, that the title keeps beside a candidate's name, and twice that without one."""


class Banner(Pane):
    """Candidate and title on the left; deviation, expected end and time of day on the right.

    The name is never left out: first the facts get fewer, down to the time of day, then the title shorter.
    """

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
        name, title = self.session.candidate, self.session.agenda.title
        right = self._facts(self.session, width)
        room = max(0, width - cells(right) - 2)
        who = shortened(name, room)
        what = shortened(f" · {title}" if name else title, room - cells(who))
        gap = " " * max(1, width - cells(who) - cells(what) - cells(right))
        return [line(Span(who, "title"), Span(what, "muted" if who else "title"), gap, Span(right, "muted"))]

    def _facts(self, session: Session, width: int) -> str:
        """Return the facts, in both zones if they differ and there is room; else the last of them, such as the time."""
        zones = (self.local_zone or session.timezone, session.timezone)
        both, own = (banner_facts(session, self.face, self.now, zone) for zone in zones)
        time = time_of_day(session, self.now)
        fewer = (own[some:] for some in range(1, len(own)))
        wordings = ["   ".join(facts) for facts in (both, both[1:], own, *fewer, [time])]
        name = cells(session.candidate)
        for least in (name + 3 + LEAST_TITLE if name else 2 * LEAST_TITLE, name):
            for words in wordings:
                if least + 2 + cells(words) <= width:
                    return words
        return time


def banner_facts(session: Session, face: ClockFace, now: int, local_zone: str) -> list[str]:
    """Return deviation, expected end and time of day; the times also in `local_zone` if that differs."""
    seen_at = session.wall_time(now)
    ends_at = ", ".join(filter(None, [both_zones(face.ends_at, session.timezone, local_zone, seen_at), face.lateness]))
    time = f"now {times_of_day(session, now, local_zone)}"
    if session.started_at is None and session.cancelled is not None:
        return ["not held", time]
    if session.started_at is None:
        plan = session.planned_start_at
        begins = [f"planned {both_zones(plan, session.timezone, local_zone, seen_at)}"] if plan is not None else []
        return [*begins, end_if_started(session, ends_at, now), time]
    ends = "ended" if session.ended_at is not None else "ends"
    return [interview_text(face), f"{ends} {ends_at}", time]
