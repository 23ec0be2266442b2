"""The countdown: the running segment, how much of it is left, and what follows, all at a glance."""

from collections.abc import Sequence
from itertools import zip_longest

from msgspec.structs import replace

from facilitator.documents.cells import cells, enumerated, shortened
from facilitator.documents.styled_text import Line, Span, line, width_of
from facilitator.domain.facts.kinds.running import CANDIDATE
from facilitator.domain.session.state import Session
from facilitator.domain.text.dates import day_and_time_text
from facilitator.domain.text.durations import clock_text, length_text
from facilitator.domain.time import alerts, timing
from facilitator.domain.time.as_shown import as_shown
from facilitator.domain.time.clock_face import ClockFace
from facilitator.domain.time.floor import floor_holder, floor_seconds, holder_name
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.sittings import unclaimed_gap
from facilitator.domain.time.time_of_day import day_and_time
from facilitator.domain.time.timing import Expected, SegmentState
from facilitator.ui.toolkit.digits import figures
from facilitator.ui.toolkit.looks import look_of, phase_words
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
        parts = [f"begins with {session.plan.segments[0].title}"] if face.phase is Phase.WAITING else []
    return line(Span(title, "title"), "  ", Span(enumerated(parts, width - cells(title) - 2), "muted"))


def clock_facts(session: Session, face: ClockFace, order: Sequence[Expected], now: int) -> list[Span]:
    """Return what is shown beside the figures, the most important first."""
    look = look_of(face)
    ends = day_and_time_text(face.ends_at, session.wall_time(now), session.timezone)
    if face.phase is Phase.WAITING:
        length = f"{length_text(face.allotted_seconds)} in {len(session.plan.segments)} parts, would end {ends}"
        return [
            Span(f"{look.glyph} {look.word}", look.role),
            _how_to_start(session, now),
            *(_room(face) if face.is_room_short else []),
            *([] if session.candidate else [Span("/with NAME says whom you meet", "muted")]),
            Span(length, "muted"),
            *([] if face.is_room_short else _room(face)),
        ]
    if session.cancelled is not None:
        why = session.cancelled.reason or "nobody came"
        what = "not held" if session.started_at is None else f"cut off at {ends}"
        return [Span(f"{look.glyph} {what}: {why}", look.role)]
    if face.phase is Phase.ENDED:
        return [
            Span(f"{look.glyph} {look.word} at {ends}", look.role),
            Span(f"in all, {face.deviation}"),
            *_promise(session, face, now),
        ]
    running = next(item for item in order if item.state is SegmentState.CURRENT)
    following = next((item for item in order if item.state is SegmentState.AHEAD), None)
    of = "the" if face.phase is Phase.OVERTIME else "of"
    facts = [Span(phase_words(face, f"{of} {length_text(face.allotted_seconds)}"), look.role)]
    facts += _sitting(session, now)
    facts += _room(face) if face.is_room_short else []
    if face.eating:
        facts.append(Span(face.eating, "bad"))
    facts.append(Span(f"{face.deviation}, ends {ends}", "warn" if face.over_seconds >= 60 else ""))
    facts += [*_promise(session, face, now), *_floor(session, now)]
    facts += [] if face.is_room_short else _room(face)
    if face.phase is not Phase.OVERTIME and running.expected_end_at is not None:
        facts.append(Span(f"until {day_and_time(session, running.expected_end_at, now)}", "muted"))
    facts.append(Span(f"then {following.segment.title}" if following else "the last part", "muted"))
    return facts


def _how_to_start(session: Session, now: int) -> Span:
    """Return how to start, more urgently once people seem to be talking already."""
    if alerts.is_start_forgotten(session, now):
        return Span("! talking already? /start", "warn")
    shown, now = as_shown(session, now)
    planned = shown.planned_start_at
    if planned is not None and now > shown.on_timeline(planned):
        return Span(f"planned {clock_text((now - shown.on_timeline(planned)) / 1000)} ago: /start", "accent")
    return Span("/start begins", "accent")


def _floor(session: Session, now: int) -> list[Span]:
    """Return who holds the floor and the shares so far; nothing if the speaker clock isn't used."""
    holder = floor_holder(session)
    if holder is None:
        return []
    held = floor_seconds(*as_shown(session, now))
    whole = sum(held.values()) or 1.0
    shares = (f"{'them' if who == CANDIDATE else who} {seconds / whole:.0%}" for who, seconds in held.items())
    name = holder_name(session, holder)
    return [Span(f"◖ {name} speaks", "accent"), Span(", ".join(shares), "muted")]


def _promise(session: Session, face: ClockFace, now: int) -> list[Span]:
    """Return how far the end is from the one that was promised, if the plan's length doesn't say it."""
    if face.late_end_seconds is None:
        return []
    promised_at = face.ends_at - face.late_end_seconds * 1000
    promised = day_and_time_text(promised_at, session.wall_time(now), session.timezone)
    return [Span(f"promised {promised}, {face.lateness}" if face.late_end_seconds else "ends as promised")]


def _room(face: ClockFace) -> list[Span]:
    """Return until when the room is free, and how much too long that is; nothing without a hard stop."""
    return [Span(face.room, "warn" if face.is_room_short else "muted")] if face.room else []


def _sitting(session: Session, now: int) -> list[Span]:
    """Return the proposal to begin another sitting, after hours in which nothing has happened."""
    gap = unclaimed_gap(session, now)
    if gap is None:
        return []
    since = day_and_time(session, gap.started_at, now)
    return [Span(f"since {since}: /resume, a new sitting", "accent")]


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
