"""The statuses of questions. Each is declared once, in one line, which says how it is shown."""

from enum import StrEnum

from facilitator.domain.facts.tone import Tone


class Status(StrEnum):
    """How far a question has got, in ascending order except for `dropped`. The value is stored.

    `word` is what it is called during the interview, `outcome` afterwards.
    """

    glyph: str
    word: str
    tone: Tone

    PLANNED = "planned", "○", "open", "strong"
    ASKED = "asked", "◔", "asked", "busy"
    PARTLY = "partly", "◐", "partly", "busy"
    COVERED = "covered", "●", "covered", "good"
    DROPPED = "dropped", "✕", "dropped", "quiet"

    def __new__(cls, value: str, glyph: str, word: str, tone: Tone) -> "Status":
        status = str.__new__(cls, value)
        status._value_ = value
        status.glyph, status.word, status.tone = glyph, word, tone
        return status

    @property
    def outcome(self) -> str:
        """The word for it in a report, where a question that is still open was not asked."""
        return "not asked" if self is Status.PLANNED else self.word
