"""The signals of notes. Each is declared once, in one line, which says all that the program knows about it."""

from enum import StrEnum

from facilitator.domain.facts.tone import Tone


class Direction(StrEnum):
    """Which way evidence points, the weightiest first. The values are part of the exports."""

    AGAINST = "concern"
    FOR = "strength"
    NEITHER = "neither"


class Signal(StrEnum):
    """What kind of note it is. The value is stored, and is also the word for it.

    `sign` is typed in front of the note; `glyph` is shown beside the word.
    """

    sign: str
    glyph: str
    tone: Tone
    direction: Direction

    STRENGTH = "strength", "+", "+", "good", Direction.FOR
    CONCERN = "concern", "-", "−", "bad", Direction.AGAINST
    FOLLOW_UP = "follow-up", "?", "?", "busy", Direction.NEITHER
    FLAG = "flag", "!", "!", "warn", Direction.AGAINST
    QUOTE = "quote", '"', "“", "accent", Direction.NEITHER

    def __new__(cls, value: str, sign: str, glyph: str, tone: Tone, direction: Direction) -> "Signal":
        signal = str.__new__(cls, value)
        signal._value_ = value
        signal.sign, signal.glyph, signal.tone, signal.direction = sign, glyph, tone, direction
        return signal

    @property
    def word(self) -> str:
        return self.value

    @property
    def is_verbatim(self) -> bool:
        """Whether the text is in somebody's own words, so that it is shown in quotation marks."""
        return self is Signal.QUOTE

    def typed(self, text: str) -> str:
        """Return the line to type for such a note."""
        return f'"{text}"' if self.is_verbatim else f"{self.sign} {text}"

    def shown(self, text: str) -> str:
        """Return the text of such a note as it is shown beside the word."""
        return f"“{text}”" if self.is_verbatim else text


SIGNAL_BY_SIGN = {signal.sign: signal for signal in Signal}
