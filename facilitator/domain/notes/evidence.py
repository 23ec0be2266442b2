"""Evidence: the notes that a rating names or follows, and what only one panelist saw.

Groups discuss what all of them know and miss what only one of them saw (Stasser & Titus, 1985, on hidden
profiles), so this module finds the latter, to be heard first.
"""

import re
from collections.abc import Sized

from msgspec import Struct

from facilitator.domain.facts.signal import Direction, Signal
from facilitator.domain.notes.filing import Filing
from facilitator.domain.session.state import Note, Session
from facilitator.domain.session.undoing import redoable

_LABELLED = re.compile(r"\b([a-z]{1,3})(\d{1,6})\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\W_]|\band\b")
_ORDER = list(Direction)
_DIRECTIONS = {1: Direction.FOR, 0: Direction.NEITHER, -1: Direction.AGAINST}


class Evidence(Struct, frozen=True):
    """Something that a panelist saw: a note, or words beside a rating (then `note` and `signal` are None)."""

    panelist: str
    text: str
    competency: str | None
    direction: Direction
    at: int
    note: str | None = None
    signal: Signal | None = None


def named_notes(text: str, session: Session, letter: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the notes that `text` names (`n7`), and why others aren't there: `note 7 was erased`.

    On a panel a note may have a letter (`b7`); one without is of the device whose `letter` this is.
    """
    by_label = {note.label: note.id for note in session.notes.values()}
    found: dict[str, None] = {}
    missing: dict[str, None] = {}
    for sign, number in _LABELLED.findall(text.lower()):
        label = f"{letter if sign == 'n' else sign}{int(number)}"
        known = by_label.get(label)
        if known is not None:
            found[known] = None
        elif sign == "n":
            missing[_missing(int(number), label, session)] = None
    return tuple(found), tuple(missing)


def names_only(text: str, notes: Sized) -> bool:
    """Whether `text` says nothing but the names of as many notes as there are `notes`."""
    said = text.lower()
    return len(set(_LABELLED.findall(said))) == len(notes) and not _BETWEEN.sub("", _LABELLED.sub("", said))


def with_letters(text: str, session: Session, letter: str) -> str:
    """Return `text` with the notes of the device `letter` named as on all others, where `n7` is another: `b7`."""
    labels = {note.label for note in session.notes.values()} if letter else set[str]()

    def called(match: re.Match[str]) -> str:
        label = f"{letter}{int(match[2])}"
        return label if match[1].lower() == "n" and label in labels else match[0]

    return _LABELLED.sub(called, text) if labels else text


def _missing(number: int, label: str, session: Session) -> str:
    for notes, became in ((session.struck, "struck"), (session.erased, "erased")):
        if any(note.label == label for note in notes.values()):
            return f"note {number} was {became}"
    return f"there is no note {number}"


def just_written(session: Session, author: str, device: str = "") -> Note | None:
    """Return the note that `author` wrote last, if nothing was done since; None otherwise.

    On a panel, only what was done on `device` counts.
    """
    done = (event for event in reversed(session.acts) if not session.devices or event.author.device == device)
    last = next(done, None)
    if last is None or redoable(session, author):
        return None
    note = session.notes.get(last.id)
    return note if note is not None and note.author == author else None


def default_evidence(session: Session, competency: str, author: str, device: str = "") -> Note | None:
    """Return the note that a rating of `competency` rests on if its author says nothing: the one just written.

    None if that is evidence for another competency.
    """
    note = just_written(session, author, device)
    return note if note is not None and Filing(session).competency(note) in (None, competency) else None


def unshared_evidence(session: Session) -> tuple[Evidence, ...]:
    """Return the evidence that only one panelist has: concerns, then strengths, then the rest, each by time.

    Two panelists share evidence if they noted something in the same direction about the same competency, if a note
    of one names the other, or if one bases a rating on a note of the other. A note without a competency counts only
    if it has a sign, and then by itself. Before the notes of a panel are open, nobody can know what others have.
    """
    if session.sealed and not session.notes_opened:
        return ()
    found = [*_noted(session), *_written_beside_ratings(session)]
    holders: dict[tuple[str, str], set[str]] = {}
    for item, others in found:
        holders.setdefault(_kind(item), set()).update((item.panelist, *others))
    alone = [item for item, _ in found if len(holders[_kind(item)]) == 1]
    return tuple(sorted(alone, key=lambda item: (_ORDER.index(item.direction), item.at)))


def _kind(item: Evidence) -> tuple[str, str]:
    return (item.competency, item.direction) if item.competency else ("", item.note or "")


def _noted(session: Session) -> list[tuple[Evidence, set[str]]]:
    """Return each note that is evidence, with the other panelists who share it."""
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
            leaning = session.plan.scale_of(rating.competency).leaning(rating.rating)
            item = Evidence(rating.panelist, rating.evidence, rating.competency, _DIRECTIONS[leaning], rating.at)
            found.append((item, set()))
    return found
