"""The blocks of a document as WordprocessingML (ECMA-376, part 1, § 17): what stands in a Word file.

It is written as text, since ten thousand notes take python-docx ten seconds. All texts are escaped: nothing in them is
markup, a field or a link. What reads from right to left is told to Word, which goes by that and not by the letters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from facilitator.documents.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Facts,
    Heading,
    NoteEntry,
    NoteList,
    Paragraph,
    Run,
    Style,
    Table,
    TimeChart,
)
from facilitator.documents.word_file.word_columns import widths
from facilitator.documents.word_file.word_look import (
    COLOURS,
    FACT_LINE,
    NOTE_LINE,
    RULE_LINE,
    SUBTITLE,
    TABLE_GAP,
    TABLE_TEXT,
    TABLE_TITLE,
)
from facilitator.domain.text.direction import begins_rtl, stretches

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for (§ 2.2)."""

_TAB = "<w:r><w:tab/></w:r>"
_DEEPEST = 9


def body_xml(document: Document) -> bytes:
    """Return the paragraphs and tables of `document`, with the prefix `w` for their namespace."""
    parts = [_paragraph("Heading1", [Run(document.title)])]
    if document.subtitle:
        parts.append(_paragraph(SUBTITLE, [Run(document.subtitle)]))
    for block in document.blocks:
        parts.extend(_block(block))
    return "".join(parts).encode()


def xml_text(text: str) -> str:
    """Return a text as it may stand in XML."""
    return escape(text if text.isprintable() else _NO_XML.sub("", text), quote=False)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield _paragraph(f"Heading{min(level, _DEEPEST)}", [Run(text)])
        case Paragraph(runs):
            yield _paragraph("Normal", runs)
        case Bullets(items):
            yield from (_paragraph("ListBullet", runs) for runs in items)
        case Facts(rows):
            for name, value in rows:
                yield _paragraph(FACT_LINE, [Run(name, Style.QUIET)], [Run(value)])
        case Table():
            yield _table(block)
        case NoteList(notes):
            yield from map(_note, notes)
        case TimeChart():
            pass  # the table beside it says the same


def _note(note: NoteEntry) -> str:
    """Return a note in columns: when, its signal, what it says, and whose it is."""
    signal = [Run(f"{note.signal.sign} {note.signal.word}", Style.STRONG, note.signal.tone)] if note.signal else []
    about = ", ".join(filter(None, (note.author, note.remark)))
    return _paragraph(
        NOTE_LINE, [Run(note.time, Style.QUIET)], signal, [Run(note.text), Run(f" ({about})", Style.QUIET)]
    )


def _table(table: Table) -> str:
    """Return a table whose titles are repeated on each page, and no row of which is broken by the end of one."""
    sizes = widths(table)
    titles = [Cell(column.title) for column in table.columns]
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(sizes)}" w:type="dxa"/>'
        f'<w:tblBorders><w:bottom {RULE_LINE}/><w:insideH {RULE_LINE}/></w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:firstRow="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(table, sizes, titles, TABLE_TITLE, more='<w:tblHeader/>')}"
        f"{''.join(_row(table, sizes, row, TABLE_TEXT) for row in table.rows)}</w:tbl>{_paragraph(TABLE_GAP)}"
    )


def _row(table: Table, sizes: Sequence[int], row: Sequence[Cell], style: str, *, more: str = "") -> str:
    parts = [f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>"]
    for size, column, cell in zip(sizes, table.columns, row, strict=True):
        side = '<w:jc w:val="right"/>' if column.is_number else ""
        said = _paragraph(style, _cell_runs(cell), more=side)
        parts.append(f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>{said}</w:tc>')
    return "".join(parts) + "</w:tr>"


def _cell_runs(cell: Cell) -> list[Run]:
    text = Run(f"{cell.text}: " if cell.aside else cell.text, tone=cell.tone)
    return [text, Run(cell.aside)] if cell.aside else [text]


def _paragraph(style: str, *columns: Iterable[Run], more: str = "") -> str:
    """Return a paragraph, each of whose columns begins at the next tab stop of its style.

    It runs from right to left if its last column begins so.
    """
    parts = [list(runs) for runs in columns]
    direction = "<w:bidi/>" if parts and begins_rtl("".join(run.text for run in parts[-1])) else ""
    said = _TAB.join("".join(map(_run, runs)) for runs in parts)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direction}{more}</w:pPr>{said}</w:p>'


def _run(run: Run) -> str:
    """Return a run; each stretch of it in one direction is a run of its own there."""
    bold = "<w:b/><w:bCs/>" if run.style is Style.STRONG else ""
    colour = COLOURS.get(run.tone or run.style, "")
    look = f'{bold}<w:color w:val="{colour}"/>' if colour else bold
    return "".join(
        f"<w:r><w:rPr>{look}{'<w:rtl/>' if is_rtl else ''}</w:rPr>{_lines(text)}</w:r>"
        for text, is_rtl in stretches(run.text)
    )


def _lines(text: str) -> str:
    lines = xml_text(text).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
