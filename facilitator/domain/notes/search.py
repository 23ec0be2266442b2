"""Searching the notes of a session."""

from facilitator.domain.facts.signal import SIGNAL_BY_SIGN
from facilitator.domain.notes.filing import Filing
from facilitator.domain.session.state import Note, Session
from facilitator.domain.text.plain_text import comparable


def search_notes(session: Session, text: str) -> tuple[Note, ...]:
    """Return the notes that match every word of `text`, in the order in which they were taken; none for no words.

    A word matches anywhere in a note, whatever its case and accents. `#competency`, `@panelist` (who took it or is
    named in it), `q3` (or `@q3`), `n7` and a sign (`+`) also match what the note belongs to without saying so.
    """
    words = comparable(text).split()
    if not words:
        return ()
    filing = Filing(session)
    return tuple(note for note in session.notes.values() if all(_has(session, filing, note, word) for word in words))


def _has(session: Session, filing: Filing, note: Note, word: str) -> bool:
    if word in SIGNAL_BY_SIGN:
        return note.signal is SIGNAL_BY_SIGN[word]
    if word == note.called or word in comparable(note.text):
        return True
    name = word[1:]
    match word[0]:
        case "#":
            return name == comparable(filing.competency(note) or "")
        case "@":
            return name in map(comparable, (note.author, *note.panelists)) or _is_question(session, filing, note, name)
        case "q" if name.isdecimal():
            return _is_question(session, filing, note, word)
    return False


def _is_question(session: Session, filing: Filing, note: Note, word: str) -> bool:
    """Whether `word` is `q3`, and the note belongs to question 3."""
    question = session.plan.question_by_id.get(filing.question(note) or "")
    return question is not None and word == session.plan.called(question)
