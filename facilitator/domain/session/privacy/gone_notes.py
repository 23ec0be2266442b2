"""Notes that are gone from the session: those that were taken back, and what is left of those that were erased.

Separate from the notes that there are, which everybody may name: of these, only an erasure says anything more.
"""

from msgspec import Struct


def note_name(label: str) -> str:
    """Return what a note with this label is called in a text: `n7`, or `b7` if it has a letter."""
    return f"n{label}" if label.isdecimal() else label


class UndoneNote(Struct, frozen=True):
    """A note that was taken back: its text stays in every journal until it is erased.

    `by` recorded it; `text` is as much of it as can be read here. It keeps its `label` on a panel of several devices;
    elsewhere it has none, since its number went to the next note.
    """

    id: str
    by: str
    text: str
    label: str = ""


class ErasedNote(Struct, frozen=True):
    """All that is left of a note: who erased it and when, and what it was called; nothing, if that went to another."""

    id: str
    at: int
    by: str
    label: str

    @property
    def called(self) -> str:
        """The note's name in a text, as it was: `n7` or `b7`; empty if it has none."""
        return note_name(self.label)
