"""A file as blocks of text, each with the pieces of the file that it was made of.

Every reader of a format gives this, so that what a block means is decided in one place (`preparing.taking`), and every
piece of the file can be accounted for.
"""

import re
from enum import StrEnum

from msgspec import Struct

_NUMBERED = re.compile(
    r"(?:Q|Question )?(\d{1,3}(?:\.\d{1,3}){0,4})(?:[.):]|(?<=\.\d)|(?<=\.\d\d))\s(?=\S)", re.IGNORECASE
)


_EARLIEST_HOUR = 7
LONGEST_CHARACTERS = 256 * 1024
"""The work of a parser of markup can grow faster than the text."""
MOST_LINES = 3000
MOST_MARKS = 30_000
_MARKS = "[]*_`<&|\\~"


class FilePlace(Struct, frozen=True, order=True):
    """Where a piece stands: a line of a text, a paragraph of a document, or a cell of a sheet. All count from 1."""

    line: int = 0
    column: int = 0
    paragraph: int = 0
    sheet: str = ""
    row: int = 0

    @property
    def number(self) -> int:
        """The number of its line, paragraph or row, whichever it has."""
        return self.row or self.line or self.paragraph

    def __str__(self) -> str:
        if self.sheet and not self.row:
            return f"sheet {self.sheet}"
        if self.row:
            cell = f"{column_letters(self.column)}{self.row}"
            return f"{self.sheet}, cell {cell}" if self.sheet else f"cell {cell}"
        return f"paragraph {self.paragraph}" if self.paragraph else f"line {self.line}"


class Piece(Struct, frozen=True):
    """The smallest thing of a file that is accounted for: a line, paragraph or cell that isn't blank."""

    place: FilePlace
    text: str


class BlockKind(StrEnum):
    """What a block is by its form. A `continuation` is another paragraph of the item before it; a `mark` is markup.

    What is `hidden` isn't shown to readers of the file, such as a comment.
    """

    HEADING = "heading"
    ITEM = "item"
    CONTINUATION = "continuation"
    PARAGRAPH = "paragraph"
    CODE = "code"
    TABLE = "table"
    MARK = "mark"
    HIDDEN = "hidden"


class TableCell(Struct, frozen=True):
    """A cell of a table: its text on one line, and its place."""

    text: str
    place: FilePlace


class TextBlock(Struct, frozen=True):
    """A block of a file. Each piece of a file belongs to one block.

    `text` is without markup. `depth` is the level of a heading (1 to 6) or of an item (0 for the outermost list).
    `strong` is the emphasised text at its beginning, `number` the number before it (`2.1`), if any. `is_quote`: it is
    set apart as something said; `is_folded`: it is folded away, such as an answer that opens with a click. A table has
    `rows` instead of a text, the first of which may be its head.
    """

    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...]
    depth: int = 0
    strong: str = ""
    number: str = ""
    is_quote: bool = False
    is_folded: bool = False
    rows: tuple[tuple[TableCell, ...], ...] = ()

    @property
    def place(self) -> FilePlace:
        """The place of its first piece."""
        return self.pieces[0].place

    def row_places(self) -> list[FilePlace]:
        """Return where each of its rows begins: the place of the row's first piece, if it has one."""
        own = {piece.place for piece in self.pieces}
        by_number = {piece.place.number: piece.place for piece in reversed(self.pieces)}
        firsts = [next((cell.place for cell in row if cell.text.strip()), FilePlace()) for row in self.rows]
        return [first if first in own else by_number.get(first.number, first) for first in firsts]


class Manuscript(Struct, frozen=True):
    """A file that was read. `format` is what it is in words: `Markdown`, `a Word document`.

    `front` is the YAML that stands before the text, without its fences; its lines are marks. `notes` say what of the
    file was passed over, such as macros.
    """

    name: str
    format: str
    blocks: tuple[TextBlock, ...]
    front: str = ""
    notes: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for block in self.blocks for piece in block.pieces)


class UnreadableFileError(Exception):
    """A file can't be read as what it is; the message says why, and `place` where, if that is known."""

    def __init__(self, message: str, place: FilePlace | None = None) -> None:
        super().__init__(message)
        self.place = place


def bounded_text(text: str, most_lines: int = MOST_LINES) -> str:
    """Return a text that is no longer than a guide can be. Raises UnreadableFileError if it is."""
    if len(text) > LONGEST_CHARACTERS:
        raise UnreadableFileError(
            f"is longer than {LONGEST_CHARACTERS} characters; that can't be a guide for one interview"
        )
    if text.count("\n") > most_lines:
        raise UnreadableFileError(f"has more than {most_lines} lines; that can't be a guide for one interview")
    if sum(map(text.count, _MARKS)) > MOST_MARKS:
        raise UnreadableFileError(
            f"has more than {MOST_MARKS} marks such as * and [; that can't be a guide for one interview"
        )
    return text


def split_number(text: str) -> tuple[str, str]:
    """Return the number that a text begins with (`2.1`, `3)`), without its punctuation, and the rest of it."""
    match = _NUMBERED.match(text)
    if match and _is_time_of_day(match[1]):
        return "", text
    return (match[1], text[match.end() :]) if match else ("", text)


def _is_time_of_day(number: str) -> bool:
    """Whether a number is more likely a time, as in `9.05 Welcome`, than that of a section."""
    hours, _, minutes = number.partition(".")
    is_form = len(minutes) == 2 and int(hours) <= 24 and int(minutes) < 60
    return is_form and (minutes[0] == "0" or (int(hours) >= _EARLIEST_HOUR and int(minutes) % 5 == 0))


def column_letters(column: int) -> str:
    """Return the letters of a sheet's column: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
