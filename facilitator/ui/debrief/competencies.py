"""What is assessed, one after the other: the ratings with the behaviour they stand for, then the evidence."""

from facilitator.domain.debrief import CompetencyRow, Debrief, NoteRow, RatingRow
from facilitator.ui.debrief.words import NARROW, first_name, note_paragraphs, person
from facilitator.ui.paragraphs import BLANK, Page, Paragraph, Piece, fitted

HIGHEST = 5


def competencies_page(debrief: Debrief) -> Page:
    notes = {note.id: note for note in debrief.notes}

    def page(width: int) -> list[Paragraph]:
        return [
            paragraph for row in debrief.competencies for paragraph in (*_competency(debrief, row, notes, width), BLANK)
        ] or [Paragraph((Piece("The agenda has no competencies.", "muted"),))]

    return page


def _competency(debrief: Debrief, row: CompetencyRow, notes: dict[str, NoteRow], width: int) -> list[Paragraph]:
    owners = ", ".join(person(debrief, owner) for owner in row.owners)
    evidence = [
        paragraph for note in row.notes for paragraph in note_paragraphs(debrief, notes[note], width, file=False)
    ]
    return [
        Paragraph((Piece(row.name, "heading"), Piece(f"  {owners}", "muted"))),
        *(_anchor(score, words) for score, words in sorted(row.anchors.items())),
        BLANK,
        *(paragraph for rating in row.ratings for paragraph in _rating(debrief, rating, width)),
        *([] if row.ratings else [Paragraph((Piece("– not rated", "warning"),), (Piece("  "),))]),
        BLANK,
        *(evidence or [Paragraph((Piece("no notes", "muted"),), (Piece("  "),))]),
    ]


def _anchor(score: int, words: str) -> Paragraph:
    return Paragraph((Piece(words, "muted"),), (Piece(f"  {score}  ", "muted"),))


def _rating(debrief: Debrief, rating: RatingRow, width: int) -> list[Paragraph]:
    """`Priya   4 ●●●●○  evidence`."""
    scale = (
        Piece(f"{rating.rating} ", "strong"),
        Piece("●" * rating.rating, "accent"),
        Piece("○" * (HIGHEST - rating.rating) + "  ", "muted"),
    )
    said = Piece(rating.evidence) if rating.evidence else Piece("no evidence", "warning")
    if width < NARROW:
        return [Paragraph((Piece(f"{first_name(debrief, rating.panelist)} "), *scale, said), (Piece("  "),))]
    return [Paragraph((said,), (Piece("  " + fitted(first_name(debrief, rating.panelist), 12)), *scale))]
