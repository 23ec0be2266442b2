"""The page about the highlighted entry: its purpose, its running order, its panel, and what is wrong with it."""

from collections.abc import Iterator

from facilitator.documents.cells import fitted
from facilitator.documents.styled_text import Line, Span, line, rows, width_of
from facilitator.domain.plan.agenda import Agenda, Segment
from facilitator.domain.text.durations import clock_text
from facilitator.ui.toolkit.document_view import Page
from facilitator.workspace.pickable import Pickable, Preview

LABEL_WIDTH = 12
KIND_WIDTH = 17
_NARROW = 46


def preview_page(pickable: Pickable, preview: Preview) -> Page:
    def page(width: int) -> Iterator[Line]:
        complaints = preview.complaints or pickable.warnings
        lines = [line(Span(pickable.title, "title")), line()]
        facts = preview.facts()
        lines += [_labelled(label, text) for label, text in facts]
        lines += [line()] if facts else []
        lines += [line(Span("▲ ", "warn"), complaint, hang=2) for complaint in complaints]
        lines += [line()] if complaints else []
        if preview.agenda is not None:
            lines += _agenda(preview.agenda, width)
        return rows(lines, width)

    return page


def _agenda(agenda: Agenda, width: int) -> list[Line]:
    lines = [line(agenda.purpose), line()] if agenda.purpose else []
    lines += [line(Span("Running order", "title"), Span(f"  {_length(agenda)}", "muted"))]
    lines += [_segment(segment, width) for segment in agenda.segments]
    for title, body in (
        ("Panel", _panel(agenda)),
        ("Competencies", _competencies(agenda)),
        ("Must-asks", _must_asks(agenda)),
    ):
        if body:
            lines += [line(), line(Span(title, "title")), *body]
    return lines


def _length(agenda: Agenda) -> str:
    planned = clock_text(agenda.planned_seconds)
    slot = agenda.length_seconds
    return f"{planned} in a slot of {clock_text(slot)}" if slot and slot != agenda.planned_seconds else planned


def _segment(segment: Segment, width: int) -> Line:
    """Return `  15m  presentation     Your 90-day plan`; if the page is narrow, the kind follows the title."""
    narrow = width < _NARROW
    lead = [Span(f"{clock_text(segment.length_seconds):>6}  ", "strong")]
    lead += [] if narrow else [Span(fitted(segment.kind.label, KIND_WIDTH), "muted")]
    duties = [segment.kind.label] if narrow else []
    duties += ["protected"] if segment.is_protected else []
    duties += ["optional"] if segment.optional else []
    about = [Span(f"  {', '.join(duties)}", "muted")] if duties else []
    return line(*lead, segment.title, *about, hang=width_of(lead))


def _panel(agenda: Agenda) -> list[Line]:
    lead = agenda.lead.id if agenda.panel else ""
    lines = []
    for panelist in agenda.panel:
        duties = [panelist.role, "lead" if panelist.id == lead else "", "shadow" if panelist.shadow else ""]
        about = ", ".join(duty for duty in duties if duty)
        lines.append(line("  ", panelist.name, Span(f"  {about}", "muted"), hang=2))
    return lines


def _competencies(agenda: Agenda) -> list[Line]:
    names = {panelist.id: panelist.name.partition(" ")[0] for panelist in agenda.panel}
    return [
        line(
            "  ",
            item.name,
            Span(f"  {', '.join(names.get(owner, owner) for owner in item.owners)}", "muted"),
            hang=2,
        )
        for item in agenda.competencies
    ]


def _must_asks(agenda: Agenda) -> list[Line]:
    return [
        line(Span(f"{f'q{question.number}':>4}  ", "muted"), question.ask, hang=6)
        for question in agenda.questions
        if question.must
    ]


def _labelled(label: str, text: str) -> Line:
    return line(Span(fitted(label, LABEL_WIDTH), "muted"), text, hang=LABEL_WIDTH)
