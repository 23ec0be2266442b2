"""What the user says of a guide that is read."""

from msgspec import Struct


class ImportChoices(Struct, frozen=True):
    """The length of the whole in seconds, headings to ask or to leave out whatever they say, and which part to take.

    `part` is the number, from 1, or the name of one of several days, interviews or alternatives in a file.
    """

    length_seconds: int | None = None
    asked: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    part: str = ""
