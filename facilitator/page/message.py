"""What the page is told: what the other side sees, in such a way that it can count down by itself.

Separate from the sight, which changes with every second: a message stays the same until something happens, so that it
is sent once.
"""

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.time.as_shown import SECOND, whole
from facilitator.domain.time.clock_face import ClockFace
from facilitator.domain.time.phases import Phase
from facilitator.showing.curtain import Sight
from facilitator.showing.looks import look_of, phase_words

_COUNTING = (Phase.NORMAL, Phase.OVERTIME)


class AgendaLine(Struct, frozen=True):
    """A line of the agenda."""

    turn: str
    begins: str
    title: str


class Message(Struct, frozen=True):
    """All that the page shows. `zero_at` is when the countdown comes to zero, in ms of the session's timeline.

    While nothing counts, it is None, and `left` is what stands still, in seconds. `glyph` and `words` say what the
    figures count, `over` what they count below zero; if that is empty, they stay at zero.
    """

    heading: str
    title: str
    glyph: str
    words: str
    over: tuple[str, ...]
    left: int
    zero_at: int | None
    lines: tuple[AgendaLine, ...]


def message(sight: Sight, now: int) -> bytes:
    """Return what the page is told of a sight at `now`, as JSON on a single line."""
    face = sight.face
    is_left = face.remaining_seconds > 0 or sight.overtime
    counts = face.phase in _COUNTING and not face.paused and is_left
    glyph, words = _said(replace(face, phase=Phase.NORMAL) if face.phase is Phase.OVERTIME else face)
    return msgspec.json.encode(
        Message(
            heading=sight.heading,
            title=face.title,
            glyph=glyph,
            words=words,
            over=_said(replace(face, phase=Phase.OVERTIME)) if sight.overtime else (),
            left=0 if counts else face.remaining_seconds,
            zero_at=whole(now) + face.remaining_seconds * SECOND if counts else None,
            lines=tuple(AgendaLine(item.turn.value, item.begins, item.title) for item in sight.items),
        )
    )


def _said(face: ClockFace) -> tuple[str, str]:
    """Return the glyph and the words that stand below the figures."""
    glyph = look_of(face).glyph
    return glyph, phase_words(face).removeprefix(f"{glyph} ")
