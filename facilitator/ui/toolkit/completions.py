"""The list of completions above the note line: an offer, which takes no key but Tab; and what Enter would do."""

from collections.abc import Sequence
from string import ascii_lowercase
from typing import TYPE_CHECKING, cast

from textual.message import Message

from facilitator.documents.cells import shortened
from facilitator.documents.styled_text import Line, Span, line
from facilitator.ui.toolkit.pane import Pane

if TYPE_CHECKING:
    from facilitator.showing.completion import Completion

ROWS = 2
"""How many rows the meaning of a completion may take."""

LAST_ROWS = 5
"""With few completions, a meaning may take this many rows less their number."""


class Completions(Pane):
    """A pane with a row or more per completion, of which Tab takes the first, and a row with what Enter would do."""

    class Chosen(Message):
        """A completion was clicked."""

        def __init__(self, completion: "Completion") -> None:
            super().__init__()
            self.completion = completion

    offered: "Sequence[Completion]" = ()
    foreseen = ""
    lettered = False

    def offer(self, offered: "Sequence[Completion]", foreseen: str = "", lettered: bool = False) -> None:
        """Show the completions, `lettered` or for Tab.

        `foreseen` is what would come of the line as it is, in words that follow “Enter”.
        """
        wanted = (tuple(offered), foreseen, lettered)
        if wanted == (self.offered, self.foreseen, self.lettered):
            return
        self.offered, self.foreseen, self.lettered = wanted
        self.display = bool(offered or foreseen)
        self.set_class(lettered, "-lettered")
        self.renew()

    def clicked(self, target: object) -> None:
        if target in self.offered:
            self.post_message(self.Chosen(cast("Completion", target)))

    def lines_for(self, width: int) -> Sequence[Line]:
        longest = max((len(item.text) for item in self.offered), default=0)
        have_letters = any(item.letter for item in self.offered)
        are_choices = have_letters and not self.lettered
        hang = longest + (8 if are_choices else 6)
        rows = max(1 if have_letters else ROWS, LAST_ROWS - len(self.offered))  # to choose, one must see all
        lost = 8 if rows > 1 else 0  # a row that breaks at a space holds a little less
        room = max(0, rows * (width - hang) - lost)
        choices = [
            line(
                Span(f"{ascii_lowercase[place]}   " if self.lettered else "Tab " if place == 0 else "    ", "accent"),
                Span(f"{item.letter:<2}" if are_choices else "", "accent"),
                Span(f"{item.text:<{longest}}  ", "strong"),
                Span(shortened(item.meaning.replace("\n", " "), room), "muted"),
                target=item,
                hang=hang,
            )
            for place, item in enumerate(self.offered)
        ]
        last = [line(Span("Enter ", "accent"), Span(shortened(self.foreseen, width - 6), "strong"))]
        return choices + (last if self.foreseen else [])
