"""Plain text and AsciiDoc as manuscripts: their marks are put as Markdown has them, line by line."""

import re
from collections.abc import Iterator

from facilitator.domain.text.plain_text import clean
from facilitator.preparing.manuscript.from_markdown import from_lines
from facilitator.preparing.manuscript.manuscript import Manuscript, bounded_text
from facilitator.preparing.words.lexicon import heading_role
from facilitator.preparing.words.sentences import is_asked
from facilitator.preparing.written_times.written_time import written_time

_BULLET = re.compile(r"[•▪◦‣●○■–—·*+-]\s+(?=\S)")
_LONGEST_HEADING = 120
_ORDERED = re.compile(r"\d{1,3}[.)]\s+(?=\S)")
"""The number of an item of Markdown: what is below it is indented as far."""
_LETTERED = re.compile(r"^[a-h][.)]\s+")
_TAG = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
"""Bold text that was copied with its tags."""
_CAPITALS = re.compile(r"[^a-zäöüéèàñç?()]{3,60}(?:\([^()?]{1,30}\))?$")
_LETTER = re.compile(r"[A-ZÄÖÜÉÈÀÑÇ]{2}")
_ASCIIDOC_HEADING = re.compile(r"={1,6}(?=\s+\S)")
_ASCIIDOC_ITEM = re.compile(r"(\*{1,6}|\.{1,6}|-)\s+(?=\S)")
_ASCIIDOC_FENCE = re.compile(r"(-{4,}|\.{4,})$")
_ASCIIDOC_TABLE = "|==="
_ASCIIDOC_QUOTE = re.compile(r"\[quote\b")
_OPEN = ("-", "1.", ">")
"""What a line begins with that the next one, unless it is blank, goes on with."""
_COLUMNS = re.compile(r"""cols=["']?([\d,*.<^>a-z~%; ]{1,80})["'\]]""")
_TIMES = re.compile(r"\s*(\d{1,2})\*")
_CELL = re.compile(r"(?:(?:^|(?<=\s))[0-9.*+<^>]{0,8}[adehlmsv]?)?\|")
_ASCIIDOC_MARK = re.compile(r"(?::[\w-]{1,40}:.*|\[[^\[\]]{0,200}\]|//.*|={4,}|\*{4,}|\+)$")


def from_plain_text(text: str, name: str) -> Manuscript:
    """Return the manuscript of a plain text. A line in capitals is a heading; one that ends in `?` or `:` stands alone.

    Raises UnreadableFileError.
    """
    lines = clean(bounded_text(text)).split("\n")
    return from_lines(lines, list(_plain_as_markdown(lines)), name, "a plain text", lines_stand_alone=True)


def from_asciidoc(text: str, name: str) -> Manuscript:
    """Return the manuscript of an AsciiDoc text. Raises UnreadableFileError."""
    lines = clean(bounded_text(text)).split("\n")
    return from_lines(lines, list(_asciidoc_as_markdown(lines)), name, "AsciiDoc")


def _plain_as_markdown(lines: list[str]) -> Iterator[str]:
    before, outermost, asked_at, below = "", None, None, 0
    for line in lines:
        bare = line.strip()
        indent = len(line) - len(line.lstrip())
        match = _BULLET.match(bare)
        outermost = None if not match and bare else outermost
        if match:
            outermost = indent if outermost is None else min(outermost, indent)
            yield f"{' ' * (indent - outermost)}- {_escaped(bare[match.end() :])}"
        elif _is_heading(bare, before):
            yield f"## {_escaped(bare)}"
        elif asked_at is not None and indent > asked_at and is_asked(bare):
            yield f"{' ' * below}- {_escaped(_LETTERED.sub('', bare))}"
            continue
        else:
            yield _escaped(bare)
        before, asked_at = bare, indent if not match and is_asked(bare) else None
        below = len(ordered[0]) if (ordered := _ORDERED.match(bare)) else 0


