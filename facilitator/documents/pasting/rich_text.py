"""Rich text: a document as a piece of HTML for the clipboard, from which Docs, Word and mail programs take it over.

Separate from the page, whose style sheet they would drop: here the tags alone say what is a heading and what a table.
All texts are escaped, nothing in it is loaded or runs, and a spreadsheet finds no formula in it.
"""

from collections.abc import Iterable, Iterator
from html import escape

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
from facilitator.documents.formulas import as_text

ENCODING = '<meta http-equiv="content-type" content="text/html; charset=utf-8">'
"""Without it, programs on X11 take UTF-8 for Latin-1."""

_TAGS = {Style.STRONG: "strong", Style.QUIET: "em"}


def rich_text(document: Document) -> str:
    """Return `document` as HTML to paste."""
    subtitle = [_tag("p", _escaped(document.subtitle))] if document.subtitle else []
    body = (text for block in document.blocks for text in _parts(block))
    return "\n".join([ENCODING, _tag("h1", _escaped(document.title)), *subtitle, *body]) + "\n"


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield _tag(f"h{level}", _escaped(text))
        case Paragraph(runs):
            yield _tag("p", _inline(runs))
        case Bullets(items):
            yield _list(map(_inline, items))
        case Facts(rows):
            yield _list(f"<strong>{_escaped(name)}:</strong> {_escaped(said)}" for name, said in rows)
        case Table():
            yield _table(block)
        case NoteList(notes):
            yield _list(map(_note, notes))
        case TimeChart():
            pass


def _table(table: Table) -> str:
    titles = "".join(_tag("th", _escaped(column.title)) for column in table.columns)
    rows = [_tag("tr", "".join(_tag("td", _escaped(cell.whole)) for cell in row)) for row in table.rows]
    inside = "\n".join([_tag("tr", titles), *rows])
    return f'<table border="1" cellspacing="0" cellpadding="4">\n{inside}\n</table>'


def _note(note: NoteEntry) -> str:
    signal = f" · <strong>{_escaped(note.signal.word)}</strong>" if note.signal else ""
    remark = f" · {_escaped(note.remark)}" if note.remark else ""
    return f"{note.time} · {_escaped(note.author)}{signal}{remark}: {_escaped(note.text)}"


def _list(items: Iterable[str]) -> str:
    return _tag("ul", "\n" + "\n".join(_tag("li", item) for item in items) + "\n")


def _inline(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(as_text(run.text))
    return _tag(_TAGS[run.style], text) if run.style in _TAGS and text else text


def _tag(name: str, inside: str) -> str:
    return f"<{name}>{inside}</{name}>"


def _escaped(text: str) -> str:
    """Return `text` on one line, without markup."""
    return escape(as_text(" ".join(text.split())))
