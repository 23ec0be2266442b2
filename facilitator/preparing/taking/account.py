"""The account: what every piece of a file was taken for, or why it was left out."""

from enum import StrEnum

from msgspec import Struct

from facilitator.preparing.manuscript.manuscript import Piece


class TakenAs(StrEnum):
    """What a piece became in the agenda."""

    TITLE = "title"
    PURPOSE = "purpose"
    LENGTH = "length"
    START = "start"
    SEGMENT = "segment"
    QUESTION = "question"
    PROBE = "probe"
    SAY = "say"
    LISTEN_FOR = "listen for"
    COMPETENCY = "competency"
    ANCHOR = "anchor"
    SCALE = "scale"
    PANELIST = "panelist"
    OWNER = "owner"
    NOTE = "note"
    MARKUP = "markup"
    LEFT_OUT = "left out"


class Taken(Struct, frozen=True):
    """A piece and what it was taken for. `why` is the reason if it was left out, `guess` what was guessed with it."""

    piece: Piece
    role: TakenAs
    why: str = ""
    guess: str = ""
