"""Slack's own markup (mrkdwn): a document as a message, to be pasted or for the API, which are two things.

For the API `&`, `<` and `>` are escaped as Slack asks, which leaves no link, mention or command. What is pasted stands
there as it was pasted, so it has them as they are. Anything that could begin a code block, a quotation or a mention is
broken by an invisible character.
"""

import re
from collections.abc import Iterator

from facilitator.documents.columns import columns, together
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

WIDEST = 90
WORD_JOINER = "\u2060"

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "`": "\u02cb"})
_MENTION = re.compile(r"@(?=here\b|channel\b|everyone\b)", re.IGNORECASE)
_COMMAND = re.compile(r"<(?=[!@#])")
_MARKS = {Style.PLAIN: "", Style.STRONG: "*", Style.QUIET: "_"}


def slack_paste(document: Document) -> str:
    """Return `document` in mrkdwn to paste into Slack, where a typed `P&L` has to read `P&L`."""
    message = slack_message(document)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        message = message.replace(entity, sign)
    return _COMMAND.sub(f"<{WORD_JOINER}", message)


def slack_message(document: Document) -> str:
    """Return `document` in mrkdwn for Slack's API."""
    parts = [_bold(document.title) + (f"\n{_begun(escaped(document.subtitle))}" if document.subtitle else "")]
    parts.extend(text for block in document.blocks if (text := "\n".join(_lines(block))))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return `text` on one line, without markup."""
    return _as_text(" ".join(text.split()))


def _as_text(line: str) -> str:
    return _MENTION.sub(f"@{WORD_JOINER}", line.translate(_ENTITIES))


def _begun(line: str) -> str:
    """Return `line` so that it doesn't begin a quotation."""
    return WORD_JOINER + line if line.startswith("&gt;") else line


def _bold(text: str) -> str:
    """Return `text` in bold, unless a star in it would end the bold early."""
    inside = escaped(text)
    return _begun(inside) if "*" in inside or not inside else f"*{inside}*"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield _bold(text)
        case Paragraph(runs):
            yield _begun(_inline(runs))
        case Bullets(items):
            yield from (f"• {_inline(runs)}" for runs in items)
        case Facts(rows):
            yield from (f"• {_bold(name)}: {escaped(said)}" for name, said in rows)
        case Table():
            yield from _table(block)
        case NoteList(notes):
            yield from map(_note, notes)
        case TimeChart():
            pass


def _table(table: Table) -> Iterator[str]:
    if lines := columns(table, WIDEST):
        yield "```"
        yield from map(_as_text, lines)
        yield "```"
        return
    for row in table.rows:
        named = [
            f"{escaped(title)}: {escaped(cell.whole)}" if title else escaped(cell.whole)
            for title, cell in together(table.columns[1:], row[1:])
        ]
        first = f"{_bold(row[0].text)}: {escaped(row[0].aside)}" if row[0].aside else _bold(row[0].text)
        yield f"• {first} ({'; '.join(named)})" if row[0].aside else f"• {first} · {' · '.join(named)}"


def _note(note: NoteEntry) -> str:
    signal = f" · *{escaped(note.signal.word)}*" if note.signal else ""
    remark = f" · {escaped(note.remark)}" if note.remark else ""
    return f"• {note.time} · {escaped(note.author)}{signal}{remark}: {escaped(note.text)}"


def _inline(runs: tuple[Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escaped(run.text)
    mark = _MARKS[run.style]
    if not text or (mark and mark in text):
        return text
    before = " " if run.text[:1].isspace() else ""
    after = " " if run.text[-1:].isspace() else ""
    return f"{before}{mark}{text}{mark}{after}"
