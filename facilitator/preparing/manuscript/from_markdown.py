"""Markdown as a manuscript: headings, items, paragraphs, code and tables, each with its lines.

A line of a paragraph that has a time or begins with a field or a lead (`Duration:`, `Follow-ups:`) is a block of its
own. Raw HTML gives its text; what is only markup becomes a mark. `##Intro` is a heading, though it lacks a space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from facilitator.domain.text.plain_text import clean, one_line
from facilitator.preparing.manuscript.html_blocks import HtmlBlock, read_html
from facilitator.preparing.manuscript.inline_markup import leading_strong, leads_elsewhere_here, lines_of, plain_inline
from facilitator.preparing.manuscript.line_runs import ends_run
from facilitator.preparing.manuscript.manuscript import (
    BlockKind,
    FilePlace,
    Manuscript,
    Piece,
    TableCell,
    TextBlock,
    bounded_text,
    split_number,
)
from facilitator.preparing.written_times.written_time import written_time

_DEEPEST = 20
_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*$")
_HEADING = re.compile(r" {0,3}(#{2,6}|#(?![#!0-9]))(?=[^\s#])")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CHECKBOX = re.compile(r"\[[ xX]\]\s")
_SPACE = (Token("softbreak", "", 0),)


def from_markdown(text: str, name: str) -> Manuscript:
    """Return the manuscript of a Markdown text. Raises UnreadableFileError if it is longer than a guide can be.

    YAML front matter is left to the caller.
    """
    lines = clean(bounded_text(text)).split("\n")
    front = front_matter_lines(lines)
    body = [""] * front + [_heading_with_space(line, fenced) for line, fenced in _fenced(lines[front:])]
    return from_lines(lines, body, name, "Markdown", front="\n".join(lines[1 : max(front - 1, 1)]))


def from_lines(
    lines: list[str], body: list[str], name: str, format: str, *, front: str = "", lines_stand_alone: bool = False
) -> Manuscript:
    """Return the manuscript of a file with these `lines`, which are put as Markdown in `body`, line by line.

    If `lines_stand_alone`, a line of a paragraph that ends in a question or a colon is a block of its own. Raises
    UnreadableFileError.
    """
    parser = _parser()
    reading = _Reading(lines, parser, lines_stand_alone)
    for token in parser.parse(bounded_text("\n".join(body))):
        reading.take(token)
    return Manuscript(name, format, tuple(reading.blocks_with_marks()), front)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")


def front_matter_lines(lines: list[str]) -> int:
    """Return how many lines the front matter at the beginning has, with its fences; 0 if there is none."""
    if not lines or not _FRONT_MATTER.match(lines[0]):
        return 0
    fences = (lines[0].strip(), "...")
    return next((number + 1 for number, line in enumerate(lines) if number and line.strip() in fences), 0)


def _fenced(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line and whether it stands inside a code fence."""
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        yield line, bool(fence)
        if match and not fence:
            fence = match[1]
        elif match and match[1].startswith(fence):
            fence = ""


def _heading_with_space(line: str, is_code: bool) -> str:
    match = None if is_code else _HEADING.match(line)
    return f"{match[0]} {line[match.end() :]}" if match else line


