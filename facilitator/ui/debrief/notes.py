"""All notes in the order in which they were taken, under the segment that they belong to."""

from facilitator.domain.debrief import Debrief
from facilitator.ui.debrief.words import note_paragraphs
from facilitator.ui.paragraphs import BLANK, Page, Paragraph, Piece

ELSEWHERE = "Before or after the interview"


def notes_page(debrief: Debrief) -> Page:
    def page(width: int) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        segment: str | None = None
        for note in debrief.notes:
            where = note.segment or ELSEWHERE
            if where != segment:
                segment = where
                paragraphs += [*([BLANK] if paragraphs else []), Paragraph((Piece(where, "heading"),)), BLANK]
            paragraphs += note_paragraphs(debrief, note, width)
        return paragraphs or [Paragraph((Piece("No notes were taken.", "muted"),))]

    return page
