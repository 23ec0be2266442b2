"""What the line belongs to, in front of it: `cfo · 2. Data strategy · q3>`, in as many words as there is room for."""

from collections.abc import Iterator, Sequence

from textual.geometry import Size

from facilitator.documents.cells import most_cells, shortened
from facilitator.documents.styled_text import Line, Span, line
from facilitator.showing.belonging import Belonging
from facilitator.ui.toolkit.pane import Pane

LEAST_TO_TYPE_IN = 24
"""How many cells of a narrow row stay for what is typed."""

LONGEST = 12
"""How much of an id or a title is shown where there is little room, in cells."""


class Writer(Pane):
    """A pane as wide as its text, which takes two fifths of the row at most. `stamp` is the time of a stamped note."""

    belonging = Belonging("")
    stamp = ""

    def show(self, belonging: Belonging, stamp: str = "") -> None:
        if (belonging, stamp) != (self.belonging, self.stamp):
            self.belonging, self.stamp = belonging, stamp
            self.renew()
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return most_cells(self.text_for(min(container.width * 2 // 5, container.width - LEAST_TO_TYPE_IN)))

    def lines_for(self, width: int) -> Sequence[Line]:
        author, space, where = self.text_for(width).partition(" ")
        return [line(Span(author + space, "accent"), Span(where, "muted"))]

    def text_for(self, width: int) -> str:
        """Return the longest of the texts that fits into `width` cells; if none does, the shortest, cut with a `…`."""
        for text in self._texts():
            if most_cells(text) < width:
                return f"{text}>"
        return f"{shortened(text, width - 1)}>" if width > 1 else ""

    def _texts(self) -> Iterator[str]:
        """Yield what it says in ever fewer words. Marks stand in the line itself, so they are counted first."""
        whose, where = self.belonging, (self.belonging.question, self.stamp)
        segment = f"{whose.number} {whose.title}".strip()
        author, title = shortened(whose.author, LONGEST), shortened(whose.title, LONGEST)
        more = f"+{len(whose.marks)}" if whose.marks else ""
        yield _joined(" · ", whose.author, segment, *where, *whose.marks)
        yield _joined(" · ", author, f"{whose.number} {title}".strip(), *where, *whose.marks)
        yield _joined(" · ", author, whose.number, *where, *whose.marks)
        yield _joined(" ", author, whose.number, *where, more)
        yield _joined(" ", shortened(whose.author, LONGEST // 2), whose.number, *where, more)


def _joined(between: str, *parts: str) -> str:
    return between.join(filter(None, parts))
