"""How far a question has got."""

from enum import StrEnum


class Status(StrEnum):
    """How far a question has got, in rising order but for `dropped`."""

    PLANNED = "planned"
    ASKED = "asked"
    PARTLY = "partly"
    COVERED = "covered"
    DROPPED = "dropped"
