"""Slack's own markup (mrkdwn): a document as a message, to be pasted or for the API, which are two things.

For the API `&`, `<` and `>` are escaped as Slack asks, which leaves no link, mention or command. What is pasted stands
there as it was pasted, so it has them as they are. Anything that could begin a code block, a quotation or a mention is
broken by an invisible character.

Lines are kept short, in both: what is longer is folded, and each line marks its own texts, since no mark of
Slack's goes over the end of a line.
"""

import re
from collections.abc import Iterator

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
    Style,
    Table,
    TimeChart,
)
from facilitator.documents.styled_text import Line, Span, wrapped

WIDEST = 96
_ASIDE = 48
NO_BREAK = "\u00a0"
WORD_JOINER = "\u2060"

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "`": "\u02cb"})
_MENTION = re.compile(r"@(?=here\b|channel\b|everyone\b)", re.IGNORECASE)
_COMMAND = re.compile(r"<(?=[!@#])")
_MARKS: dict[str, str] = {Style.STRONG: "*", Style.QUIET: "_"}
BULLET = "• "


def slack_paste(document: Document) -> str:
    """Return `document` in mrkdwn to paste into Slack, where a typed `P&L` has to read `P&L`."""
    message = slack_message(document)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        message = message.replace(entity, sign)
    return _COMMAND.sub(f"<{WORD_JOINER}", message)


def slack_message(document: Document) -> str:
    """Return `document` in mrkdwn for Slack's API."""
    lines = [*_lines(Heading(document.title)), *_folded(Run(document.subtitle))]
    is_under_heading = False
    for block in document.blocks:
        made = list(_lines(block))
        lines += [""] * bool(made and not is_under_heading) + made
        is_under_heading = isinstance(block, Heading) if made else is_under_heading
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return `text` without markup."""
    return _MENTION.sub(f"@{WORD_JOINER}", text.translate(_ENTITIES))


def _begun(line: str) -> str:
    """Return `line` so that it doesn't begin a quotation."""
    return WORD_JOINER + line if line.startswith("&gt;") else line


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield from _folded(Run(text, Style.STRONG))
        case Paragraph(runs):
            yield from _folded(*runs)
        case Bullets(items):
            for runs in items:
                yield from _folded(*runs, first=BULLET)
        case Facts(rows):
            for name, said in rows:
                yield from _folded(Run(name, Style.STRONG), Run(f": {said}"), first=BULLET)
        case Table():
            yield from _table(block)
        case NoteList(notes):
            for note in notes:
                yield from _folded(*_note(note), first=BULLET)
        case TimeChart():
            pass


def _table(table: Table) -> Iterator[str]:
    if lines := columns(table, WIDEST):
        yield "```"
        yield from map(escaped, lines)
        yield "```"
        return
    for row in table.rows:
        yield from _folded(*_row(table, row), first=BULLET)


def _row(table: Table, row: tuple[Cell, ...]) -> Iterator[Run]:
    """Yield a row of a table that is too wide: its first text, then the others by name."""
    first, named = row[0], together(table.columns[1:], row[1:])
    said = [f"{title}: {cell.whole}" if title else cell.whole for title, cell in named]
    yield Run(first.text, Style.STRONG)
    yield Run(f": {first.aside} ({'; '.join(said)})" if first.aside else f" · {' · '.join(said)}")


def _note(note: NoteEntry) -> Iterator[Run]:
    yield Run(f"{note.time} · {note.author}")
    if note.signal:
        yield Run(" · ")
        yield Run(note.signal.word, Style.STRONG)
    yield Run(f" · {note.remark}: " if note.remark else ": ")
    yield Run(note.text)


def _folded(*runs: Run, first: str = "") -> Iterator[str]:
    """Yield the lines of a text, of at most `WIDEST` cells; the first begins with `first`, and those after it hang."""
    spans = tuple(Span(_together(" ".join(f"|{run.text}|".split())[1:-1], run.style), run.style) for run in runs)
    hang = " " * len(first)
    for number, row in enumerate(wrapped(Line(spans), WIDEST - len(first))):
        line = "".join(_marked(span.text, _MARKS.get(span.role, "")) for span in row.spans).rstrip()
        if line:
            yield f"{hang if number else first}{line if first and not number else _begun(line)}"


def _together(text: str, style: str) -> str:
    """Return a short aside with blanks at which no line ends: it would be marked twice."""
    return f"{text[:1]}{text[1:].replace(' ', NO_BREAK)}" if style == Style.QUIET and len(text) <= _ASIDE else text


def _marked(text: str, mark: str) -> str:
    """Return `text` between two of `mark`, which stands next to its first and last letter, or Slack would show it."""
    inside = escaped(text.replace(NO_BREAK, " ") if mark == _MARKS[Style.QUIET] else text)
    if not mark or mark in inside or not inside.strip():
        return inside
    before, after = inside[: -len(inside.lstrip())], inside[len(inside.rstrip()) :]
    return f"{before}{mark}{inside.strip()}{mark}{after}"
