"""What things are called on the screen, depending on which side of the table the agenda is written for."""

from typing import Literal, NamedTuple


class Labels(NamedTuple):
    """`theirs` is the title for the other side's questions; `nothing_theirs` is shown while there are none."""

    theirs: str
    nothing_theirs: str


FOR_PANEL = Labels("Their questions", "Nothing yet. /them keeps what they ask.")
FOR_CANDIDATE = Labels("What they ask me", "Nothing yet. /them keeps what the employer asks.")


def labels(perspective: Literal["panel", "candidate"]) -> Labels:
    return FOR_CANDIDATE if perspective == "candidate" else FOR_PANEL
