"""Plain text for an e-mail: a document in lines of at most 76 columns, without markup."""

from collections.abc import Iterable, Iterator

from facilitator.documents.cells import cells, folded
from facilitator.documents.columns import columns, together
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
    Table,
    TimeChart,
)

WIDEST = 76


def plain_mail(document: Document) -> str:
    """Return `document` as text."""
    head = [*_folded(document.title), "=" * min(WIDEST, cells(document.title)), *_folded(document.subtitle)]
    return "\n".join([*head, *_spaced(document.blocks)]) + "\n"


def _spaced(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the lines of `blocks`, with an empty one before each that doesn't stand under its heading."""
    is_under_heading = False
    for block in blocks:
        made = list(_lines(block))
        if made and not is_under_heading:
            yield ""
        yield from made
        is_under_heading = isinstance(block, Heading) if made else is_under_heading


def _folded(text: str, first: str = "", then: str = "") -> list[str]:
    """Break `text` into lines; the first begins with `first`, the others with `then`, which is as long."""
    lines = folded(text, WIDEST - max(len(first), len(then)))
    return [f"{then if number else first}{line}" for number, line in enumerate(lines)]


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            title = text.upper() if level == 2 else text
            yield from _folded(title)
            yield ("-" if level == 2 else ".") * min(WIDEST, cells(title))
        case Paragraph(runs):
            yield from _folded(_plain(runs))
        case Bullets(items):
            for runs in items:
                yield from _folded(_plain(runs), "* ", "  ")
        case Facts(rows):
            size = max((len(name) for name, _ in rows), default=0) + 2
            for name, said in rows:
                yield from _folded(said, f"{name + ':':{size}}", " " * size)
        case Table():
            yield from columns(block, WIDEST) or _row_by_row(block)
        case NoteList(notes):
            for note in notes:
                yield from _folded(_note(note), f"{note.time:5}  ", " " * 7)
        case TimeChart():
            pass


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _note(note: NoteEntry) -> str:
    marks = ", ".join(filter(None, [note.signal and note.signal.word, note.remark]))
    return f"{note.author}{f' [{marks}]' if marks else ''}: {note.text}"


def _row_by_row(table: Table) -> Iterator[str]:
    """Yield a table that is too wide: each row as its first text, with the others by name below it."""
    lead = next((place for place, column in enumerate(table.columns) if not column.is_number), 0)
    for row in table.rows:
        yield from _folded(_lead(row, lead), "* ", "  ")
        others = together(table.columns[lead + 1 :], row[lead + 1 :])
        said = "; ".join(f"{title}: {cell.whole}" for title, cell in others)
        yield from _folded(said, "    ", "    ")


def _lead(row: tuple[Cell, ...], lead: int) -> str:
    return " ".join(cell.whole for cell in row[: lead + 1] if cell.text)
