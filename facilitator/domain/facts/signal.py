"""What a note says about its subject: one declaration, which everything else asks."""

from enum import StrEnum


class Signal(StrEnum):
    """The direction of a note; the value is stored, `sign` is what is typed in front of it."""

    STRENGTH = "strength"
    CONCERN = "concern"
    FOLLOW_UP = "follow-up"
    FLAG = "flag"
    QUOTE = "quote"

    @property
    def sign(self) -> str:
        return _SIGNS[self]


_SIGNS = {Signal.STRENGTH: "+", Signal.CONCERN: "-", Signal.FOLLOW_UP: "?", Signal.FLAG: "!", Signal.QUOTE: '"'}
