"""What the user says of a guide that is read."""

from pathlib import Path

from msgspec import Struct


class ImportChoices(Struct, frozen=True):
    """The length of the whole in seconds, headings to ask or to leave out whatever they say, and which part to take.

    `part` is the number, from 1, or the name of one of several days, interviews or alternatives in a file. Of an
    invitation, `candidate` is who of those invited is interviewed, `agenda` the file of its agenda, `rules` which
    agenda belongs to which words in a title, `timezone` the zone in which it is held, and `starts` when it starts, as
    agendas have it.
    """

    length_seconds: int | None = None
    asked: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    part: str = ""
    candidate: str = ""
    agenda: Path | None = None
    rules: tuple[tuple[str, Path], ...] = ()
    timezone: str = ""
    starts: str = ""
