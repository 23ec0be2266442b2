"""The signals of notes. Each is declared once, in a line; whatever reads, shows, explains or weighs one asks it."""

from enum import StrEnum

from facilitator.domain.facts.tone import Tone


class Direction(StrEnum):
    """Which way evidence points, the weightiest first. The values stand in exports."""

    AGAINST = "concern"
    FOR = "strength"
    NEITHER = "neither"


class Signal(StrEnum):
    """What a note is. The value is stored, and is its word too.

    `sign` is what is typed in front of the note, `glyph` what a screen shows beside the word.
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
        """Whether the text is in somebody's own words, and stands in quotation marks."""
        return self is Signal.QUOTE

    def typed(self, text: str) -> str:
        """The line that such a note is typed as."""
        return f'"{text}"' if self.is_verbatim else f"{self.sign} {text}"

    def shown(self, text: str) -> str:
        """The text of such a note as it is shown beside its word."""
        return f"“{text}”" if self.is_verbatim else text


SIGNAL_BY_SIGN = {signal.sign: signal for signal in Signal}
