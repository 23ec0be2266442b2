"""A Writer document (OpenDocument) as a manuscript: headings, paragraphs, lists and tables of its content."""

from collections.abc import Iterator, Mapping
from itertools import count
from xml.etree import ElementTree as Xml

from facilitator.domain.text.plain_text import clean, one_line
from facilitator.preparing.manuscript.manuscript import (
    BlockKind,
    FilePlace,
    Manuscript,
    Piece,
    TableCell,
    TextBlock,
    UnreadableFileError,
    split_number,
)
from facilitator.preparing.manuscript.office.archives import open_archive, told_of, with_few_elements, xml_parts

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_LEVELS = tuple("123456")
_BODY = ".//{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"
_ROW_GROUPS = tuple(f"{_TABLE}table-{name}" for name in ("header-rows", "row-group", "rows"))
_CELLS = tuple(f"{_TABLE}{name}" for name in ("table-cell", "covered-table-cell"))
_DEEPEST = 50
MOST_ELEMENTS = 30_000


def from_odt(content: bytes, name: str) -> Manuscript:
    """Return the manuscript of an `.odt` file. Raises UnreadableFileError."""
    with open_archive(content) as archive:
        notes, xml = told_of(archive), xml_parts(archive).get("content.xml", b"")
    with_few_elements({"content.xml": xml}, MOST_ELEMENTS)
    try:
        document = Xml.fromstring(xml)
    except (Xml.ParseError, RecursionError) as error:
        raise UnreadableFileError("is a damaged file: its content can't be read") from error
    if (body := document.find(_BODY)) is None:
        raise UnreadableFileError("is no text document")
    styles = {
        one.get(f"{_STYLE}name", ""): one.get(f"{_STYLE}parent-style-name", "")
        for one in document.iter(f"{_STYLE}style")
    }
    blocks = tuple(_Blocks(styles).of(body, -1, 0))
    return Manuscript(name, "a Writer document", blocks, notes=notes)


class _Blocks:
    """Yields the blocks below an element, and numbers their paragraphs. `styles` are the parents of its own styles."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._numbers = count(1)
        self._styles = styles
        self._is_titled = False

    def of(self, parent: Xml.Element, list_depth: int, depth: int) -> Iterator[TextBlock]:
        """Yield the blocks below an element. Raises UnreadableFileError if it is nested too deep."""
        if depth > _DEEPEST:
            raise UnreadableFileError(f"is nested more than {_DEEPEST} levels deep")
        is_first = True
        for element in parent:
            if element.tag == f"{_TEXT}h":
                yield from self._text(element, BlockKind.HEADING, min(_level(element) + self._is_titled, 6))
            elif element.tag == f"{_TEXT}p" and (level := self._styled_level(element)):
                yield from self._text(element, BlockKind.HEADING, level)
            elif element.tag == f"{_TEXT}p":
                kind = BlockKind.PARAGRAPH if list_depth < 0 else BlockKind.ITEM if is_first else BlockKind.CONTINUATION
                yield from self._text(element, kind, max(list_depth, 0))
                is_first = False
            elif element.tag == f"{_TEXT}list":
                for item in element:
                    yield from self.of(item, list_depth + 1, depth + 1)
            elif element.tag == f"{_TABLE}table":
                yield from self._table(element)
            else:
                yield from self.of(element, list_depth, depth + 1)

    def _text(self, element: Xml.Element, kind: BlockKind, depth: int) -> Iterator[TextBlock]:
        said = _said(element)
        if said:
            number, text = split_number(said)
            piece = Piece(FilePlace(paragraph=next(self._numbers)), said)
            yield TextBlock(kind, text, (piece,), depth, number=number)

    def _styled_level(self, element: Xml.Element) -> int:
        """Return the level of a paragraph that has the style of a title or a heading; 0 if it is an ordinary one."""
        style = element.get(f"{_TEXT}style-name", "")
        style = self._styles.get(style) or style
        last = style.removeprefix("Heading_20_")
        if style == "Title":
            self._is_titled = True  # which all headings are below
            return 1
        return min(int(last) + self._is_titled, 6) if last in _LEVELS and last != style else 0

    def _table(self, table: Xml.Element) -> Iterator[TextBlock]:
        rows, pieces = [], []
        for row in _rows(table):
            place = FilePlace(paragraph=next(self._numbers))
            cells = tuple(TableCell(_said(cell), place) for cell in row if cell.tag in _CELLS)
            if text := " | ".join(cell.text for cell in cells).strip(" |"):
                rows.append(cells)
                pieces.append(Piece(place, text))
        if pieces:
            yield TextBlock(BlockKind.TABLE, "", tuple(pieces), rows=tuple(rows))


def _rows(table: Xml.Element) -> Iterator[Xml.Element]:
    """Yield the rows of a table, but not those of tables in its cells."""
    for element in table:
        if element.tag in _ROW_GROUPS:
            yield from element.iter(f"{_TABLE}table-row")
        elif element.tag == f"{_TABLE}table-row":
            yield element


def _said(element: Xml.Element) -> str:
    """Return the text of an element on one line; a tab or a line break in it is a space."""
    parts = []
    for below in element.iter():
        parts.append(below.text or "")
        if below.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break", f"{_TEXT}p"):
            parts.append(" ")
        if below is not element:
            parts.append(below.tail or "")
    return one_line(clean("".join(parts)))


def _level(element: Xml.Element) -> int:
    level = element.get(f"{_TEXT}outline-level", "1")
    return min(int(level), 6) if level.isdigit() and level != "0" else 1
