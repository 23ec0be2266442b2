"""The countdown: the running segment, how much of it is left, and what follows, all at a glance."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from msgspec.structs import replace

from facilitator.documents.cells import cells, enumerated, shortened
from facilitator.documents.styled_text import Line, Span, line, width_of, wrapped
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

LEAST_FACTS_WIDTH = 9
"""The room beside the figures, in cells, from which on facts are shown there."""

LEAST_BROKEN_WIDTH = 16
"""The room from which on a fact that is too long for one row is broken into several."""

LEAST_FIGURES, HIGHEST_FIGURES = 3, 5
"""The height of the figures, in rows, as far as the pane is high enough."""

ROWS_OF_FACTS = 2
"""How many rows of facts go before the bar where figures are high."""

FACTS_GAP = 3
"""The cells between the figures and the facts beside them."""

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
        head = int(height >= 4)
        drawn = _Drawn((), (), (), False)
        is_roomy = height >= head + HIGHEST_FIGURES + ROWS_OF_FACTS
        for most in (HIGHEST_FIGURES, LEAST_FIGURES) if is_roomy else (LEAST_FIGURES,):
            rows = figures(self._digits(self.session), width, min(most, height - head))
            drawn = _drawn(rows, facts, width, height - head - len(rows))
            if drawn.tells(facts):
                break
        if len(drawn.figures) == 1:
            if height == 1:
                return [_plain(drawn.figures[0], self.face, width)]
            figure = line(Span(drawn.figures[0], look_of(self.face).role))
            return [figure, _plain(phase_words(self.face), self.face, width)]
        is_bare = not (drawn.has_bar or drawn.beside or drawn.below)
        title = _plain(phase_words(self.face), self.face, width) if is_bare else _title(self.session, self.face, width)
        role = look_of(self.face).role
        return [*[title] * head, *drawn.lines(role), *[_bar(self.face, width, role)] * drawn.has_bar]

    def _digits(self, session: Session) -> str:
        """Return the countdown or, after the end, how long the interview took."""
        ended = self.face.phase is Phase.ENDED
        return clock_text(timing.elapsed_seconds(*as_shown(session, self.now))) if ended else self.face.digits


class _Drawn(NamedTuple):
    """The rows of the figures, and the rows of facts beside and below them."""

    figures: Sequence[str]
    beside: Sequence[Line]
    below: Sequence[Line]
    has_bar: bool

    def lines(self, role: str) -> Iterator[Line]:
        left = max(map(cells, self.figures)) + FACTS_GAP
        for row, fact in zip_longest(self.figures, self.beside):
            yield line(Span(row, role), *([Span(" " * (left - cells(row))), *fact.spans] if fact else []))
        yield from self.below

    def tells(self, facts: Sequence[Span]) -> bool:
        """Return whether the first fact and all that is not just good to know is told, uncut."""
        said = " ".join(" ".join(span.text for row in (*self.beside, *self.below) for span in row.spans).split())
        return all(fact.text in said for fact in facts if fact is facts[0] or fact.role != "muted")


def _drawn(rows: Sequence[str], facts: Sequence[Span], width: int, free: int) -> _Drawn:
    """Return the figures with the facts around them; `free` rows are left below, of which a bar may take one."""
    bar = int(free > (ROWS_OF_FACTS if len(rows) > LEAST_FIGURES else 0))
    room = width - max(map(cells, rows)) - FACTS_GAP
    beside, below = _arranged(facts, room, len(rows), width, free - bar)
    return _Drawn(rows, beside, below, bool(bar))


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
    name = session.plan.name(segment) if segment else _WHOLE
    title = shortened(f"Segment {name}" if segment and cells(name) + 8 <= width else name, width)
    if segment is not None:
        lead = session.panelist_name(session.plan.acting(segment.lead))
        parts = [segment.kind.label, "protected" if segment.is_protected else "", f"led by {lead}" if lead else ""]
    else:
        parts = [f"starts with {session.plan.name(session.plan.segments[0])}"] if face.phase is Phase.WAITING else []
    return line(Span(title, "title"), "  ", Span(enumerated(parts, width - cells(title) - 2), "muted"))


def _arranged(facts: Sequence[Span], room: int, rows: int, width: int, height: int) -> tuple[list[Line], list[Line]]:
    """Return rows of facts for beside the figures, `room` cells wide, and for below them, `width` cells wide.

    A fact stands in one row if it can. One that would be cut below is broken into rows beside, if there is room.
    """
    short = [fact for fact in facts if cells(fact.text) <= room][: rows if room >= LEAST_FACTS_WIDTH else 0]
    long = [fact for fact in facts if fact not in short]
    beside, below = [line(fact) for fact in short], _in_rows(long, width, height)
    said = " ".join(span.text.strip() for row in below for span in row.spans)
    cut = next((fact for fact in long if fact.text not in said), None)
    if cut is not None and room >= LEAST_BROKEN_WIDTH:
        broken = list(wrapped(line(cut), room))
        if len(broken) <= rows - len(short):
            place = sum(facts.index(fact) < facts.index(cut) for fact in short)
            beside[place:place] = broken
            below = _in_rows([fact for fact in long if fact is not cut], width, height)
    return beside, below


def _in_rows(facts: Sequence[Span], width: int, height: int) -> list[Line]:
    """Return the facts side by side, in as many of `height` rows as they need; one that is too long is broken."""
    rows: list[list[Span]] = []
    for fact in facts:
        roomy = next((row for row in rows if width_of(row) + cells(fact.text) + 3 <= width), None)
        if roomy is not None:
            roomy += [Span("   "), fact]
        elif (left := height - len(rows)) > 0:
            broken = ["".join(span.text for span in row.spans) for row in wrapped(line(fact), width)]
            whole = broken if len(broken) <= left else [*broken[: left - 1], " ".join(broken[left - 1 :])]
            rows += [[replace(fact, text=shortened(text, width))] for text in whole]
    return [line(*row) for row in rows]


def _bar(face: ClockFace, width: int, role: str) -> Line:
    """Return a bar that shows how much of the segment is used."""
    if face.phase in (Phase.WAITING, Phase.ENDED):
        return line(Span("─" * width, "quiet"))
    done = round(face.used_share * width)
    return line(Span("━" * done, role), Span("─" * (width - done), "quiet"))
