"""Evidence: the notes that a rating names, and what only one panelist has seen.

Groups talk about what all of them know and miss what one of them saw (Stasser & Titus, 1985, on hidden
profiles); so what only one has is found here, to be heard first.
"""

import re

from msgspec import Struct

from facilitator.domain.facts.signal import Direction, Signal
from facilitator.domain.notes.filing import Filing
from facilitator.domain.session.state import Session

_NUMBERED = re.compile(r"\bn(\d{1,6})\b", re.IGNORECASE)
_ORDER = list(Direction)


class Evidence(Struct, frozen=True):
    """Something that a panelist saw: a note, or what they wrote beside a rating (`note` and `signal` are None then)."""

    panelist: str
    text: str
    competency: str | None
    direction: Direction
    at: int
    note: str | None = None
    signal: Signal | None = None


def named_notes(text: str, session: Session) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The ids of the notes that `text` names (`n7`), and the numbers in it that no note has."""
    by_number = {note.number: note.id for note in session.notes.values()}
    numbers = dict.fromkeys(int(number) for number in _NUMBERED.findall(text))
    found = tuple(by_number[number] for number in numbers if number in by_number)
    return found, tuple(number for number in numbers if number not in by_number)


def unshared_evidence(session: Session) -> tuple[Evidence, ...]:
    """What only one panelist has: concerns first, then strengths, then the rest, each in the order of time.

    Two panelists have the same evidence when they noted something in the same direction about the same
    competency, are named in each other's note, or rest a rating on it. Without a competency only a note that
    has a sign counts, and stands alone.
    """
    found = [*_noted(session), *_written_beside_ratings(session)]
    holders: dict[tuple[str, str], set[str]] = {}
    for item, others in found:
        holders.setdefault(_kind(item), set()).update((item.panelist, *others))
    alone = [item for item, _ in found if len(holders[_kind(item)]) == 1]
    return tuple(sorted(alone, key=lambda item: (_ORDER.index(item.direction), item.at)))


def _kind(item: Evidence) -> tuple[str, str]:
    return (item.competency, item.direction) if item.competency else ("", item.note or "")


def _noted(session: Session) -> list[tuple[Evidence, set[str]]]:
    """Each note that is evidence, with the others who have it too."""
    filing = Filing(session)
    resting: dict[str, set[str]] = {}
    for rating in session.ratings.values():
        for note_id in rating.notes:
            resting.setdefault(note_id, set()).add(rating.panelist)
    found: list[tuple[Evidence, set[str]]] = []
    for note in session.notes.values():
        competency = filing.competency(note)
        if note.signal is not None or competency is not None:
            direction = note.signal.direction if note.signal else Direction.NEITHER
            item = Evidence(note.author, note.text, competency, direction, note.at, note.id, note.signal)
            found.append((item, {*note.panelists, *resting.get(note.id, ())}))
    return found


def _written_beside_ratings(session: Session) -> list[tuple[Evidence, set[str]]]:
    found: list[tuple[Evidence, set[str]]] = []
    for rating in session.ratings.values():
        if rating.evidence.strip() and not rating.notes:
            item = Evidence(rating.panelist, rating.evidence, rating.competency, _direction(rating.rating), rating.at)
            found.append((item, set()))
    return found


def _direction(rating: int) -> Direction:
    return Direction.FOR if rating > 3 else Direction.AGAINST if rating < 3 else Direction.NEITHER
