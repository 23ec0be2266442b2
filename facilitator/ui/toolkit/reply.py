"""The reply: the result of the last line, the reason for a refusal, or a question to confirm."""

from collections.abc import Sequence

from textual.message import Message

from facilitator.documents.cells import shortened
from facilitator.documents.styled_text import Line, Span, line, wrapped
from facilitator.ui.toolkit.pane import Pane

LOOKS = {
    "said": ("·", "muted"),
    "keeping": ("·", "muted"),
    "refused": ("✕", "bad"),
    "asked": ("?", "warn"),
    "trouble": ("■", "bad"),
    "segue": ("▸", "accent"),
    "panel": ("●", "muted"),
    "offline": ("◐", "warn"),
    "aside": ("»", "accent"),
}


class Reply(Pane):
    """A pane with one reply, in as many rows as it needs.

    Where there are fewer, the last line stays, which says what to do; what stands before it is cut off with `…`.
    """

    COUNTS_BELOW = False

    class Confirmed(Message):
        """The question was clicked, which means yes."""

    kind = "said"
    text = ""

    def clicked(self, target: object) -> None:
        if target == "asked":
            self.post_message(self.Confirmed())

    def tell(self, text: str, kind: str = "said") -> None:
        """Show `text`; `kind` is a key of `LOOKS`."""
        if (text, kind) == (self.text, self.kind):
            return
        self.text, self.kind = text, kind
        self.renew()

    def lines_for(self, width: int) -> Sequence[Line]:
        glyph, role = LOOKS[self.kind]
        if not self.text:
            return [line()]
        first, *more = self.text.split("\n")
        target = "asked" if self.kind == "asked" else None
        rest = (line("  ", Span(part, "muted"), target=target, hang=2) for part in more)
        return [line(Span(f"{glyph} {first}", role), target=target, hang=2), *rest]

    def shown_row(self, y: int) -> Line:
        width, height = self.laid_out
        hidden = len(self.rows) - height
        if hidden <= 0:
            return super().shown_row(y)
        last = min(self._rows_of_last_line(width), height - 1)
        if y >= height - last:
            return self.rows[hidden + y]
        row = super().shown_row(y)
        return _cut_off(row, width) if y == height - last - 1 and self.top < hidden else row

    def _rows_of_last_line(self, width: int) -> int:
        """Return how many rows the last line takes; none if it is the only one."""
        _, *more = self.lines_for(width)
        return sum(1 for _ in wrapped(more[-1], width)) if more else 0


def _cut_off(row: Line, width: int) -> Line:
    """Return a row with `…` at its end, for what would follow."""
    text = "".join(span.text for span in row.spans).rstrip(" .,;")
    return line(Span(shortened(f"{text}…", width), row.spans[-1].role if row.spans else ""), target=row.target)
