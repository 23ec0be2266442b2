"""A document: what a report says, block by block, before anybody has chosen how it looks.

Separate, because what is said and in which order is the same for Markdown, HTML, e-mail, Slack and the terminal: each
of these renders the same few kinds of block and escapes every text in them, so that a new audience needs no new
renderer and a new format no new wording. All texts here are plain; nothing in them is markup.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct


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
    """`level` 2 is a section, 3 a part of one; the document's own title is its `title`."""

    text: str
    level: int = 2


class Paragraph(Struct, frozen=True):
    runs: tuple[Run, ...]


class Bullets(Struct, frozen=True):
    items: tuple[tuple[Run, ...], ...]


class Facts(Struct, frozen=True):
    """Names and what stands against them."""

    rows: tuple[tuple[str, str], ...]


class Cell(Struct, frozen=True):
    """`tone` says what kind of thing stands in it, for formats that have colours: `covered`, `over`."""

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
    """A note as it is listed. `signal` is empty for one without a direction; `remark` says what is special."""

    time: str
    author: str
    text: str
    signal: str = ""
    sign: str = ""
    remark: str = ""


class Entries(Struct, frozen=True):
    """Notes that are put into words one by one, each time they are gone through: there can be ten thousand."""

    entries: Callable[[], Iterable[NoteEntry]]

    def __iter__(self) -> Iterator[NoteEntry]:
        return iter(self.entries())


class NoteList(Struct, frozen=True):
    notes: Iterable[NoteEntry]


class Bar(Struct, frozen=True):
    """A stretch on a time line, in seconds from its beginning."""

    start: int
    end: int

    @property
    def seconds(self) -> int:
        return self.end - self.start


class BarRow(Struct, frozen=True):
    """A segment as planned and, visit by visit, as it ran; `used_seconds` are less what was paused."""

    number: int
    title: str
    kind: str
    planned: Bar
    actual: tuple[Bar, ...]
    used_seconds: int
    says: str
    tone: str = ""


class TimeChart(Struct, frozen=True):
    """Plan and reality on one axis of `seconds`; the table beside it has the same facts, so texts leave it out."""

    seconds: int
    rows: tuple[BarRow, ...]


Block = Heading | Paragraph | Bullets | Facts | Table | NoteList | TimeChart


class Document(Struct, frozen=True):
    title: str
    subtitle: str
    blocks: tuple[Block, ...]


def paragraph(text: str, style: Style = Style.PLAIN) -> Paragraph:
    return Paragraph((Run(text, style),))
