"""Apply the facts about notes: taken, edited, filed elsewhere, credited to somebody else, struck, sealed."""

from msgspec.structs import replace

from facilitator.domain.facts.event import Event, PrivateEvent
from facilitator.domain.facts.kinds.notes import (
    FactSealed,
    NoteCredited,
    NoteEdited,
    NoteErased,
    NoteFiled,
    NoteKeyLeft,
    NoteShown,
    NotesOpened,
    NoteStruck,
    NoteTaken,
)
from facilitator.domain.session.apply.registry import on
from facilitator.domain.session.card_record import NotesOpening, SealedFact
from facilitator.domain.session.numbering import new_label, next_note_number
from facilitator.domain.session.privacy.gone_notes import ErasedNote, UndoneNote
from facilitator.domain.session.state import Note, Session


@on(NoteTaken)
def _note_taken(session: Session, event: Event, fact: NoteTaken) -> bool:
    number = next_note_number(session)
    session.notes[event.id] = Note(
        event.id,
        number,
        event.at,
        fact.credited or event.stamp.author.panelist,
        fact.text,
        fact.signal,
        fact.competency,
        fact.question,
        fact.panelists,
        fact.shared,
        label=new_label(session, "n", event.author.device, fact.number) if session.devices else str(number),
        private=type(event) is PrivateEvent,
    )
    return True


def keep_undone(session: Session, event: Event, label: str) -> None:
    """Keep of an event that was taken back that it was a note, if it was: so it can still be erased."""
    fact = event.fact
    if isinstance(fact, NoteTaken) or (isinstance(fact, FactSealed) and fact.number):
        text = fact.text if isinstance(fact, NoteTaken) else ""
        session.undone_notes[event.id] = UndoneNote(event.id, event.author.panelist, text, label)


@on(NoteEdited)
def _note_edited(session: Session, event: Event, fact: NoteEdited) -> bool:
    note = session.notes.get(fact.note)
    if note is None:
        return False
    session.notes[note.id] = replace(
        note,
        text=fact.text,
        signal=fact.signal,
        competency=fact.competency,
        question=fact.question,
        panelists=fact.panelists,
        shared=fact.shared,
        edited=True,
    )
    return True


@on(NoteFiled)
def _note_filed(session: Session, event: Event, fact: NoteFiled) -> bool:
    note = session.notes.get(fact.note)
    if note is None:
        return False
    if fact.competency in session.plan.competency_by_id:
        note = replace(note, competency=fact.competency)
    if fact.segment in session.plan.position_by_segment:
        note = replace(note, segment=fact.segment, question=None)
    if fact.question in session.plan.question_by_id:
        note = replace(note, segment=session.plan.segment_by_question[fact.question].id, question=fact.question)
    session.notes[note.id] = note
    return True


@on(NoteCredited)
def _note_credited(session: Session, event: Event, fact: NoteCredited) -> bool:
    note = session.notes.get(fact.note)
    if note is None or fact.panelist not in session.plan.panelist_by_id:
        return False
    session.notes[note.id] = replace(note, author=fact.panelist)
    return True


@on(NoteStruck)
def _note_struck(session: Session, event: Event, fact: NoteStruck) -> bool:
    note = session.notes.pop(fact.note, None)
    if note is None:
        return False
    session.struck[note.id] = note
    return True


@on(NoteErased)
def _note_erased(session: Session, event: Event, fact: NoteErased) -> bool:
    """Say that a note was erased. It isn't there any more, unless who said so had no right to it (see `erasures`)."""
    if fact.note in session.notes or fact.note in session.struck or fact.note in session.erased:
        return False
    session.erased[fact.note] = ErasedNote(fact.note, event.at, event.stamp.author.panelist, fact.label)
    return True


@on(FactSealed)
def _fact_sealed(session: Session, event: Event, fact: FactSealed) -> bool:
    """Count what can't be read here; if it is a note, its place among those of its device is taken."""
    author = event.stamp.author
    label = new_label(session, "n", author.device, fact.number) if fact.number and session.devices else ""
    session.sealed[event.id] = SealedFact(event.at, author.panelist, author.device, label)
    return True


@on(NotesOpened)
def _notes_opened(session: Session, event: Event, fact: NotesOpened) -> bool:
    """Take note of it. What it opens stands where it was recorded, from the first (see `unsealing`)."""
    author = event.stamp.author
    opening = NotesOpening(event.at, author.panelist, fact.reason if fact.device else "")
    session.notes_opened[fact.device or author.device] = opening
    return True


@on(NoteShown)
def _note_shown(session: Session, event: Event, fact: NoteShown) -> bool:
    return fact.note in session.notes


@on(NoteKeyLeft)
def _note_key_left(session: Session, event: Event, fact: NoteKeyLeft) -> bool:
    session.note_keys_left[event.stamp.author.device] = fact.wrapped
    return True
