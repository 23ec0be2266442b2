"""Markdown: a document as CommonMark with pipe tables.

People's text is escaped only where Markdown would read it as markup, so that the source is as readable
as the page.
"""

import re
from collections.abc import Iterable, Iterator

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

_ACTIVE = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w{1,40};)|(?<=:)//|(?<=www)\.|@(?=\w)")
_AT_THE_START = re.compile(r"^([#+\-=>:]|\d{1,9}(?=[.)]))")
_MARKS = {Style.PLAIN: "", Style.STRONG: "**", Style.QUIET: "*"}


def markdown(document: Document) -> str:
    """Return `document` as Markdown."""
    parts = [f"# {_heading(document.title)}"]
    if document.subtitle:
        parts.append(_begun(escaped(document.subtitle)))
    parts.extend(text for block in document.blocks if (text := "\n".join(_lines(block))))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return `text` on one line without markup; at the start of a line, `_begun` is needed as well."""
    return _ACTIVE.sub(lambda match: "\\" + match[0], " ".join(text.split()))


def _begun(line: str) -> str:
    """Return `line` so that it doesn't begin a list, heading or quote."""
    return _AT_THE_START.sub(lambda match: f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}", line.strip())


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {_heading(text)}"
        case Paragraph(runs):
            yield _begun(_inline(runs))
        case Bullets(items):
            yield from (f"- {_begun(_inline(runs))}" for runs in items)
        case Facts(rows):
            yield from (f"- **{escaped(name)}:** {escaped(value)}" for name, value in rows)
        case Table(columns, rows):
            yield _row(column.title for column in columns)
            yield "|" + "|".join(" ---: " if column.is_number else " --- " for column in columns) + "|"
            yield from (_row(cell.whole for cell in row) for row in rows)
        case NoteList(notes):
            yield from map(_note, notes)
        case TimeChart():
            pass


def _heading(text: str) -> str:
    """Return `text` for a heading; a trailing `#` would close the heading and vanish."""
    whole = escaped(text)
    before = whole.rstrip("#")
    return before + "\\#" * (len(whole) - len(before))


def _row(texts: Iterable[str]) -> str:
    return f"| {' | '.join(map(escaped, texts))} |"


def _note(note: NoteEntry) -> str:
    signal = f" · **{escaped(note.signal.sign)} {escaped(note.signal.word)}**" if note.signal else ""
    remark = f" · {escaped(note.remark)}" if note.remark else ""
    return f"- {note.time} · {escaped(note.author)}{signal}{remark}: {escaped(note.text)}"


def _inline(runs: tuple[Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escaped(run.text)
    if not text:
        return ""
    before = " " if run.text[:1].isspace() else ""
    after = " " if run.text[-1:].isspace() else ""
    mark = _MARKS[run.style]
    return f"{before}{mark}{text}{mark}{after}"
