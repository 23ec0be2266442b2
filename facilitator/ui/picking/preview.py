"""The page about the highlighted entry: its purpose, its running order, its panel, and what is wrong with it."""

from facilitator.domain.plan.agenda import Agenda, Segment
from facilitator.domain.text.durations import length_text
from facilitator.ui.toolkit.paragraphs import BLANK, Page, Paragraph, Piece, fitted
from facilitator.workspace.pickable import Pickable, Preview

LABEL_WIDTH = 12
KIND_WIDTH = 17
_NARROW = 46


def preview_page(pickable: Pickable, preview: Preview) -> Page:
    def page(width: int) -> list[Paragraph]:
        complaints = preview.complaints or pickable.warnings
        paragraphs = [Paragraph((Piece(pickable.title, "title"),)), BLANK]
        paragraphs += [_labelled(label, text) for label, text in preview.facts]
        paragraphs += [BLANK] if preview.facts else []
        for complaint in complaints:
            paragraphs.append(Paragraph((Piece(complaint),), (Piece("▲ ", "warning"),)))
        paragraphs += [BLANK] if complaints else []
        if preview.agenda is not None:
            paragraphs += _agenda(preview.agenda, width)
        return paragraphs

    return page


def _agenda(agenda: Agenda, width: int) -> list[Paragraph]:
    paragraphs = [Paragraph((Piece(agenda.purpose),)), BLANK] if agenda.purpose else []
    paragraphs += [Paragraph((Piece("Running order", "heading"), Piece(f"  {_length(agenda)}", "muted")))]
    paragraphs += [_segment(segment, width) for segment in agenda.segments]
    for title, body in (
        ("Panel", _panel(agenda)),
        ("Competencies", _competencies(agenda)),
        ("Must-asks", _must_asks(agenda)),
    ):
        if body:
            paragraphs += [BLANK, Paragraph((Piece(title, "heading"),)), *body]
    return paragraphs


def _length(agenda: Agenda) -> str:
    planned = length_text(agenda.planned_seconds)
    slot = agenda.length_seconds
    return f"{planned} in a slot of {length_text(slot)}" if slot and slot != agenda.planned_seconds else planned


def _segment(segment: Segment, width: int) -> Paragraph:
    """Return `  15m  presentation     Your 90-day plan`; if the page is narrow, the kind follows the title."""
    minutes = Piece(f"{length_text(segment.length_seconds):>6}  ", "strong")
    duties = [segment.kind.label] if width < _NARROW else []
    duties += ["protected"] if segment.is_protected else []
    duties += ["optional"] if segment.optional else []
    title = (Piece(segment.title), Piece(f"  {', '.join(duties)}", "muted")) if duties else (Piece(segment.title),)
    if width < _NARROW:
        return Paragraph(title, (minutes,))
    return Paragraph(title, (minutes, Piece(fitted(segment.kind.label, KIND_WIDTH), "muted")))


def _panel(agenda: Agenda) -> list[Paragraph]:
    lead = agenda.lead.id if agenda.panel else ""
    paragraphs = []
    for panelist in agenda.panel:
        duties = [panelist.role, "lead" if panelist.id == lead else "", "shadow" if panelist.shadow else ""]
        about = ", ".join(duty for duty in duties if duty)
        paragraphs.append(Paragraph((Piece(panelist.name), Piece(f"  {about}", "muted")), (Piece("  "),)))
    return paragraphs


def _competencies(agenda: Agenda) -> list[Paragraph]:
    names = {panelist.id: panelist.name.partition(" ")[0] for panelist in agenda.panel}
    return [
        Paragraph(
            (Piece(item.name), Piece(f"  {', '.join(names.get(owner, owner) for owner in item.owners)}", "muted")),
            (Piece("  "),),
        )
        for item in agenda.competencies
    ]


def _must_asks(agenda: Agenda) -> list[Paragraph]:
    return [
        Paragraph((Piece(question.ask),), (Piece(f"{f'q{question.number}':>4}  ", "muted"),))
        for question in agenda.questions
        if question.must
    ]


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Piece(text),), (Piece(fitted(label, LABEL_WIDTH), "muted"),))
