"""What notes and questions are called on a panel of several devices: `b7` is the seventh from the device `b`.

A label never moves: the fact holds the number that its device gave it, and each device counts for itself. In a session
without a panel, a label is the plain next number.
"""

from itertools import product
from typing import Literal

from msgspec.structs import replace

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.kinds.candidate import CandidateAsked
from facilitator.domain.facts.kinds.changes import QuestionAdded
from facilitator.domain.facts.kinds.notes import FactSealed, NoteTaken
from facilitator.domain.session.state import Session

LETTERS = "abcdefghijklmoprsuvwxyz"
"""Without `n`, `q` and `t`: `n7` is one's own seventh note, `q7` a question of the agenda, `t7` one of theirs."""

Sign = Literal["n", "q", "t"]
"""What is counted: notes, questions that were added, their questions."""


def letter_of(session: Session, device: str) -> str:
    """Return the letter of a device; empty if it isn't on the panel, or if there is none."""
    admitted = session.devices.get(device)
    return admitted.letter if admitted is not None else ""


def next_letter(session: Session, by: str) -> str:
    """Return a letter for another device, to be admitted on the device `by`.

    The host gives single letters; any other device begins with its own. So two that don't know of each other never
    give the same.
    """
    own = letter_of(session, by)
    begins = own if session.devices and by != next(iter(session.devices)) else ""
    taken = {device.letter for device in session.devices.values()}
    ends = (*LETTERS, *map("".join, product(LETTERS, repeat=2)))
    return next(letter for letter in (f"{begins}{end}" for end in ends) if letter not in taken)


def admitted_letter(session: Session, wanted: str, by: str) -> str:
    """Return `wanted`, if a device can have that letter and none has it; else the next one; for the applier."""
    taken = {device.letter for device in session.devices.values()}
    fits = bool(wanted) and set(wanted) <= set(LETTERS)
    return wanted if fits and wanted not in taken else next_letter(session, by)


def next_number(session: Session, sign: Sign, device: str) -> int:
    """Return the number that a device gives to its next note or question; 0 without a panel.

    Of notes that were erased none is given again.
    """
    if not session.devices:
        return 0
    letter = letter_of(session, device)
    labels = (erased.label for erased in session.erased.values()) if sign == "n" else ()
    erased = [int(number) for label in labels if (number := label.removeprefix(letter)).isdecimal()]
    return max(session.numbers.get(sign + letter, 0), *erased, 0) + 1


def new_label(session: Session, sign: Sign, device: str, number: int) -> str:
    """Return the label for what a device of the panel gave `number` to, unless that was given before; for appliers."""
    letter = letter_of(session, device)
    key = sign + letter
    session.numbers[key] = max(number, session.numbers.get(key, 0) + 1)
    return f"{letter}{session.numbers[key]}"


def next_note_number(session: Session) -> int:
    """Return the number of the next note; on a panel, labels are counted by device instead.

    A number that an erased note had isn't given to another.
    """
    number = len(session.notes) + len(session.struck) + 1
    for gap in session.gaps:
        number += gap <= number
    return number


def adopt(session: Session, letter: str) -> None:
    """Call what was taken down before there was a panel by the letter of its host; for the applier.

    There it goes on: what was `n7` is still its seventh.
    """
    for notes in (session.notes, session.struck):
        for note in list(notes.values()):
            notes[note.id] = replace(note, label=letter + note.label)
    for erased in list(session.erased.values()):
        session.erased[erased.id] = replace(erased, label=erased.label and letter + erased.label)
    asked, struck = session.candidate_questions, session.struck_questions
    session.candidate_questions = [replace(item, label=letter + item.label) for item in asked]
    session.struck_questions = {name: replace(item, label=letter + item.label) for name, item in struck.items()}
    counts = {"n": len(session.notes) + len(session.struck) + len(session.gaps), "t": len(asked) + len(struck)}
    session.numbers = {sign + letter: count + session.numbers.get(sign, 0) for sign, count in counts.items()}


def keep_number(session: Session, event: Event) -> str:
    """Let no later note or question have the number of one that was taken back: that can come back. Return its label.

    Before there is a panel, remember how many of them there are, for `adopt`; then they have no label.
    """
    fact = event.fact
    if not isinstance(fact, (NoteTaken, FactSealed, CandidateAsked, QuestionAdded)):
        return ""
    if isinstance(fact, FactSealed) and not fact.number:
        return ""
    sign: Sign = "t" if isinstance(fact, CandidateAsked) else "q" if isinstance(fact, QuestionAdded) else "n"
    if session.devices:
        return new_label(session, sign, event.author.device, fact.number)
    session.numbers[sign] = session.numbers.get(sign, 0) + 1
    return ""
