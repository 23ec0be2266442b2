"""The reply: the result of the last line, the reason for a refusal, or a question to confirm."""

from collections.abc import Sequence

from textual.message import Message

from facilitator.documents.styled_text import Line, Span, line
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
}


class Reply(Pane):
    """A pane with one reply, in as many rows as it needs."""

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
