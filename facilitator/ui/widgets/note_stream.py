"""The note stream: the notes as they were kept, the newest last.

Only the notes in view are wrapped and drawn, counted from the end, so that the ten-thousandth note costs
what the tenth did.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter

from textual.message import Message

from facilitator.domain.filing import Filing
from facilitator.domain.local_time import time_text
from facilitator.domain.session import Note, Session
from facilitator.ui.lines import Line, Span, line, wrapped
from facilitator.ui.widgets.pane import Pane
from facilitator.ui.words import SIGNAL

SLACK = 50
"""How many notes more than needed are looked at: a note that was begun early can be kept late."""


class NoteStream(Pane):
    """Shows the newest notes; `skipped` of them are below what is shown when scrolled back."""

    class Chosen(Message):
        """A note was clicked."""

        def __init__(self, note: Note) -> None:
            super().__init__()
            self.note = note

    session: Session
    wanted: str = ""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.skipped = 0

    def show(self, session: Session, wanted: str = "") -> None:
        """Show the notes of `session`; with `wanted`, only those that have all of its words."""
        if wanted != self.wanted or len(session.notes) < self.skipped:
            self.skipped = 0
        self.session, self.wanted = session, wanted
        self.renew()

    def clicked(self, target: object) -> None:
        if isinstance(target, str) and (note := self.session.notes.get(target)) is not None:
            self.post_message(self.Chosen(note))

    @property
    def found(self) -> int:
        """How many notes have the wanted words."""
        return sum(1 for _ in self._newest_first())

    def lines_for(self, width: int) -> Sequence[Line]:
        height = self.size.height
        notes = list(islice(self._newest_first(), self.skipped + height + SLACK))
        notes.sort(key=attrgetter("at"), reverse=True)
        if not notes:
            said = f"No note has “{self.wanted}”." if self.wanted else "Type, and Enter keeps it."
            return [line(Span(said, "muted"))]
        filing = Filing(self.session)
        rows: list[Line] = []
        shown = notes[self.skipped :]
        for place, note in enumerate(shown):
            block = [row for row in wrapped(note_line(self.session, note, filing, width), width)]
            before = shown[place + 1] if place + 1 < len(shown) else None
            segment = filing.segment(note.at)
            if segment and not self.wanted and (before is None or filing.segment(before.at) != segment):
                block.insert(0, _divider(self.session.agenda.segment(segment).title, width))
            rows = block + rows
            if len(rows) >= height:
                break
        return rows[-height:] if len(rows) >= height else [line()] * (height - len(rows)) + rows

    def move_view(self, rows: int) -> None:
        """Scroll by notes: back in time below zero."""
        last = max(0, len(self.session.notes) - 1)
        self.skipped = max(0, min(last, self.skipped - rows))
        self.renew()

    def _newest_first(self) -> Iterator[Note]:
        notes = reversed(self.session.notes.values())
        if not self.wanted:
            return notes
        words = self.wanted.casefold().split()
        return (note for note in notes if all(word in searched(note) for word in words))


def searched(note: Note) -> str:
    """The text of a note in which words are looked for."""
    parts = (note.text, note.author, f"#{note.competency}" if note.competency else "", note.signal or "")
    return " ".join(parts).casefold()


def note_line(session: Session, note: Note, filing: Filing, width: int) -> Line:
    """`10:14 cro  + strength  q5 text`."""
    roomy = width >= 60
    look = SIGNAL.get(note.signal) if note.signal else None
    sign = f"{look.glyph} {look.word}" if look and roomy else look.glyph if look else ""
    author = note.author[:7] if roomy else ""
    spans = [Span(f"{time_text(note.at, session.timezone)} ", "muted")]
    if roomy:
        spans.append(Span(f"{author:<7} {sign:<12}", look.role if look else "muted"))
    else:
        spans.append(Span(f"{sign:<2}", look.role if look else "muted"))
    hang = 26 if roomy else 8
    at_hand = filing.question(note)
    tail = []
    if at_hand is not None and roomy:
        tail = [Span("  "), Span(f"q{session.agenda.question_by_id[at_hand].number}", "quiet")]
    role = "accent" if look is SIGNAL_QUOTE else ""
    text = f"“{note.text}”" if look is SIGNAL_QUOTE else note.text
    return line(*spans, Span(text, role), *tail, target=note.id, hang=hang)


SIGNAL_QUOTE = next(look for signal, look in SIGNAL.items() if signal == "quote")


def _divider(title: str, width: int) -> Line:
    return line(Span(f"── {title} "[:width], "quiet"))
