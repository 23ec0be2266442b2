"""The countdown: the running segment, how much of it is left, and what follows, all at a glance."""

from collections.abc import Sequence
from itertools import zip_longest

from msgspec.structs import replace

from facilitator.documents.cells import cells, enumerated, shortened
from facilitator.documents.styled_text import Line, Span, line, width_of
from facilitator.domain.session.state import Session
from facilitator.domain.text.durations import clock_text
from facilitator.domain.time import timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.clock_face import ClockFace
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.timing import Expected
from facilitator.showing.facts import clock_facts
from facilitator.showing.looks import look_of, phase_words
from facilitator.ui.toolkit.digits import figures
from facilitator.ui.toolkit.pane import Pane

FACTS_WIDTH = 23
"""The room beside the figures, in cells, from which on facts are shown there."""

LEAST_FACTS_WIDTH = 9
"""The same if there is no room below the figures either."""

HIGHEST_FIGURES = 5

_WHOLE = "The whole interview"
"""The title of the figures before and after the interview."""


class Countdown(Pane):
    """A pane that shows a clock face in whatever space it gets; at least the bare figures."""

    session: Session | None = None
    face: ClockFace
    order: Sequence[Expected] = ()
    now: int = 0

    def show(self, session: Session, face: ClockFace, order: Sequence[Expected], now: int) -> None:
        self.session, self.face, self.order, self.now = session, face, order, now
        self.renew()

    def lines_for(self, width: int) -> Sequence[Line]:
        if self.session is None:
            return ()
        height = self.size.height
        facts = clock_facts(self.session, self.face, self.order, self.now)
        frame = 2 if height >= 5 else 1 if height == 4 else 0
        rows = figures(self._digits(self.session), width, min(HIGHEST_FIGURES, height - frame))
        if len(rows) == 1:
            if height == 1:
                return [_plain(rows[0], self.face, width)]
            return [line(Span(rows[0], look_of(self.face).role)), _plain(phase_words(self.face), self.face, width)]
        left = max(cells(row) for row in rows) + 3
        least = FACTS_WIDTH if frame == 2 else LEAST_FACTS_WIDTH
        room = width - left
        fitting = [fact for fact in facts if cells(fact.text) <= room]
        beside = fitting[: len(rows)] if room >= least else []
        role = look_of(self.face).role
        lines = [_title(self.session, self.face, width)] if frame else []
        if frame == 1 and not beside:
            lines = [_plain(phase_words(self.face), self.face, width)]
        for row, fact in zip_longest(rows, beside):
            gap = [Span(" " * (left - cells(row))), fact] if fact else []
            lines.append(line(Span(row, role), *gap))
        below = [fact for fact in facts if fact not in beside]
        lines += _in_rows(below, width, height - len(rows) - frame)
        return [*lines, _bar(self.face, width, role)] if frame == 2 else lines

    def _digits(self, session: Session) -> str:
        """Return the countdown or, after the end, how long the interview took."""
        ended = self.face.phase is Phase.ENDED
        return clock_text(timing.elapsed_seconds(*as_shown(session, self.now))) if ended else self.face.digits


def _plain(counted: str, face: ClockFace, width: int) -> Line:
    """Return the figures, or words for them, on one line with as much beside them as fits."""
    look = look_of(face)
    spans = [Span(shortened(counted, width), look.role)]
    words = phase_words(face).removeprefix(look.glyph)
    said = () if look.glyph in counted else (Span(f" {look.glyph}", look.role), Span(words, look.role))
    for more in (*said, Span(f"  {face.title}", "muted")):
        if width_of(spans) + cells(more.text) > width:
            break
        spans.append(more)
    return line(*spans)


def _title(session: Session, face: ClockFace, width: int) -> Line:
    """Return the title of the running segment and, as far as there is room, its kind, protection and lead."""
    segment = session.current
    title = shortened(face.title if segment else _WHOLE, width)
    if segment is not None:
        lead = session.panelist_name(session.plan.acting(segment.lead))
        parts = [segment.kind.label, "protected" if segment.is_protected else "", f"led by {lead}" if lead else ""]
    else:
        parts = [f"starts with {session.plan.segments[0].title}"] if face.phase is Phase.WAITING else []
    return line(Span(title, "title"), "  ", Span(enumerated(parts, width - cells(title) - 2), "muted"))


def _in_rows(facts: Sequence[Span], width: int, height: int) -> list[Line]:
    """Return the facts side by side, in as many of `height` rows as they need."""
    rows: list[list[Span]] = []
    for fact in facts:
        roomy = next((row for row in rows if width_of(row) + cells(fact.text) + 3 <= width), None)
        if roomy is not None:
            roomy += [Span("   "), fact]
        elif len(rows) < height:
            rows.append([replace(fact, text=shortened(fact.text, width))])
    return [line(*row) for row in rows]


def _bar(face: ClockFace, width: int, role: str) -> Line:
    """Return a bar that shows how much of the segment is used."""
    if face.phase in (Phase.WAITING, Phase.ENDED):
        return line(Span("─" * width, "quiet"))
    done = round(face.used_share * width)
    return line(Span("━" * done, role), Span("─" * (width - done), "quiet"))
