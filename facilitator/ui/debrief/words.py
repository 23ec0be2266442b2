"""How the debrief's values are put on the screen: always a glyph and a word, so that colour only adds."""

from datetime import datetime

from facilitator.domain.debrief import Debrief, NoteRow
from facilitator.domain.durations import clock_text
from facilitator.domain.events import Recommendation, Signal, Status
from facilitator.domain.local_time import date_text, time_text
from facilitator.ui.paragraphs import BLANK, Paragraph, Piece, Role, fitted

STATUS: dict[Status, tuple[str, Role]] = {
    Status.PLANNED: ("·", "warning"),
    Status.ASKED: ("◔", "accent"),
    Status.PARTLY: ("◑", "accent"),
    Status.COVERED: ("●", "good"),
    Status.DROPPED: ("×", "muted"),
}
SIGNAL: dict[str, Role] = {
    Signal.STRENGTH: "good",
    Signal.CONCERN: "bad",
    Signal.FOLLOW_UP: "accent",
    Signal.FLAG: "warning",
    Signal.QUOTE: "muted",
}
RECOMMENDATION: dict[str, tuple[str, Role]] = {
    Recommendation.STRONG_NO: ("▼▼", "bad"),
    Recommendation.NO: ("▼", "bad"),
    Recommendation.NO_DECISION: ("◇", "muted"),
    Recommendation.YES: ("▲", "good"),
    Recommendation.STRONG_YES: ("▲▲", "good"),
}

NARROW = 64
"""Below this width, in cells, tables become lists."""


def heading(words: str, role: Role = "heading") -> list[Paragraph]:
    return [Paragraph((Piece(words, role),)), BLANK]


def status_piece(status: Status, width: int = 0) -> Piece:
    """`● covered`, filled up to `width` cells."""
    glyph, role = STATUS[status]
    words = f"{glyph} {status}"
    return Piece(fitted(words, width) if width else words, role)


def signal_piece(signal: Signal | None, width: int = 0) -> Piece:
    """`+ strength`, filled up to `width` cells; empty for a plain note."""
    words = f"{signal.sign} {signal}" if signal else ""
    return Piece(fitted(words, width) if width else words, SIGNAL[signal] if signal else "")


def recommendation_piece(recommendation: Recommendation) -> Piece:
    glyph, role = RECOMMENDATION[recommendation]
    return Piece(f"{glyph} {recommendation.replace('_', ' ')}", role)


def person(debrief: Debrief, panelist: str | None) -> str:
    """The name of a panelist; nobody's is empty."""
    known = debrief.agenda.panelist_by_id.get(panelist or "")
    return known.name if known else (panelist or "")


def first_name(debrief: Debrief, panelist: str | None) -> str:
    return person(debrief, panelist).partition(" ")[0]


def since_start(seconds: int) -> str:
    """When a note was taken: `1:04:30` since the interview began, or the word `before`."""
    return clock_text(seconds) if seconds >= 0 else "before"


def instant(iso: str) -> int:
    """Milliseconds since 1970 for an instant of the debrief."""
    return round(datetime.fromisoformat(iso).timestamp() * 1000)


def time_of_day(debrief: Debrief, iso: str | None) -> str:
    return time_text(instant(iso), debrief.session.timezone) if iso else ""


def date_of(debrief: Debrief, iso: str) -> str:
    return date_text(instant(iso), debrief.session.timezone)


def note_paragraphs(debrief: Debrief, note: NoteRow, width: int, file: bool = True) -> list[Paragraph]:
    """A note with when, which signal and who; `file` says where it belongs, too."""
    number = debrief.agenda.question_by_id[note.question].number if note.question else None
    places = [f"#{note.competency}"] if note.competency and file and f"#{note.competency}" not in note.text else []
    places += [f"q{number}"] if number else []
    pieces = (Piece(note.text), Piece("  " + " ".join(places), "muted")) if places else (Piece(note.text),)
    when, who = since_start(note.at_seconds), first_name(debrief, note.author)
    if width < NARROW:
        lead = (Piece(f"{when} ", "muted"), signal_piece(note.signal), Piece(f" {who}".rstrip(), "strong"))
        return [Paragraph(lead), Paragraph(pieces, (Piece("  "),)), BLANK]
    lead = (
        Piece(f"{when:>8}  ", "muted"),
        signal_piece(note.signal, 12),
        Piece(fitted(who, 10) + "  ", "strong"),
    )
    return [Paragraph(pieces, lead)]
