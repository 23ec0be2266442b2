"""Word: a document as a .docx whose headings, lists and tables are Word's own.

It needs python-docx, which comes with the extra `formats`. All texts are plain there as well: nothing in them is a
field or a link, and the file refers to nothing outside of it.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from facilitator.documents.document import (
    Block,
    Bullets,
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
from facilitator.domain.text.plain_text import clean

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_BULLETS, _GRID = "List Bullet", "Table Grid"
_DEEPEST = 9


def word(document: Document) -> bytes:
    """Return `document` as the content of a .docx file. Raises ImportError without the extra."""
    import docx

    made = docx.Document()
    made.core_properties.title = clean(document.title)[:255]
    made.core_properties.author = ""
    made.add_heading(clean(document.title), 1)
    if document.subtitle:
        made.add_paragraph(clean(document.subtitle))
    for block in document.blocks:
        _add(made, block)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _add(made: "WordDocument", block: Block) -> None:
    match block:
        case Heading(text, level):
            made.add_heading(clean(text), min(level, _DEEPEST))
        case Paragraph(runs):
            _write(made.add_paragraph(), runs)
        case Bullets(items):
            for runs in items:
                _write(made.add_paragraph(style=_BULLETS), runs)
        case Facts(rows):
            for name, value in rows:
                _write(made.add_paragraph(), (Run(f"{name}: ", Style.STRONG), Run(value)))
        case Table():
            _add_table(made, block)
        case NoteList(notes):
            for note in notes:
                _write(made.add_paragraph(style=_BULLETS), _note(note))
        case TimeChart():
            pass  # the table beside it says the same


def _add_table(made: "WordDocument", table: Table) -> None:
    """Add a table with its titles in bold, in a row that is repeated on each page."""
    from docx.oxml import OxmlElement

    grid = made.add_table(rows=1, cols=len(table.columns), style=_GRID)
    first = grid.rows[0].cells[0].paragraphs[0].paragraph_format.element
    first.getparent().getparent().get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, column in zip(grid.rows[0].cells, table.columns, strict=True):
        _write(cell.paragraphs[0], (Run(column.title, Style.STRONG),))
    for row in table.rows:
        for cell, said in zip(grid.add_row().cells, row, strict=True):
            cell.text = clean(said.whole)


def _note(note: NoteEntry) -> Iterable[Run]:
    signal = f"{note.signal.sign} {note.signal.word}" if note.signal else ""
    about = ", ".join(filter(None, (note.time, note.author, signal, note.remark)))
    return Run(f"{about}: ", Style.QUIET), Run(note.text)


def _write(paragraph: "WordParagraph", runs: Iterable[Run]) -> None:
    for run in runs:
        added = paragraph.add_run(clean(run.text))
        added.bold = run.style is Style.STRONG or None
        added.italic = run.style is Style.QUIET or None
