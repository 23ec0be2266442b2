"""What things are called on the screen, from the side of the table that the agenda is written for."""

from typing import Literal, NamedTuple


class Labels(NamedTuple):
    """`theirs` are the questions of the other side; `nothing_theirs` stands where they haven't asked any yet."""

    theirs: str
    nothing_theirs: str


FOR_PANEL = Labels("Their questions", "Nothing yet. /them keeps what they ask.")
FOR_CANDIDATE = Labels("What they ask me", "Nothing yet. /them keeps what the employer asks.")


def labels(perspective: Literal["panel", "candidate"]) -> Labels:
    return FOR_CANDIDATE if perspective == "candidate" else FOR_PANEL
