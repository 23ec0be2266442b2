"""The signals of notes. Each is declared once, in one line, which says all that the program knows about it."""

from enum import StrEnum

from facilitator.domain.facts.tone import Tone

OPENING, CLOSING = "“”"


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
        if not self.is_verbatim:
            return f"{self.sign} {text}"
        end = _closing(text)
        return f'"{text[1:end]}"{text[end + 1 :]}' if end else f'"{text}"'

    def shown(self, text: str) -> str:
        """Return the text of such a note as it is shown beside the word.

        The text of a quote is all in somebody's own words, unless it begins with a quotation mark: then its marks say
        what was said, and the rest is the writer's.
        """
        return f"{OPENING}{text}{CLOSING}" if self.is_verbatim and not text.startswith(OPENING) else text


def _closing(text: str) -> int:
    """Return where the quotation closes that `text` begins with; 0 if it begins with none."""
    depth = 0
    for place, letter in enumerate(text if text.startswith(OPENING) else ""):
        depth += (letter == OPENING) - (letter == CLOSING)
        if depth == 0:
            return place
    return 0


SIGNAL_BY_SIGN = {signal.sign: signal for signal in Signal}
