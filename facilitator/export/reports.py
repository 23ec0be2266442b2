"""For whom an export is: what each audience gets to see, as a value of its own, and that value as a document.

The panel gets the debrief as it is.
"""

from enum import StrEnum

from facilitator.domain.debrief import Debrief
from facilitator.export.document import Document
from facilitator.export.panel_document import panel_document

Report = Debrief


class Audience(StrEnum):
    PANEL = "panel"
    LEAD = "lead"

    @property
    def label(self) -> str:
        """What the export is called in a file's name."""
        return "debrief"


def report_for(audience: Audience, debrief: Debrief) -> Report:
    """What `audience` gets to see of a debrief."""
    return debrief


def document(report: Report) -> Document:
    """A report in words and order."""
    return panel_document(report)
