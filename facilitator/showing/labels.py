"""What things are called on the screen, depending on which side of the table the agenda is written for."""

from typing import Literal, NamedTuple

from facilitator.domain.facts.signal import Signal
from facilitator.domain.panel.onlooker import NOT_SHOWN


class Labels(NamedTuple):
    """`theirs` is the title for the other side's questions; `nothing_theirs` is shown while there are none.

    `nothing_noted` is shown while there are no notes.
    """

    theirs: str
    nothing_theirs: str
    nothing_noted: str = "Type, and Enter keeps it."


AS_PANEL = Labels("Their questions", "Nothing yet. /them keeps what they ask.")
AS_CANDIDATE = Labels("What they ask me", "Nothing yet. /them keeps what the employer asks.")


def labels(perspective: Literal["panel", "candidate"], *, looks_on: bool = False) -> Labels:
    """Return what things are called; whoever only looks on isn't told that there are none of those they don't see."""
    called = AS_CANDIDATE if perspective == "candidate" else AS_PANEL
    return Labels(called.theirs, NOT_SHOWN, NOT_SHOWN) if looks_on else called


NOT_ENDED_YET = "The debrief comes after the interview: /end."

NOTE_MARKS = (
    (
        " ".join(signal.sign for signal in Signal),
        f"at the start of a note: {', '.join(signal.word for signal in Signal)}",
    ),
    ("#competency", "in a note: what it is evidence for"),
    ("@panelist  @q3", "in a note: who, and which question"),
    ("//", "a note that begins with a slash"),
)
"""What can stand in a note, and what it means, for the help."""
