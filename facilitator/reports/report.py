"""What each audience gets to see, as a value, and that value as a document.

A renderer is given only the audience's value, so nothing else can get into the export. To add an audience,
add a member to `Audience` and a line to each of the two tables here.
"""

from collections.abc import Callable
from typing import Any

from facilitator.documents.document import Document
from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports.audience import Audience, Extent
from facilitator.reports.feedback import Feedback, feedback, feedback_document
from facilitator.reports.lead import LeadReport, lead_document, lead_report
from facilitator.reports.next_round import NextRound, next_round, next_round_document
from facilitator.reports.panel.panel_document import panel_document

Report = Debrief | LeadReport | NextRound | Feedback

_MAKERS: dict[Audience, Callable[[Debrief], Report]] = {
    Audience.PANEL: lambda debrief: debrief,
    Audience.LEAD: lead_report,
    Audience.NEXT_ROUND: next_round,
    Audience.CANDIDATE: feedback,
}

_DOCUMENTS: dict[type, Callable[[Any], Document]] = {
    Debrief: panel_document,
    LeadReport: lead_document,
    NextRound: next_round_document,
    Feedback: feedback_document,
}


def report_for(audience: Audience, debrief: Debrief) -> Report:
    """Return what `audience` gets to see of a debrief."""
    return _MAKERS[audience](debrief)


def document(report: Report, extent: Extent = Extent.FULL) -> Document:
    """Return a report as a document; in brief, only the page to decide from, if it has one."""
    whole = _DOCUMENTS[type(report)](report)
    return whole.first_page if extent is Extent.BRIEF else whole