def _is_heading(line: str, before: str) -> bool:
    """Whether a line is a heading: with a time or, behind a blank line, in capitals or a word of headings."""
    if not before and ((_CAPITALS.match(line) and _LETTER.search(line)) or heading_role(line)):
        return not line.endswith((".", "?", "!"))
    time = written_time(_TAG.sub("", line)) if len(line) <= _LONGEST_HEADING else None
    return bool(time and time.text and not time.is_cue and not is_asked(time.text) and not line.endswith("."))


def _asciidoc_as_markdown(lines: list[str]) -> Iterator[str]:
    fence, in_quote, is_quoted, columns, before = "", False, False, 0, ""
    rest = list(reversed(lines))
    while rest:
        bare = (line := rest.pop()).strip()
        if fence:
            before = "```" if bare == fence else line
            fence = "" if bare == fence else fence
        elif bare == _ASCIIDOC_TABLE and any(other.strip() == bare for other in rest):
            table = list(iter(lambda: rest.pop().strip(), _ASCIIDOC_TABLE))
            yield from _table_as_markdown(table, columns, goes_on=before.lstrip().startswith(_OPEN))
            before = ""
        elif _ASCIIDOC_FENCE.match(bare):
            fence, before = bare, "```"
        elif bare == "____":
            in_quote, before = not in_quote, ""
        elif _ASCIIDOC_MARK.match(bare) and not in_quote:
            columns, before, is_quoted = _columns_in(bare), "", bool(_ASCIIDOC_QUOTE.match(bare))
        else:
            is_quoted = is_quoted and bool(bare)
            before = f"> {bare}" if (in_quote or is_quoted) and bare else _asciidoc_line(line)
        yield before


def _columns_in(attributes: str) -> int:
    """Return how many columns an attribute such as `[cols="1,3,1"]` gives the table below it; 0 if none."""
    match = _COLUMNS.search(attributes)
    times = [_TIMES.match(column) for column in match[1].split(",")] if match else []
    return sum(int(found[1]) if found else 1 for found in times)


def _table_as_markdown(lines: list[str], columns: int, *, goes_on: bool) -> Iterator[str]:
    """Yield a line for `|===` and each line of a table: its rows, each where its first cell stands if there is room.

    The head of a table of Markdown is followed by a rule; so it takes the place of `|===`, and the rule its own. If
    the text before it `goes_on`, `|===` has to be a blank line.
    """
    cells: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        before, *begun = _CELL.split(line)
        if before and cells:
            cells[-1] = cells[-1][0], f"{cells[-1][1]} {before}"
        cells += [(number, text.strip()) for text in ([before] if before and not cells else [])]
        cells += [(number, text.strip()) for text in begun]
    width = columns or sum(number == cells[0][0] for number, _ in cells) if cells else 0
    head = int(goes_on)
    written = [""] * (len(lines) + 1)
    written[head:] = [f"|{' |' * width}" if width else ""] * (len(lines) + 1 - head)
    rule = f"|{'---|' * width}"
    at = head - 1
    for first in range(0, len(cells), width or 1):
        at = head if at < head else min(max(cells[first][0], at + 1, head + 2), len(lines))
        row = f"| {' | '.join(text for _, text in cells[first : first + width])} |"
        written[at] = f"{written[at]} {row.removeprefix('| ')}" if written[at].strip("| ") else row
    if width and head < len(lines):
        written[head + 1] = rule
    yield from written


def _asciidoc_line(line: str) -> str:
    bare = line.strip()
    if match := _ASCIIDOC_HEADING.match(bare):
        return "#" * len(match[0]) + bare[match.end() :]
    if match := _ASCIIDOC_ITEM.match(bare):
        mark = "1." if match[1].startswith(".") else "-"
        return "   " * (len(match[1]) - 1) + f"{mark} {bare[match.end() :]}"
    label, is_defined, rest = bare.partition("::")
    return f"{label}:{rest}" if is_defined and (not rest or rest.startswith(" ")) else bare


def _escaped(text: str) -> str:
    """Return text in which nothing but a bullet or a heading means anything to Markdown."""
    return _TAG.sub("**", text).replace("<", "\\<").replace("`", "\\`")
