"""How one note is put on a page. What all notes of a page share is made once: there can be ten thousand."""

from facilitator.domain.debrief.debrief import Debrief, NoteRow
from facilitator.domain.facts.signal import Signal
from facilitator.domain.text.dates import from_iso, moment_text
from facilitator.domain.text.durations import clock_text
from facilitator.ui.debrief.words import NARROW, short_names, signal_piece
from facilitator.ui.toolkit.paragraphs import BLANK, Paragraph, Piece, Row, fitted

WIDE = 100
LATE = "late"


class NoteLines:
    """Makes the paragraphs of notes for a page of `width` cells."""

    def __init__(self, debrief: Debrief, width: int) -> None:
        self.is_narrow = width < NARROW
        name_width, signal_width = (10, 12) if width >= WIDE else (8, 11)
        self._names = short_names(debrief.agenda)
        self._header = debrief.session
        self._named = {note for row in debrief.competencies for rating in row.ratings for note in rating.notes}
        self._numbers = {question.id: question.number for question in debrief.agenda.questions}
        self._signals: dict[Signal | None, Piece] = {
            signal: signal_piece(signal, 0 if self.is_narrow else signal_width) for signal in (None, *Signal)
        }
        self._who: dict[str, Piece] = {
            panelist: Piece(fitted(name, name_width) + "  ", "strong") for panelist, name in self._names.items()
        }
        self._name_width = name_width

    def paragraphs(self, note: NoteRow, filed: bool = True) -> list[Paragraph]:
        """A note with when, which signal and who; `filed` says which competency it belongs to, too."""
        pieces: Row = (Piece(note.text),)
        if places := self._places(note, filed):
            pieces += (Piece(places, "muted"),)
        when = LATE if note.late else since_start(note.at_seconds)
        if self.is_narrow:
            who = Piece(f"  {self._names.get(note.author, note.author)}", "strong")
            signal = (Piece("  "), self._signals[note.signal]) if note.signal else ()
            return [Paragraph((Piece(when, "muted"), who, *signal)), Paragraph(pieces, (Piece("  "),)), BLANK]
        lead = (Piece(f"{when:>7}  ", "muted"), self._signals[note.signal], self._author(note.author))
        return [Paragraph(pieces, lead)]

    def _places(self, note: NoteRow, filed: bool) -> str:
        """What the note's own words don't say: its competency, its question, its number if a rating names it."""
        tag = f"#{note.competency}" if filed and note.competency else ""
        number = self._numbers.get(note.question or "")
        places = [tag] if tag and tag not in note.text else []
        places += [f"q{number}"] if number else []
        places += [f"n{note.number}"] if note.id in self._named else []
        places += [f"added {self._moment(note)}"] if note.late else []
        return "  " + " ".join(places) if places else ""

    def _moment(self, note: NoteRow) -> str:
        header = self._header
        return moment_text(from_iso(note.at), from_iso(header.started or header.opened), header.timezone)

    def _author(self, panelist: str) -> Piece:
        if panelist not in self._who:
            self._who[panelist] = Piece(fitted(panelist, self._name_width) + "  ", "strong")
        return self._who[panelist]


def since_start(seconds: int) -> str:
    """When a note was taken: `1:04:30` since the interview began, or the word `before`."""
    return clock_text(seconds) if seconds >= 0 else "before"
