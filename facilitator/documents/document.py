"""A document: what a report says, block by block, before anybody chooses how it looks.

Separate, because Markdown, HTML, e-mail, Slack and the terminal say the same things in the same order: each renders the
same few kinds of block and escapes all texts in them. So a new audience needs no new renderer, and a new format no new
wording. All texts here are plain: nothing in them is markup.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from facilitator.domain.facts.signal import Signal


class Style(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


class Run(Struct, frozen=True):
    """A stretch of text in one style; `tone` as in a `Cell`."""

    text: str
    style: Style = Style.PLAIN
    tone: str = ""


class Heading(Struct, frozen=True):
    """A heading: `level` 2 begins a section, 3 a part of one. Level 1 is the document's `title`."""

    text: str
    level: int = 2


class Paragraph(Struct, frozen=True):
    runs: tuple[Run, ...]


class Bullets(Struct, frozen=True):
    items: tuple[tuple[Run, ...], ...]


class Facts(Struct, frozen=True):
    """Pairs of a name and a text."""

    rows: tuple[tuple[str, str], ...]


class Cell(Struct, frozen=True):
    """A cell of a table. `tone` is the kind of thing it holds, such as `covered`, for formats with colours."""

    text: str
    tone: str = ""
    aside: str = ""

    @property
    def whole(self) -> str:
        return f"{self.text}: {self.aside}" if self.aside else self.text


class Column(Struct, frozen=True):
    title: str
    is_number: bool = False


class Table(Struct, frozen=True):
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class NoteEntry(Struct, frozen=True):
    """A note in a list. `remark` says what is special about it."""

    time: str
    author: str
    text: str
    signal: Signal | None = None
    remark: str = ""


class Entries(Struct, frozen=True):
    """Notes that are put into words one by one as they are iterated over, since there can be ten thousand."""

    entries: Callable[[], Iterable[NoteEntry]]

    def __iter__(self) -> Iterator[NoteEntry]:
        return iter(self.entries())


class NoteList(Struct, frozen=True):
    notes: Iterable[NoteEntry]


class Bar(Struct, frozen=True):
    """A stretch of a time line, in seconds from its beginning."""

    start: int
    end: int

    @property
    def seconds(self) -> int:
        return self.end - self.start


class BarRow(Struct, frozen=True):
    """A segment as planned (0 s if it was added) and, visit by visit, as it ran; `used_seconds` excludes pauses."""

    number: int
    title: str
    kind: str
    planned: Bar
    actual: tuple[Bar, ...]
    used_seconds: int
    says: str
    tone: str = ""


class TimeChart(Struct, frozen=True):
    """The plan and what happened on an axis of `seconds`. Text formats omit it: the table beside it says the same."""

    seconds: int
    rows: tuple[BarRow, ...]


Block = Heading | Paragraph | Bullets | Facts | Table | NoteList | TimeChart


class Document(Struct, frozen=True):
    """Blocks under a title. The first `page` of them can stand alone; None if all belong together."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    page: int | None = None

    @property
    def first_page(self) -> "Document":
        """Return what stands on the first page: so nothing in the brief is missing from the whole."""
        return Document(self.title, self.subtitle, self.blocks[: self.page])


def paragraph(text: str, style: Style = Style.PLAIN) -> Paragraph:
    return Paragraph((Run(text, style),))
