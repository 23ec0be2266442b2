"""All notes in the order in which they were taken, under the segment that they belong to."""

from collections.abc import Iterator

from facilitator.domain.debrief.debrief import Debrief
from facilitator.ui.debrief.note_lines import NoteLines
from facilitator.ui.toolkit.paragraphs import BLANK, Page, Paragraph, Piece

BEFORE, AFTER = "Before the interview", "After the interview"


def notes_page(debrief: Debrief) -> Page:
    def page(width: int) -> Iterator[Paragraph]:
        if not debrief.notes:
            yield Paragraph((Piece("No notes were taken.", "muted"),))
        lines = NoteLines(debrief, width)
        segment: str | None = None
        for note in debrief.notes:
            where = note.segment or (BEFORE if note.at_seconds < 0 else AFTER)
            if where != segment:
                yield from () if segment is None or lines.is_narrow else (BLANK,)
                yield Paragraph((Piece(where, "heading"),))
                yield BLANK
                segment = where
            yield from lines.paragraphs(note)

    return page
