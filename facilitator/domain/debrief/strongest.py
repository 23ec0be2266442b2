"""Which notes say most for or against somebody: those that a panel reads first.

Nothing is judged here. The order follows from what the panelists did: what they cite, and how they rate.
"""

from collections import Counter
from collections.abc import Iterable

from facilitator.domain.debrief.debrief import Debrief, NoteRow
from facilitator.domain.facts.signal import Direction, Signal

TELLING = tuple(signal for signal in Signal if signal.direction is not Direction.NEITHER)
"""The signals that say something for or against, in their order: strengths, concerns, flags."""


def strongest(report: Debrief, signal: Signal) -> list[NoteRow]:
    """Return the notes with a signal, the strongest first.

    First comes what most ratings cite, then the first note of each competency before the second of any. Of two, the one
    whose author rates its competency further in its direction comes first, and of equal ones the earlier.
    """
    cited = Counter(note for row in report.competencies for rating in row.ratings for note in rating.notes)
    heights = {
        (row.id, rating.panelist): (rating.rating - 1) / (len(row.scale) - 1)
        for row in report.competencies
        for rating in row.ratings
    }

    def reach(note: NoteRow) -> float:
        height = heights.get((note.competency or "", note.author), 0.5)
        return height if signal.direction is Direction.FOR else -height

    by_reach = sorted((note for note in report.notes if note.signal is signal), key=reach, reverse=True)
    turns = _turns(by_reach)
    return sorted(by_reach, key=lambda note: (-cited[note.id], turns[note.id]))


def _turns(notes: Iterable[NoteRow]) -> dict[str, int]:
    """Return the how-manieth of its competency each note is; one without a competency comes after the first of all."""
    seen: Counter[str | None] = Counter({None: 1})
    turns = {}
    for note in notes:
        turns[note.id] = seen[note.competency]
        seen[note.competency] += 1
    return turns
