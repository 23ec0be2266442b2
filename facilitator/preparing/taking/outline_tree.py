"""The blocks of a manuscript as a tree: what stands below a heading, a label, an item.

Separate from `taking`, which decides what each of them is: here only the form counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from msgspec.structs import replace

from facilitator.preparing.manuscript.manuscript import BlockKind, TextBlock
from facilitator.preparing.words.lexicon import Field, Lead, field_of, is_label, is_request, lead_of
from facilitator.preparing.words.sentences import is_asked, split_label
from facilitator.preparing.written_times.written_time import WrittenTime, written_time

_MINUTES = re.compile(r"(\d{1,3}) ?[-–—] ?(\d{1,3})(?:[ ·:.)|–—-]{1,3})(?=[^\W\d])")
LONGEST_HEAD = 120
"""A longer paragraph heads nothing, even with a time."""
_TIMED, _BOLD, _TEXT, _ITEM, _BELOW_ITEM = 7, 8, 9, 20, 50


@dataclass
class Branch:
    """A block and what stands below it. `text` is without its time; `level` orders headings, texts and items."""

    block: TextBlock
    level: int
    time: WrittenTime | None = None
    children: list["Branch"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.time.text if self.time and self.time.text else self.block.text

    @property
    def said(self) -> str:
        """All that it says, with its time; a table row by row."""
        rows = (" | ".join(filter(None, (cell.text for cell in row))) for row in self.block.rows)
        return self.block.text or "\n".join(rows)

    @property
    def asks(self) -> bool:
        """Whether it ends in a question, is a request such as `Tell me about …`, or stands behind `Question:`."""
        if is_asked(self.text) or is_asked(self.block.strong):
            return True
        return not self.is_head and (is_request(self.text) or lead_of(split_label(self.text)[0]) == Lead.QUESTION)

    @property
    def is_question_head(self) -> bool:
        """Whether it is a heading that asks, and heads no parts."""
        return self.is_head and is_asked(self.text) and not any(one.has_length for one in self.all())

    @property
    def is_head(self) -> bool:
        """Whether it heads what follows: a heading, a paragraph with a time, or one that is bold as a whole."""
        return self.level <= _BOLD

    @property
    def is_item(self) -> bool:
        return self.block.kind == BlockKind.ITEM

    @property
    def has_length(self) -> bool:
        """Whether it is written how long it takes, or from when to when."""
        return self.time is not None and not self.time.is_cue and not self.time.is_field

    @property
    def states_a_time(self) -> bool:
        """Whether it is a time and nothing else: `Duration: 10 min`, or `(10 min)` on a line of its own."""
        is_bare = self.time is not None and not (self.time.text or self.time.is_cue or self.is_head or self.is_item)
        return is_bare and self.block.kind == BlockKind.PARAGRAPH

    def gives(self, time: WrittenTime | None) -> bool:
        """Whether it is a line of its own, without a label, that gives what is above it this time."""
        own = self.time if self.states_a_time else None
        if own is None or time is None or own.is_field:
            return False
        return (own.seconds, own.starts, own.share) == (time.seconds, time.starts, time.share)

    @property
    def is_cue(self) -> bool:
        """Whether it says when something is to be done, counted from the beginning: `T-2h: sound check`."""
        return self.time is not None and self.time.is_cue

    @property
    def items(self) -> list["Branch"]:
        return [child for child in self.children if child.is_item]

    @property
    def heads(self) -> list["Branch"]:
        return [child for child in self.children if child.is_head]

    def all(self) -> Iterator["Branch"]:
        """Yield this branch and everything below it."""
        yield self
        for child in self.children:
            yield from child.all()


def branches(blocks: Sequence[TextBlock]) -> list[Branch]:
    """Return the blocks as branches, marks left out, each below what it belongs to."""
    roots: list[Branch] = []
    open_: list[Branch] = []
    heads: list[Branch] = []
    kept = [block for block in blocks if block.kind not in (BlockKind.MARK, BlockKind.HIDDEN)]
    for number, block in enumerate(kept):
        follows = kept[number + 1] if number + 1 < len(kept) else None
        branch = _branch(block, follows)
        if _is_numbered_below(branch, open_):
            branch.level += 1
        while open_ and (open_[-1].level >= branch.level or not _leads_to(open_[-1], branch)):
            open_.pop()
        (open_[-1].children if open_ else roots).append(branch)
        if block.kind != BlockKind.TABLE:  # nothing stands below a table
            open_.append(branch)
        if branch.is_head and branch.time is None:
            heads.append(branch)
    for head in heads:
        _adopt_time(head)
    _adopt_minutes(roots)
    return roots


def _adopt_minutes(run: list[Branch]) -> None:
    """Take bare numbers such as `0–5 · Hello` as minutes where each goes on from the one before, from 0 on."""
    found = [(branch, match) for branch in run if (match := _MINUTES.match(branch.block.text))]
    spans = [(int(match[1]), int(match[2])) for _, match in found]
    is_first = bool(spans) and spans[0][0] == 0 and len(spans) > 1
    if is_first and all(begins < ends for begins, ends in spans) and all(a[1] == b[0] for a, b in pairwise(spans)):
        for (branch, match), (begins, ends) in zip(found, spans, strict=True):
            text = branch.block.text[match.end() :]
            branch.time = WrittenTime(text, leads=True, seconds=ends * 60, least_seconds=begins * 60)
    _adopt_lengths([branch for branch in run if branch.is_item])
    for branch in run:
        _adopt_minutes(branch.children)


def _adopt_lengths(items: list[Branch]) -> None:
    """Take `5 min welcome` as a part if half of the list is so written: alone, a small letter goes on in a sentence."""
    found = [(item, _before_small_letter(item)) for item in items]
    timed = [(item, time) for item, time in found if time is not None]
    if len(timed) > 1 and 2 * len(timed) >= len(items):
        for item, time in timed:
            item.time = time


def _before_small_letter(item: Branch) -> WrittenTime | None:
    """Return the length before a title in small letters; None without, or if it has a time anyway."""
    text = item.block.text
    if item.time is not None or len(text) > LONGEST_HEAD or is_asked(text):
        return None
    time = written_time(capital) if len(capital := text.title()) == len(text) else None
    is_length = time is not None and time.leads and bool(time.seconds) and bool(time.text)
    return replace(time, text=text[-len(time.text) :]) if time is not None and is_length else None


def _is_numbered_below(branch: Branch, open_: Sequence[Branch]) -> bool:
    """Whether a text is numbered as one below a question that is open: `2.2.1` below `2.2`."""
    asked = next((one for one in open_ if one.level == _TEXT and one.asks), None)
    number = asked.block.number if asked else ""
    return branch.level == _TEXT and bool(number) and branch.block.number.startswith(f"{number}.")


def _leads_to(text: Branch, branch: Branch) -> bool:
    """Whether what follows a text belongs to it: always, unless it is a list after a text that needs none.

    A text needs the list if it ends in a colon, or asks something with bullets right below it.
    """
    if text.level != _TEXT or not branch.is_item:
        return True
    if text.block.text.endswith((":", "：")) or is_label(text.block.text):
        return True
    begins, ended = branch.block.place.line, text.block.pieces[-1].place.line
    return text.asks and not branch.block.number and begins - ended <= 1


def _adopt_time(branch: Branch) -> None:
    """Give a heading without a time the one that a field below it states before anything is asked: `Duration: 10 min`.

    A total is that of the whole.
    """
    for child in branch.children:
        time = child.time if not child.is_head else None
        label = split_label(child.block.text)[0]
        if child.asks or lead_of(label) == Lead.QUESTION:
            return
        is_own = child.states_a_time and field_of(label) != Field.TOTAL
        if time and is_own and (time.seconds or time.starts or time.share):
            branch.time = replace(time, text=branch.block.text, is_field=False)
            return


def _branch(block: TextBlock, follows: TextBlock | None) -> Branch:
    match block.kind:
        case BlockKind.HEADING:
            return Branch(block, block.depth, written_time(block.text))
        case BlockKind.ITEM:
            return Branch(block, _ITEM + block.depth, written_time(block.text))
        case BlockKind.CONTINUATION | BlockKind.CODE:
            return Branch(block, _BELOW_ITEM)
        case BlockKind.PARAGRAPH:
            return _paragraph(block, follows)
        case _:
            return Branch(block, _TEXT)


def _paragraph(block: TextBlock, follows: TextBlock | None) -> Branch:
    time = written_time(block.text)
    is_title = not is_asked(block.text) or (bool(block.strong) and not is_asked(block.strong))
    is_title = is_title or (time is not None and time.leads and time.starts is not None)
    if time and time.text and not time.is_cue and len(block.text) <= LONGEST_HEAD and is_title:
        return Branch(block, _TIMED, time)
    strong = block.strong.rstrip(" :")
    is_bold = bool(strong) and block.text.rstrip(" :.") == strong and len(strong) <= LONGEST_HEAD
    is_only_time = time is not None and not time.text
    if is_bold and not is_only_time and not strong.endswith("?") and follows is not None:
        return Branch(block, _BOLD, time)
    return Branch(block, _TEXT, time)
