"""The lead's report: the whole debrief, on whose first page stands what is missing, and what the candidate may read."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from facilitator.documents.document import Block, Bullets, Document, Heading, Run, Style, paragraph
from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports import words
from facilitator.reports.feedback import Feedback, feedback
from facilitator.reports.panel.panel_document import panel_document
from facilitator.reports.panel.parts import numbers


class MissingRating(Struct, frozen=True, kw_only=True):
    panelist: str
    competency: str


class LeadReport(Struct, frozen=True, kw_only=True):
    """A debrief and what is missing from it.

    `missing_ratings` are expected from a competency's owners, or from all raters if it has none. Nothing is missing
    from a panelist whose sealed scorecard is in, who has something sealed, or who was removed from the panel; and
    whoever only looks on can't tell what is.
    """

    debrief: Debrief
    missing_ratings: tuple[MissingRating, ...]
    missing_recommendations: tuple[str, ...]
    feedback: Feedback


def lead_report(debrief: Debrief) -> LeadReport:
    """Return the debrief with what the lead has to attend to; nothing is missing if the interview was called off."""
    sealed = {card.panelist for card in debrief.panel.scorecards if card.state == "sealed"}
    removed = {card.panelist for card in debrief.panel.scorecards if card.removed}
    sealed |= (debrief.panel.kept_sealed or {}).keys()
    expected = (person for person in debrief.people if person.present and not person.shadow)
    is_untold = debrief.cancelled or debrief.panel.looks_on
    raters = [] if is_untold else [person.id for person in expected if person.id not in sealed | removed]
    acting = {absent: person.id for person in debrief.people for absent in person.stands_in_for}
    return LeadReport(
        debrief=debrief,
        missing_ratings=tuple(
            MissingRating(panelist=panelist, competency=row.id)
            for row in debrief.competencies
            for panelist in [acting.get(owner, owner) for owner in row.owners] or raters
            if panelist in raters and panelist not in {rating.panelist for rating in row.ratings}
        ),
        missing_recommendations=tuple(who for who in raters if who not in debrief.recommendations),
        feedback=feedback(debrief),
    )


def lead_document(report: LeadReport) -> Document:
    """Return the panel's document with a section for the lead at the end of its first page."""
    whole = panel_document(report.debrief)
    page = (*whole.first_page.blocks, *_for_the_lead(report))
    return replace(whole, blocks=(*page, *whole.blocks[whole.page :]), page=len(page))


def _for_the_lead(report: LeadReport) -> Iterator[Block]:
    if report.debrief.panel.looks_on:
        return
    competencies = {row.id: row.name for row in report.debrief.competencies}
    yield Heading("For the lead")
    missing = [
        *(
            f"{words.panelist_name(report.debrief, item.panelist)} has not rated {competencies[item.competency]}."
            for item in report.missing_ratings
        ),
        *(
            f"{words.panelist_name(report.debrief, who)} has not given a recommendation."
            for who in report.missing_recommendations
        ),
    ]
    if report.debrief.cancelled:
        yield paragraph("No rating or recommendation is expected.", Style.QUIET)
    elif missing:
        yield Bullets(tuple((Run(line),) for line in missing))
    else:
        yield paragraph("Every rating and recommendation is in.")
    shared = [note for note in report.debrief.notes if note.shared]
    whom = report.debrief.agenda.other_side
    if shared:
        yield paragraph(f"Marked for {whom} to read: {numbers(shared)}.")
    else:
        yield paragraph(f"No note is marked for {whom}; #share in a note does that.", Style.QUIET)
