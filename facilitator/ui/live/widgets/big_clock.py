"""The countdown as large as the terminal allows, with the title of its segment, to be read from across the room."""

from collections.abc import Sequence

from facilitator.documents.cells import cells, shortened
from facilitator.documents.styled_text import Line, Span, line
from facilitator.domain.time.clock_face import ClockFace
from facilitator.showing.looks import look_of, phase_words
from facilitator.ui.toolkit.digits import figures
from facilitator.ui.toolkit.pane import Pane


class BigClock(Pane):
    """Title, figures, and a word for what they count, centred. If there is a `role`, no phase changes their colour."""

    face: ClockFace | None = None

    def __init__(self, role: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._role = role

    def show(self, face: ClockFace) -> None:
        self.face = face
        self.renew()

    def lines_for(self, width: int) -> Sequence[Line]:
        if self.face is None:
            return ()
        height = self.size.height
        role = self._role or look_of(self.face).role
        words = [shortened(self.face.title, width), phase_words(self.face)]
        frame = 4 if height >= 9 else 2 if height >= 5 else 0
        rows = figures(self.face.digits, width, max(1, height - frame))
        lines = [_centred(row, width, role) for row in rows]
        if frame:
            gap = [line()] * (frame // 2 - 1)
            lines = [_centred(words[0], width, "title"), *gap, *lines, *gap, _centred(words[1], width, role)]
        return [line()] * max(0, (height - len(lines)) // 2) + lines


def _centred(text: str, width: int, role: str) -> Line:
    return line(" " * max(0, (width - cells(text)) // 2), Span(text, role))
