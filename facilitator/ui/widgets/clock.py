"""The clock: the running segment, its countdown, and what follows from it. Read in a glance."""

from collections.abc import Sequence

from rich.cells import cell_len

from facilitator.domain.clock_face import ClockFace
from facilitator.domain.durations import clock_text, length_text
from facilitator.domain.local_time import time_text
from facilitator.domain.session import Session
from facilitator.domain.timing import Expected, Phase, Place
from facilitator.ui.figures import figures
from facilitator.ui.lines import Line, Span, line, shortened
from facilitator.ui.widgets.pane import Pane
from facilitator.ui.words import look_of

FACTS_WIDTH = 20
"""The least room beside the figures in which facts are shown. In cells."""


class Clock(Pane):
    """Shows a clock face in whatever space it gets."""

    session: Session
    face: ClockFace
    order: Sequence[Expected] = ()

    def show(self, session: Session, face: ClockFace, order: Sequence[Expected]) -> None:
        self.session, self.face, self.order = session, face, order
        self.renew()

    def lines_for(self, width: int) -> Sequence[Line]:
        height = self.size.height
        if height < 5:
            return self._few_lines(width, height)
        rows = figures(self.face.digits, width, min(5, height - 2))
        look = look_of(self.face)
        facts = clock_facts(self.session, self.face, self.order)
        left = max(cell_len(row) for row in rows) + 3
        beside = facts if width - left >= FACTS_WIDTH else []
        lines = [self._title(width)]
        for number, row in enumerate(rows):
            fact = beside[number] if number < len(beside) else Span("")
            gap = " " * (left - cell_len(row))
            lines.append(line(Span(row, look.role), gap, fact._replace(text=shortened(fact.text, width - left))))
        if not beside:
            lines += _in_rows(facts, width, height - len(rows) - 2)
        lines.append(_bar(self.face, width, look.role))
        return lines

    def _few_lines(self, width: int, height: int) -> list[Line]:
        look = look_of(self.face)
        rows = figures(self.face.digits, width, height)
        if len(rows) > 1:
            beside = [Span(f"{look.glyph} {look.word}", look.role), *clock_facts(self.session, self.face, self.order)[1:]]
            room = width - cell_len(rows[0]) - 2
            lines = [
                line(Span(row, look.role), "  ", fact._replace(text=shortened(fact.text, room)))
                for row, fact in zip(rows, beside, strict=False)
            ]
            return [self._title(width), *lines] if height > len(rows) else lines
        word = f" {look.glyph} {look.word}"
        short = f" {look.glyph}"
        tail = word if cell_len(rows[0] + word) <= width else short if cell_len(rows[0] + short) <= width else ""
        title = f"  {self.face.title}" if cell_len(rows[0] + tail) + 8 <= width else ""
        room = width - cell_len(rows[0] + tail)
        return [line(Span(rows[0] + tail, look.role), Span(shortened(title, room), "muted"))]

    def _title(self, width: int) -> Line:
        segment = self.session.current
        if segment is None:
            return line(Span(shortened(self.face.title, width), "title"))
        lead = self.session.panelist_name(segment.lead)
        about = "  ".join(part for part in (segment.kind.label, f"led by {lead}" if lead else "") if part)
        title = shortened(segment.title, width)
        room = width - cell_len(title) - 2
        return line(Span(title, "title"), "  ", Span(shortened(about, room) if room > 6 else "", "muted"))


def clock_facts(session: Session, face: ClockFace, order: Sequence[Expected]) -> list[Span]:
    """What stands beside the figures, the most important first."""
    look = look_of(face)
    zone = session.timezone
    if face.phase is Phase.WAITING:
        return [
            Span(f"{look.glyph} {look.word}: /start begins", look.role),
            Span(f"{length_text(face.allotted_seconds)} in {len(session.agenda.segments)} parts", "muted"),
            *_hard_stop(session, face),
        ]
    if face.phase is Phase.ENDED:
        return [Span(f"{look.glyph} {look.word} at {time_text(face.ends_at, zone)}, {face.deviation}", look.role)]
    running = next(item for item in order if item.place is Place.CURRENT)
    following = next((item for item in order if item.place is Place.AHEAD), None)
    of = "the" if face.phase is Phase.OVERTIME else "of"
    facts = [Span(f"{look.glyph} {look.word} {of} {length_text(face.allotted_seconds)}", look.role)]
    if face.phase is not Phase.OVERTIME and running.expected_end_at is not None:
        facts.append(Span(f"until {time_text(running.expected_end_at, zone)}", ""))
    deviation = "warn" if face.over_seconds >= 60 else ""
    facts.append(Span(f"{face.deviation}, ends {time_text(face.ends_at, zone)}", deviation))
    facts += _hard_stop(session, face)
    facts.append(Span(f"then {following.segment.title}" if following else "the last part", "muted"))
    return facts


def _in_rows(facts: Sequence[Span], width: int, height: int) -> list[Line]:
    """The facts beside each other, in as many of `height` rows as they need."""
    rows: list[list[Span]] = []
    room = 0
    for fact in facts:
        if rows and cell_len(fact.text) + 3 <= room:
            rows[-1] += [Span("   "), fact]
            room -= cell_len(fact.text) + 3
        else:
            rows.append([fact._replace(text=shortened(fact.text, width))])
            room = width - cell_len(fact.text)
    return [line(*row) for row in rows[: max(0, height)]]


def _hard_stop(session: Session, face: ClockFace) -> list[Span]:
    if session.hard_stop_at is None:
        return []
    at = time_text(session.hard_stop_at, session.timezone)
    if face.must_give_up_seconds > 0:
        return [Span(f"{clock_text(face.must_give_up_seconds)} must go: room lost at {at}", "warn")]
    return [Span(f"the room is ours until {at}", "muted")]


def _bar(face: ClockFace, width: int, role: str) -> Line:
    if face.phase in (Phase.WAITING, Phase.ENDED):
        return line(Span("─" * width, "quiet"))
    done = round(face.used_share * width)
    return line(Span("━" * done, role), Span("─" * (width - done), "quiet"))


