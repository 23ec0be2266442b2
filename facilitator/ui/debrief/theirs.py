"""What the other side asked, and what is to be done now: what is owed comes first."""

from facilitator.domain.debrief.debrief import CandidateQuestionRow, Debrief, FollowUp
from facilitator.domain.text.dates import day_text, from_iso, is_date
from facilitator.ui.debrief.words import heading, person
from facilitator.ui.toolkit.paragraphs import BLANK, Page, Paragraph, Piece, Role

ANSWERS: dict[str, tuple[str, Role, str]] = {
    "owed": ("▲", "warning", "Owed"),
    "asked": ("◔", "accent", "Asked, no answer noted"),
    "answered": ("●", "good", "Answered"),
}
TO_DO = {
    "owed_answer": "Answers owed to them",
    "must_ask": "Must-asks that were not asked",
    "note": "Follow-ups noted",
}


def theirs_page(debrief: Debrief) -> Page:
    def page(width: int) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        for status, (glyph, role, title) in ANSWERS.items():
            items = [row for row in debrief.candidate_questions if row.status == status]
            if items:
                paragraphs += heading(title)
                for row in items:
                    paragraphs += _asked(debrief, row, Piece(f"{glyph} ", role))
        return paragraphs or [Paragraph((Piece("They asked nothing, or nothing was noted.", "muted"),))]

    return page


def _asked(debrief: Debrief, row: CandidateQuestionRow, glyph: Piece) -> list[Paragraph]:
    by = f"by {person(debrief, row.by)}" if row.by else ""
    words = " ".join(part for part in (row.status, by, due_text(row.due)) if part)
    return [
        Paragraph((Piece(row.text),), (Piece(f"{row.number:>3}  ", "muted"), glyph)),
        Paragraph((Piece(words, "muted"),), (Piece(" " * 7),)),
        BLANK,
    ]


def follow_ups_page(debrief: Debrief) -> Page:
    def page(width: int) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        for kind, title in TO_DO.items():
            items = [row for row in debrief.follow_ups if row.kind == kind]
            if items:
                paragraphs += heading(title)
                for row in items:
                    paragraphs += _to_do(debrief, row)
        return paragraphs or [Paragraph((Piece("✓ ", "good"), Piece("Nothing is left to do.")))]

    return page


def _to_do(debrief: Debrief, row: FollowUp) -> list[Paragraph]:
    who = person(debrief, row.by) or "nobody yet"
    when = due_text(row.due)
    return [
        Paragraph((Piece(row.text),), (Piece("  □ ", "warning"),)),
        Paragraph((Piece(who, "strong"), Piece(f"  {when}", "muted")), (Piece("    "),)),
        BLANK,
    ]


def due_text(due: str) -> str:
    """`until Friday, 9 January`; words that are no date as they were typed."""
    if is_date(due):
        return f"until {day_text(from_iso(due), 'UTC')}"
    return f"until {due}" if due else ""
