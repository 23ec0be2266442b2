"""The blocks of an HTML text: headings, items, paragraphs, code, quotes and tables, each with the lines it spans.

The one reader of markup with tags: web pages come through it, and so does whatever another library turns into HTML.
Scripts, styles and comments say nothing; nothing outside of the text is loaded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

from facilitator.domain.text.plain_text import one_line
from facilitator.preparing.manuscript.html_tags import (
    AROUND,
    HEADING_LEVELS,
    HIDDEN_TAGS,
    PARAGRAPHS,
    STRONG,
    hides,
    is_no_tag,
    with_closed_tags,
)  # fmt: skip
from facilitator.preparing.manuscript.line_runs import BREAK, runs_at_breaks
from facilitator.preparing.manuscript.manuscript import BlockKind, UnreadableFileError
from facilitator.preparing.words.sentences import is_asked

_DEEPEST = 100
_SPACES = {"br": BREAK, "dd": " "}
_MOST_BARE_ATTRIBUTES = 5  # what has more of them is a text with `<` in it
MOST_TAGS = 10_000
LONGEST_HTML = 1024 * 1024


@dataclass
class HtmlBlock:
    """A block, with the first and last line (from 1) of the HTML that it was read from. `rows` are those of a table."""

    kind: BlockKind
    text: str
    first: int
    last: int
    depth: int = 0
    strong: str = ""
    is_quote: bool = False
    is_folded: bool = False
    rows: list[list[str]] = field(default_factory=list)
    row_lines: list[int] = field(default_factory=list)


@dataclass
class HtmlText:
    """An HTML text: its blocks in order, and the lines (from 1) in which nothing is shown, though there is a text."""

    blocks: list[HtmlBlock]
    hidden_lines: set[int]


def html_blocks(html: str) -> list[HtmlBlock]:
    """Return the blocks of an HTML text in order; those without any text are left out.

    Raises UnreadableFileError if the text is longer than a guide can be.
    """
    return read_html(html, []).blocks


def read_html(html: str, folds: list[bool]) -> HtmlText:
    """Return an HTML text that goes on with what is folded away.

    `folds` are the `<details>` that are open, each with whether it hides what is in it; they are brought up to date.
    Raises UnreadableFileError if the text is longer than a guide can be.
    """
    if len(html) > LONGEST_HTML:
        raise UnreadableFileError(
            f"is longer than {LONGEST_HTML} characters; save the page as text, or without pictures"
        )
    reading = _Reading(with_closed_tags(html), folds)
    reading.feed(reading.html)
    reading.close()
    return HtmlText(reading.blocks, reading.hidden_lines - reading.shown_lines)


class _Reading(HTMLParser):
    """Collects text into the block that is open, and closes it where another begins."""

    def __init__(self, html: str, folds: list[bool]) -> None:
        super().__init__()
        self.html = html
        self._line_begins = list(accumulate((len(line) + 1 for line in html.split("\n")), initial=0))
        self.blocks: list[HtmlBlock] = []
        self.hidden_lines: set[int] = set()
        self.shown_lines: set[int] = set()
        self._folds = folds
        self._tags = self._first = self._level = 0
        self._in_summary = self._mark = self._item_open = False
        self._texts: list[str] = []
        self._strong: list[str] = []
        self._kind = BlockKind.PARAGRAPH
        self._hidden = self._lists = self._quotes = self._pre = self._bold = self._tables = self._around = (
            self._label
        ) = 0
        self._leads_bold = True
        self._table: HtmlBlock | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags += 1
        if self._tags > MOST_TAGS:
            raise UnreadableFileError(f"has more than {MOST_TAGS} tags; that can't be a guide for one interview")
        written = self._written_here()
        if is_no_tag(written) or sum(value is None for _, value in attrs) > _MOST_BARE_ATTRIBUTES:
            self.handle_data(written)
            return
        if tag in HIDDEN_TAGS:
            self._hidden += 1
        elif tag == "table":
            self._begin_table()
        elif self._table is not None:
            self._in_table(self._table, tag)
        elif tag in HEADING_LEVELS:
            self._begin(BlockKind.HEADING, HEADING_LEVELS[tag])
        elif tag in ("ul", "ol"):
            self.end_block()
            self._lists = min(self._lists + 1, _DEEPEST)
        elif tag == "li":
            self._begin(BlockKind.ITEM, max(self._lists - 1, 0))
            self._item_open = True
        elif tag == "pre":
            self._begin(BlockKind.CODE, 0)
            self._pre += 1
        elif tag in AROUND:
            self.end_block()
            self._around += 1
        elif tag in PARAGRAPHS and not (tag == "dd" and 0 < self._label == len(self._texts)):
            self._begin_paragraph()
            self._quotes += tag == "blockquote"
            if tag == "details":
                self._folds.append(True)
            self._in_summary = tag == "summary"
        else:
            self._begin_inline(tag, dict(attrs).get("href") or "")

    def _begin_inline(self, tag: str, address: str) -> None:
        if tag in _SPACES:
            self._texts.append(_SPACES[tag])
        elif tag == "a":
            self._begin_link(address)
        elif tag in STRONG:
            self._bold += 1
            self._leads_bold = self._leads_bold and not "".join(self._texts).strip()

    def handle_endtag(self, tag: str) -> None:
        if is_no_tag(written := self._written_here()):
            self.handle_data(written)
        elif tag in HIDDEN_TAGS:
            self._hidden = max(self._hidden - 1, 0)
        elif tag == "table":
            self._tables = max(self._tables - 1, 0)
            if not self._tables:
                self._end_table()
        elif self._table is not None:
            return
        elif tag in ("ul", "ol"):
            self.end_block()
            self._lists = max(self._lists - 1, 0)
        elif tag == "li":
            self.end_block()
            self._item_open = False
        elif tag == "pre":
            self.end_block()
            self._pre = max(self._pre - 1, 0)
        elif tag == "a":
            self._mark = False
        elif tag in AROUND:
            self.end_block()
            self._around = max(self._around - 1, 0)
        elif tag == "dt" and (label := one_line("".join(self._texts))) and label[-1] not in ".?!。？":
            self._texts.append("" if label.endswith((":", "：")) else ":")
            self._label = len(self._texts)
        elif tag in STRONG:
            self._bold = max(self._bold - 1, 0)
            self._leads_bold = False
        elif tag in HEADING_LEVELS or tag in PARAGRAPHS:
            self.end_block()
            self._in_summary = False
            if tag == "details" and self._folds:
                self._folds.pop()
            self._quotes = max(self._quotes - (tag == "blockquote"), 0)

    def handle_data(self, data: str) -> None:
        (self.hidden_lines if self._hidden else self.shown_lines).update(self._lines_of(data))
        if self._hidden or self._mark:
            return
        if self._table is not None:
            self._text_in_table(self._table, data)
            return
        if data.strip() and not self._first:
            self._first = self.getpos()[0] + len(data[: len(data) - len(data.lstrip())].split("\n")) - 1
        self._texts.append(data)
        if self._bold and self._leads_bold:
            self._strong.append(data)
        elif data.strip():
            self._leads_bold = False

    def handle_comment(self, data: str) -> None:
        self.hidden_lines.update(self._lines_of(data))

    unknown_decl = handle_pi = handle_comment
    """`<![CDATA[…]]>` and `<?…?>` aren't shown either."""

    def _written_here(self) -> str:
        """Return the tag that is read as it is written."""
        line, column = self.getpos()
        begins = self._line_begins[line - 1] + column
        return self.html[begins : self.html.find(">", begins) + 1 or None]

    def _lines_of(self, data: str) -> Iterator[int]:
        """Yield the lines on which there is something of a text that begins here."""
        first = self.getpos()[0]
        return (number for number, line in enumerate(data.split("\n"), first) if line.strip())

    def _text_in_table(self, table: HtmlBlock, data: str) -> None:
        """Add text to the last cell; what stands before any cell, such as a caption, is a row of its own."""
        if data.strip() and not (table.rows and table.rows[-1]):
            table.rows.append([""])
            table.row_lines.append(self.getpos()[0])
        if table.rows and table.rows[-1]:
            table.rows[-1][-1] += data
            table.last = self.getpos()[0] + data.count("\n")

    def _begin(self, kind: BlockKind, level: int) -> None:
        self.end_block()
        self._kind, self._level, self._first = kind, level, self.getpos()[0]

    def _begin_link(self, to: str) -> None:
        """Begin a link: Google's documents have them at comments, `#cmnt1`, and back from there, `#cmnt_ref1`."""
        if to.startswith("#cmnt_ref"):
            self._kind = BlockKind.HIDDEN
        self._mark = to.startswith("#cmnt")

    def _begin_paragraph(self) -> None:
        """Begin a paragraph, which goes on with the item or the label it stands behind if that has no text yet."""
        if self._kind == BlockKind.ITEM and not "".join(self._texts).strip():
            return
        if self._label and not "".join(self._texts[self._label :]).strip():
            return
        self.end_block()

    def end_block(self) -> None:
        text = "".join(self._texts)
        if text.strip():
            kind = self._kind
            if kind == BlockKind.PARAGRAPH and self._item_open:
                kind = BlockKind.CONTINUATION
            kind = BlockKind.MARK if self._around else kind
            line, column = self.getpos()
            last = max(line if column else line - 1, self._first)  # the tag that ends it may begin the next line
            said = text.replace(BREAK, "\n").strip("\n") if kind == BlockKind.CODE else one_line(text)
            depth = self._level if kind in (BlockKind.HEADING, BlockKind.ITEM) else max(self._lists - 1, 0)
            strong = one_line("".join(self._strong))
            is_folded = any(self._folds)
            if self._in_summary and self._folds:
                self._folds[-1] = hides(said)
                strong, is_folded = said, any(self._folds) and not is_asked(said)
            is_split = BREAK in text and kind == BlockKind.PARAGRAPH and not self._in_summary
            for run, begins, ends in runs_at_breaks(text if is_split else said, self._first, last):
                bold = strong if run.startswith(strong) else ""
                self.blocks.append(HtmlBlock(kind, run, begins, ends, depth, bold, self._quotes > 0, is_folded))
        self._texts, self._strong, self._first, self._leads_bold, self._label = [], [], 0, True, 0
        self._kind, self._level = BlockKind.PARAGRAPH, 0

    def _begin_table(self) -> None:
        self._tables += 1
        if self._table is None:
            self.end_block()
            line = self.getpos()[0]
            self._table = HtmlBlock(BlockKind.TABLE, "", line, line)

    def _in_table(self, table: HtmlBlock, tag: str) -> None:
        if tag == "tr":
            table.rows.append([])
            table.row_lines.append(self.getpos()[0])
        elif tag in ("td", "th") and table.rows:
            table.rows[-1].append("")
        elif tag in ("br", "p", "li") and table.rows and table.rows[-1]:
            table.rows[-1][-1] += "\n"

    def close(self) -> None:
        """End what is still open; the rest of a script that never ends is hidden."""
        super().close()
        self.hidden_lines.update(self._lines_of(self.rawdata) if self.cdata_elem else ())
        self.end_block()
        self._end_table()

    def _end_table(self) -> None:
        if self._table is None:
            return
        table, self._table, self._tables = self._table, None, 0
        table.last = max(table.last, self.getpos()[0])
        table.is_folded = any(self._folds)
        if any(cell.strip() for row in table.rows for cell in row):
            self.blocks.append(table)
