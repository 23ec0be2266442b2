"""The debrief screen of an interview that has ended, with its session at hand."""

from typing import Any

from facilitator.conducting.conductor import Conductor
from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.plan.scale import Recommendation
from facilitator.reports.audience import Extent
from facilitator.reports.formats import FORMATS
from facilitator.ui.app import FacilitatorApp, Opened
from facilitator.ui.debrief.debrief_screen import DebriefScreen
from facilitator.ui.toolkit.document_view import DocumentView
from tests.ui.sessions import ENDED, played


class Meeting:
    """Holds the screen, the session and what was saved. `options` are the screen's."""

    def __init__(self, conductor: Conductor | None = None, **options: Any) -> None:
        self.conductor = conductor or played(ENDED)[0]
        self.saved: list[tuple[str, dict[str, Recommendation]]] = []
        value = debrief(self.conductor.session, self.conductor.now())
        formats = [FORMATS["md"], FORMATS["html"]]
        self.screen = DebriefScreen(
            value, self.save, lambda value, purpose: "Copied", formats, conductor=self.conductor, **options
        )
        self.app = FacilitatorApp(Opened(self.conductor, finish=lambda: self.screen))

    def save(self, value: Debrief, format: str, extent: Extent | None) -> str:
        self.saved.append((f"{format} {extent or ''}".rstrip(), value.panel.votes))
        return f"Saved as {format}"

    @property
    def page(self) -> str:
        return self.screen.query_one(DocumentView).text
