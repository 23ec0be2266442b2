"""Split a Markdown text into blocks with their positions: headings, list items, paragraphs, code.

Separate from `markdown_guide`, which decides what the blocks mean for an interview.
"""

from collections.abc import Iterator
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from facilitator.agenda_files.complaints import Position
from facilitator.agenda_files.guides.guide_times import timed
from facilitator.domain.text.plain_text import one_line


class GuideBlock(Struct, frozen=True):
    """A block. `depth` is the level of a heading (1 to 6) or of a list item (0 for the outermost list).

    `strong` is the emphasised text at its beginning, if any. A `continuation` is another paragraph of the list item
    before it.
    """

    kind: Literal["heading", "item", "continuation", "paragraph", "code"]
    text: str
    position: Position
    depth: int = 0
    strong: str = ""


def blocks(markdown: str) -> Iterator[GuideBlock]:
    """Yield the blocks of `markdown` in order, without raw HTML. A line with a time becomes a paragraph of its own."""
    lines = markdown.split("\n")
    list_depth = 0
    heading_level = 0
    opens_item = False
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            list_depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            list_depth -= 1
        elif token.type == "list_item_open":
            opens_item = True
        elif token.type == "heading_open":
            heading_level = int(token.tag[1])
        elif token.type in ("fence", "code_block"):
            yield GuideBlock("code", token.content.rstrip("\n"), _position(token, lines))
        elif token.type == "inline":
            if heading_level:
                yield _block("heading", token, lines, heading_level)
            elif opens_item:
                yield _block("item", token, lines, list_depth - 1)
            elif list_depth:
                yield GuideBlock(
                    "continuation", one_line(_plain(token.children or [])), _position(token, lines), list_depth - 1
                )
            else:
                yield from _paragraph(token, lines)
            heading_level, opens_item = 0, False


def _block(kind: Literal["heading", "item"], token: Token, lines: list[str], depth: int) -> GuideBlock:
    return GuideBlock(
        kind, one_line(_plain(token.children or [])), _position(token, lines), depth, _leading_strong(token)
    )


def _paragraph(token: Token, lines: list[str]) -> Iterator[GuideBlock]:
    by_line: list[list[Token]] = [[]]
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            by_line.append([])
        else:
            by_line[-1].append(child)
    start = 0
    for offset in range(1, len(by_line) + 1):
        if offset == len(by_line) or timed(_plain(by_line[offset])):
            text = one_line(" ".join(_plain(line) for line in by_line[start:offset]))
            if text:
                yield GuideBlock("paragraph", text, _position(token, lines, start))
            start = offset


def _plain(children: list[Token]) -> str:
    """Return the text without markup: links and images by their text, code as it is, line breaks as spaces."""
    parts = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type in ("text", "code_inline", "image", "text_special"):
            parts.append(child.content)
    return "".join(parts)


def _leading_strong(token: Token) -> str:
    """Return the first emphasised text if nothing but a time in brackets comes before it, else an empty text."""
    inside: list[Token] = []
    depth = 0
    for child in token.children or []:
        if child.type in ("strong_open", "em_open"):
            depth += 1
        elif child.type in ("strong_close", "em_close"):
            depth -= 1
            if depth == 0:
                return one_line(_plain(inside))
        elif depth:
            inside.append(child)
        elif child.content.strip() and not child.content.strip().endswith((")", "]", ":", "-", "–", "—")):
            return ""
    return ""


def _position(token: Token, lines: list[str], offset: int = 0) -> Position:
    """Return the position at which line `offset` of the text of `token` begins in the file."""
    first = (token.map[0] if token.map else 0) + offset
    line = lines[first] if first < len(lines) else ""
    content = token.content.split("\n")[offset:][:1]
    column = line.find(content[0].strip()) if content else -1
    return Position(first + 1, max(column, 0) + 1)