@dataclass
class _Reading:
    """Takes the parser's tokens in order and makes blocks of them."""

    lines: list[str]
    parser: MarkdownIt
    lines_stand_alone: bool = False
    blocks: list[TextBlock] = field(default_factory=list)
    list_depth: int = 0
    quote_depth: int = 0
    heading_level: int = 0
    item_number: str = ""
    opens_item: bool = False
    rows: list[tuple[TableCell, ...]] = field(default_factory=list)
    row: list[TableCell] = field(default_factory=list)
    in_table: bool = False
    folds: list[bool] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)

    def take(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.list_depth += 1
            case "bullet_list_close" | "ordered_list_close":
                self.list_depth -= 1
            case "list_item_open":
                self.opens_item, self.item_number = True, token.info
            case "list_item_close":
                self.opens_item = False
            case "blockquote_open":
                self.quote_depth += 1
            case "blockquote_close":
                self.quote_depth -= 1
            case "heading_open":
                self.heading_level = int(token.tag[1])
            case "fence" | "code_block":
                span = self._within_fences(token)
                self._add(BlockKind.CODE, token.content.rstrip("\n"), span, depth=max(self.list_depth - 1, 0))
            case "html_block":
                self._html(token)
            case "inline" if self.in_table:
                self.row.append(self._cell(token))
            case "inline":
                self._inline(token)
            case _:
                self._table(token)

    def _table(self, token: Token) -> None:
        match token.type:
            case "table_open":
                self.in_table, self.rows = True, []
            case "tr_open":
                self.row = []
            case "tr_close":
                self.rows.append((*self.row, *self._beyond_head(self.row)))
            case "table_close":
                self.in_table = False
                places = [cell.place.line for row in self.rows for cell in row]
                first, last = min(places), max(places)
                self._add(BlockKind.TABLE, "", range(first - 1, last), rows=tuple(self.rows))

    def _cell(self, token: Token) -> TableCell:
        line = (token.map[0] if token.map else 0) + 1
        return _table_cell(token, line, len(self.row) + 1)

    def _beyond_head(self, row: list[TableCell]) -> Iterator[TableCell]:
        """Yield the cells of a row beyond the width of the head, which the parser passes over."""
        if self.rows and row:
            line = row[0].place.line
            written = escapedSplit(self.lines[line - 1].strip().lstrip("> "))
            cells = written[not written[0] : len(written) - (not written[-1])]
            for column, text in enumerate(cells[len(row) :], len(row) + 1):
                yield _table_cell(self.parser.parseInline(text.strip())[0], line, column)

    def _within_fences(self, token: Token) -> range:
        """Return the lines of a piece of code without its fences."""
        span = _span(token)
        if token.type != "fence":
            return span
        last = self.lines[span.stop - 1].strip().lstrip("> ") if span.stop <= len(self.lines) else ""
        is_closed = len(span) > 1 and bool(last) and not last.strip(token.markup)
        return range(span.start + 1, span.stop - is_closed)

    def _html(self, token: Token) -> None:
        """Add the blocks of a piece of HTML, or one for all if several are on the same line."""
        html = read_html(token.content, self.folds)
        span, found = _span(token), html.blocks
        self.hidden |= {span.start + line - 1 for line in html.hidden_lines}
        firsts = [span.start + block.first - 1 for block in found]
        if not found:
            self._add(BlockKind.MARK, "", span)
        elif sorted(set(firsts)) != firsts:
            text = one_line(" ".join(block.text or " ".join(chain(*block.rows)) for block in found))
            self._add(BlockKind.PARAGRAPH, text, span, is_folded=found[-1].is_folded)
        else:
            for block, begin, end in zip(found, firsts, [*firsts[1:], span.stop], strict=True):
                self._html_block(block, range(begin, end))

    def _html_block(self, block: HtmlBlock, span: range) -> None:
        places = [FilePlace(line=span.start + line - block.first + 1) for line in block.row_lines]
        rows = tuple(
            tuple(TableCell(one_line(text), place) for text in row)
            for row, place in zip(block.rows, places, strict=True)
        )
        self._add(
            block.kind, block.text, span, block.depth, strong=block.strong, rows=rows, is_folded=block.is_folded
        )  # fmt: skip

    def _inline(self, token: Token) -> None:
        if self.opens_item and leads_elsewhere_here(token.children or []):
            self.opens_item = False
            self._add(BlockKind.MARK, "", _span(token))
            return
        if self.heading_level:
            children = token.children or []
            number, text = split_number(plain_inline(children))
            strong = leading_strong(children)
            self._add(BlockKind.HEADING, text, _span(token), self.heading_level, strong=strong, number=number)
            self.heading_level = 0
        elif self.opens_item:
            self.opens_item = False
            self._runs(token, BlockKind.ITEM, self.item_number)
        elif self.list_depth:
            self._runs(token, BlockKind.CONTINUATION)
        else:
            self._runs(token, BlockKind.PARAGRAPH)

    def _runs(self, token: Token, kind: BlockKind, number: str = "") -> None:
        """Add a block for each run of lines that says one thing; in an item, the later ones go on with it."""
        by_line, span = lines_of(token), _span(token)
        first = span.start
        start = 0
        for offset in range(1, len(by_line) + 1):
            if offset == len(by_line) or self._ends_run(by_line[start], by_line[offset - 1], by_line[offset]):
                run = [child for line in by_line[start:offset] for child in [*line, *_SPACE]]
                written, text = split_number(_CHECKBOX.sub("", plain_inline(run), count=1))
                is_first = start == 0
                self._add(
                    kind if is_first else self._going_on(kind, first + start),
                    text,
                    range(first + start, first + offset if offset < len(by_line) else span.stop),
                    max(self.list_depth - 1, 0),
                    strong=leading_strong(run),
                    number=written or (number if is_first else ""),
                )
                start = offset

    def _ends_run(self, first: list[Token], before: list[Token], behind: list[Token]) -> bool:
        if leading_strong(first) and leading_strong(behind):
            return True
        return ends_run(plain_inline(before), plain_inline(behind), stands_alone=self.lines_stand_alone)

    def _going_on(self, kind: BlockKind, line: int) -> BlockKind:
        """Return what a later run of lines is: in an item it goes on with it, unless it says something of its own.

        That is what isn't indented and has a time, or is plain text.
        """
        if kind != BlockKind.ITEM:
            return kind
        text = self.lines[line]
        is_own = not text.startswith((" ", "\t")) and (self.lines_stand_alone or bool(written_time(text)))
        return BlockKind.PARAGRAPH if is_own else BlockKind.CONTINUATION

    def _add(
        self, kind: BlockKind, text: str, span: range, depth: int = 0, *, strong: str = "", number: str = "",
        rows: tuple[tuple[TableCell, ...], ...] = (), is_folded: bool | None = None,
    ) -> None:  # fmt: skip
        pieces = tuple(self._pieces(span))
        if pieces:
            said = one_line(text) if kind != BlockKind.CODE else text
            is_hidden = any(self.folds) if is_folded is None else is_folded
            block = TextBlock(kind, said, pieces, depth, strong, number, self.quote_depth > 0, is_hidden, rows)
            self.blocks.append(block)

    def _pieces(self, span: range) -> Iterator[Piece]:
        for number in span:
            if number < len(self.lines) and number not in self.hidden and self.lines[number].strip():
                line = self.lines[number]
                yield Piece(FilePlace(line=number + 1, column=len(line) - len(line.lstrip()) + 1), line.strip())

    def blocks_with_marks(self) -> Iterator[TextBlock]:
        """Yield the blocks in the order of their lines, with one for each line that belongs to none."""
        taken = {piece.place.line for block in self.blocks for piece in block.pieces}
        hidden, self.hidden = self.hidden, set()
        rest = [
            TextBlock(BlockKind.HIDDEN if piece.place.line - 1 in hidden else BlockKind.MARK, "", (piece,))
            for piece in self._pieces(range(len(self.lines)))
            if piece.place.line not in taken
        ]
        yield from sorted([*self.blocks, *rest], key=lambda block: block.place)


def _span(token: Token) -> range:
    return range(token.map[0], token.map[1]) if token.map else range(0)


def _table_cell(token: Token, line: int, column: int) -> TableCell:
    return TableCell(plain_inline(token.children or [], keeps_breaks=True), FilePlace(line=line, column=column))
