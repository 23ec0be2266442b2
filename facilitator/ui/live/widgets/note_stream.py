"""The note stream: the notes as they were kept, the newest last.

Only the notes in view, counted from the end, are wrapped and drawn, so that the ten-thousandth note costs no more
than the tenth.
"""

from collections.abc import Sequence, Set
from itertools import islice
from operator import attrgetter

from msgspec.structs import replace
from textual.geometry import Size
from textual.message import Message

from facilitator.documents.cells import shortened
from facilitator.documents.styled_text import Line, Span, line, width_of, wrapped
from facilitator.domain.notes.filing import Filing
from facilitator.domain.notes.search import search_notes
from facilitator.domain.session.state import Note, Session
from facilitator.domain.time.time_of_day import day_and_time
from facilitator.showing.looks import SIGNAL
from facilitator.ui.toolkit.hidden_things import Hidden
from facilitator.ui.toolkit.pane import Pane

SLACK = 50
"""How many more notes than needed are looked at, since a note that was begun early may be kept late."""


class NoteStream(Pane):
    """A pane of the newest notes; when scrolled back, `skipped` notes are below what is shown."""

    class Chosen(Message):
        """A note was clicked."""

        def __init__(self, note: Note) -> None:
            super().__init__()
            self.note = note

    session: Session | None = None
    wanted: str = ""
    skipped: int = 0
    earlier: int = 0
    wanted_rows: int = 1
    unkept: Set[str] = frozenset()
    was_sealed: bool = False
    nothing: str = "Type, and Enter keeps it."
    """What stands there while there is no note."""

    def mark(self, unkept: Set[str]) -> None:
        """Mark the notes with these ids: they are on no disk."""
        if unkept != self.unkept:
            self.unkept = unkept
            self.renew()

    def show(self, session: Session, wanted: str = "") -> None:
        """Show the notes of `session`; with `wanted`, only those that match all of its words."""
        if wanted != self.wanted or len(session.notes) < self.skipped:
            self.skipped = 0
        self.session, self.wanted = session, wanted
        if session.sealed or self.was_sealed:
            from facilitator.domain.session.privacy.private_facts import kept_in_words  # on a panel only

            self.was_sealed = bool(session.sealed)
            self.retitle(kept_in_words(session))
        self.renew()

    def clicked(self, target: object) -> None:
        if self.session is not None and isinstance(target, str):
            for note in filter(None, [self.session.notes.get(target)]):
                self.post_message(self.Chosen(note))

    @property
    def found(self) -> int:
        """How many notes match the wanted words."""
        return len(self._matching())

    def hidden(self) -> Hidden:
        """Return how many notes there are before and after those that are shown, or end at the top."""
        return Hidden(self.earlier, self.skipped)

    def wanted_height(self) -> int:
        return self.wanted_rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of rows that the newest notes take; beyond half of the screen they aren't counted."""
        return min(len(self._newest_rows(width, viewport.height // 2)), viewport.height // 2)

    def lines_for(self, width: int) -> Sequence[Line]:
        height = self.size.height
        rows = self._newest_rows(width, height)
        self.wanted_rows = len(rows)
        return [line()] * (height - len(rows)) + rows[-height:]

    def _newest_rows(self, width: int, height: int) -> list[Line]:
        """Return the rows of the newest notes: some more than `height` if there are as many."""
        matching = self._matching()
        notes = list(islice(reversed(matching), self.skipped + height + SLACK))
        notes.sort(key=attrgetter("at"), reverse=True)
        self.earlier = 0
        if self.session is None or not notes:
            said = f"No note contains “{self.wanted}”." if self.wanted else self.nothing
            return [line(Span(said, "muted"))]
        filing = Filing(self.session)
        rows: list[Line] = []
        shown = notes[self.skipped :]
        for place, note in enumerate(shown):
            whole = stream_line(self.session, note, filing, width, note.id not in self.unkept)
            block = list(wrapped(whole, width))
            cut_off = max(0, len(rows) + len(block) - height)
            if 0 < cut_off < len(block):
                block[cut_off] = _continued(whole, block[cut_off])
            is_in_view = cut_off < len(block)
            before = shown[place + 1] if place + 1 < len(shown) else None
            segment = filing.segment(note.at)
            if segment and not self.wanted and (before is None or filing.segment(before.at) != segment):
                block.insert(0, _divider(self.session, segment, width))
            rows = block + rows
            if len(rows) > height:
                self.earlier = len(matching) - self.skipped - place - is_in_view
                break
        return rows

    def move_view(self, rows: int) -> None:
        """Scroll by notes; a negative number goes back in time."""
        last = max(0, len(self.session.notes) - 1) if self.session is not None else 0
        self.skipped = max(0, min(last, self.skipped - rows))
        self.renew()

    def _matching(self) -> Sequence[Note]:
        if self.session is None:
            return ()
        return search_notes(self.session, self.wanted) if self.wanted else self.session.notes.values()


def stream_line(session: Session, note: Note, filing: Filing, width: int, is_kept: bool = True) -> Line:
    """Return `10:14 cro     + strength  text  q5`, with less of sign and author if there is little room.

    A note that is not kept says so at its end; one of another day than the newest names its day.
    """
    newest = session.notes.values()[-1:] or [note]
    roomy, some = width >= 100, width >= 60
    look = SIGNAL[note.signal] if note.signal else None
    spans = [Span(f"{day_and_time(session, note.at, newest[0].at)} ", "muted")]
    if roomy:
        spans.append(Span(f"{shortened(note.author, 7):<8}", "muted"))
        spans.append(Span(f"{note.called:<5} ", "quiet"))
        spans.append(Span(f"{look.glyph} {look.word}".ljust(12) if look else " " * 12, look.role if look else ""))
    else:
        spans.append(Span(f"{look.glyph} " if look else "  ", look.role if look else ""))
    verbatim = note.signal is not None and note.signal.is_verbatim
    text = Span(note.signal.shown(note.text) if note.signal else note.text, "accent" if verbatim else "")
    hang = width_of(spans)
    at_hand = filing.question(note) if some else None
    tail = [look.word if look else "", note.author, note.called] if some and not roomy else []
    tail.append(session.plan.called(session.plan.question_by_id[at_hand]) if at_hand else "")
    end = " ".join(part for part in tail if part)
    mark = () if is_kept else (Span("  ■ not kept", "bad"),)
    return line(*spans, text, Span("  "), Span(end, "quiet"), *mark, target=note.id, hang=hang)


def _continued(whole: Line, row: Line) -> Line:
    """Return a row with the time of its note, which begins above what is seen: `10:14   …closed three of five`."""
    hang, text = row.spans[0], row.spans[1:]
    if hang.text != " " * whole.hang:  # too little room for it
        return row
    spans: list[Span] = []
    while width_of(spans) < whole.hang:
        spans.append(whole.spans[len(spans)])
    spans[-1] = Span(spans[-1].text[:-1] + "…", spans[-1].role)
    return replace(row, spans=(*spans, *text))


def _divider(session: Session, segment: str, width: int) -> Line:
    return line(Span(shortened(f"── {session.plan.name(session.plan.segment(segment))}", width), "quiet"))
