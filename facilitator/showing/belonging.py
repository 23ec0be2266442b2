"""What a line belongs to once it is kept: whose it is, in which segment, on which question. It is said before Enter.

Separate from the widgets and from the sentences of the lines, because both say it.
"""

from msgspec import Struct
from msgspec.structs import replace

from facilitator.domain.language.decision import Situation
from facilitator.domain.language.reading_notes import read_note, understood
from facilitator.domain.language.who_is_meant import spoken
from facilitator.domain.notes.filing import Filing
from facilitator.domain.session.state import Note


class Belonging(Struct, frozen=True):
    """What a line belongs to. Of a command only the author is known, and what is empty isn't so.

    `number` and `title` are those of the segment; `marks` is what else was read in the line: `strength`, `#craft`.
    """

    author: str
    number: str = ""
    title: str = ""
    question: str = ""
    marks: tuple[str, ...] = ()


def belonging(line: str, here: Situation) -> Belonging:
    """Return what a line belongs to that was begun at `here.typed_at`, as far as it is typed."""
    said, here = spoken(line, here)
    if said.startswith("/") and not said.startswith("//"):
        return Belonging(here.author)
    plan, filing = here.plan, Filing(here.session)
    taken, _ = read_note(said.removeprefix("/"), plan)
    note = Note("", 0, here.typed_at, here.author, taken.text, question=taken.question)
    segment = plan.segment(place) if (place := filing.place(note)) else None
    question = plan.question_by_id.get(filing.question(note) or "")
    return Belonging(
        here.author,
        f"{plan.segment_numbers[segment.id]}." if segment else "",
        segment.title if segment else "",
        plan.called(question) if question else "",
        tuple(understood(replace(taken, question=None), plan)),
    )
