"""Every state as glyph, word and role, so that it can be told without colour, and by colour at a glance."""

from typing import NamedTuple

from facilitator.domain.facts.signal import Signal
from facilitator.domain.facts.status import Status
from facilitator.domain.time.clock_face import ClockFace
from facilitator.domain.time.phases import Phase
from facilitator.domain.time.timing import SegmentState


class Look(NamedTuple):
    glyph: str
    word: str
    role: str


STATUS = {status: Look(status.glyph, status.word, status.tone) for status in Status}

SUGGESTED = "»"
"""Marks the question that is suggested next."""

SIGNAL = {signal: Look(signal.glyph, signal.word, signal.tone) for signal in Signal}

PHASE = {
    Phase.WAITING: Look("◇", "not started", "muted"),
    Phase.NORMAL: Look("▶", "left", "strong"),
    Phase.WARNING: Look("◆", "wrap up", "warn"),
    Phase.DANGER: Look("▲", "hand over", "bad"),
    Phase.OVERTIME: Look("■", "over", "bad"),
    Phase.ENDED: Look("□", "ended", "muted"),
}
PAUSED = Look("‖", "paused", "accent")

SEGMENT_STATE = {
    SegmentState.DONE: Look("✓", "done", "quiet"),
    SegmentState.CURRENT: Look("▶", "now", "strong"),
    SegmentState.AHEAD: Look("·", "ahead", ""),
    SegmentState.SKIPPED: Look("✕", "skipped", "quiet"),
    SegmentState.PASSED_OVER: Look("–", "not reached", "quiet"),
}

ANSWER = {
    "asked": Look("○", "open", "strong"),
    "answered": Look("●", "answered", "good"),
    "owed": Look("◐", "owed", "warn"),
}


def look_of(face: ClockFace) -> Look:
    return PAUSED if face.paused else PHASE[face.phase]


def phase_words(face: ClockFace, of: str = "") -> str:
    """Return what the figures count, and what follows: `▶ left of 22m`, `‖ left of 22m, paused`, `■ over`."""
    look = look_of(face)
    counted = face.word + (f" {of}" if of else "")
    return f"{look.glyph} {counted}" + (f", {look.word}" if look.word != face.word else "")
