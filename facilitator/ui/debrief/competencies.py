"""What is assessed, one after the other: the ratings with the behaviour they stand for, then the evidence."""

from collections.abc import Iterator

from facilitator.domain.debrief.debrief import CompetencyRow, Debrief, RatingRow
from facilitator.ui.debrief.note_lines import NoteLines
from facilitator.ui.debrief.words import NARROW, person, short_names
from facilitator.ui.toolkit.paragraphs import BLANK, Page, Paragraph, Piece, fitted

HIGHEST = 5


def competencies_page(debrief: Debrief) -> Page:
    def page(width: int) -> Iterator[Paragraph]:
        if not debrief.competencies:
            yield Paragraph((Piece("The agenda has no competencies.", "muted"),))
        notes = {note.id: note for note in debrief.notes}
        lines = NoteLines(debrief, width)
        for row in debrief.competencies:
            yield from _head(debrief, row)
            yield from ratings(debrief, row, width)
            yield BLANK
            if not row.notes:
                yield Paragraph((Piece("no notes", "muted"),), (Piece("  "),))
            for note in row.notes:
                yield from lines.paragraphs(notes[note], filed=False)
            yield BLANK

    return page


def _head(debrief: Debrief, row: CompetencyRow) -> Iterator[Paragraph]:
    owners = ", ".join(person(debrief, owner) for owner in row.owners)
    yield Paragraph((Piece(row.name, "heading"), Piece(f"  {owners}", "muted")))
    for score, words in sorted(row.anchors.items()):
        yield Paragraph((Piece(words, "muted"),), (Piece(f"  {score}  ", "muted"),))
    yield BLANK


def ratings(debrief: Debrief, row: CompetencyRow, width: int) -> Iterator[Paragraph]:
    """A line for each rating of a competency: `Priya   4 ●●●●○  evidence`."""
    names = short_names(debrief.agenda)
    if not row.ratings:
        yield Paragraph((Piece("– not rated", "warning"),), (Piece("  "),))
    for rating in row.ratings:
        name = names.get(rating.panelist, rating.panelist)
        said = Piece(rating.evidence) if rating.evidence else Piece("no evidence", "warning")
        if width < NARROW:
            yield Paragraph((Piece(f"{name} ", "strong"), *_scale(rating), said), (Piece("  "),))
        else:
            yield Paragraph((said,), (Piece("  " + fitted(name, 12), "strong"), *_scale(rating)))


def _scale(rating: RatingRow) -> tuple[Piece, ...]:
    return (
        Piece(f"{rating.rating} "),
        Piece("●" * rating.rating, "accent"),
        Piece("○" * (HIGHEST - rating.rating) + "  ", "muted"),
    )
