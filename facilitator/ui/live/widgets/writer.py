"""Whom the note line is credited to, in front of it: `cfo>`, as one would type it for a single line."""

from collections.abc import Sequence

from facilitator.documents.cells import cells, shortened
from facilitator.documents.styled_text import Line, Span, line
from facilitator.ui.toolkit.pane import Pane

LONGEST = 12
"""How much of an id is shown, in cells."""


class Writer(Pane):
    """A pane as wide as its text; hidden while the lead writes."""

    text = ""

    def show(self, panelist: str) -> None:
        """Show a panelist's id; nothing for an empty one."""
        text = f"{shortened(panelist, LONGEST)}>" if panelist else ""
        if text != self.text:
            self.text = text
            self.display = bool(text)
            self.styles.width = cells(text)
            self.renew()

    def lines_for(self, width: int) -> Sequence[Line]:
        return [line(Span(self.text, "accent"))]
