"""Turn YAML text into a tree of nodes with their positions, and nothing more.

The tree is built from the parser's events, without constructing values. So everything that could make YAML expand,
loop or run code (aliases, merge keys, tags) is refused before it takes effect, and text stays as it was written.
Size, depth and number of nodes are bounded.
"""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

import yaml
from msgspec import Struct

from facilitator.agenda_files.complaints import Complaints, Position, quoted

LARGEST_FILE_BYTES = 1024 * 1024
DEEPEST = 20
MOST_NODES = 20_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_A_NUMBER = re.compile(r"[-+]?\.(inf|nan)", re.IGNORECASE)
_STANDARD_TAG = "tag:yaml.org,2002:"
_NULLS = {"", "~", "null", "Null", "NULL"}


class Node(Struct, frozen=True):
    """A part of the file and the position at which it starts."""

    position: Position
    called: ClassVar[str] = "nothing"


class Scalar(Node, frozen=True):
    """A single value as it was written; `plain` means without quotes."""

    text: str
    plain: bool = True

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in _NULLS


class Sequence(Node, frozen=True):
    items: tuple[Node, ...]
    called: ClassVar[str] = "a list"


class Pair(Struct, frozen=True):
    key: Scalar
    value: Node


class Mapping(Node, frozen=True):
    """A group of keys; each is text and occurs once."""

    entries: tuple[Pair, ...]
    called: ClassVar[str] = "a group of keys"


class Hole(Node, frozen=True):
    """A gap, where something was refused with a complaint."""


class _Unreadable(Exception):
    """Raised when the rest can't be read, after the complaint about it."""


def compose(text: str, complaints: Complaints, first_line: int = 1) -> Node | None:
    """Return the document in `text`, or None if there is none or it can't be read to its end.

    `first_line` is the line of the file on which `text` begins.
    """
    try:
        return _Tree(text, complaints, first_line).document()
    except _Unreadable:
        return None


class _Tree:
    def __init__(self, text: str, complaints: Complaints, first_line: int) -> None:
        self._complaints = complaints
        self._line_offset = first_line
        self._nodes = 0
        self._refuse_unprintable(text)
        self._events: Iterator[yaml.Event] = self._parsed(_without_surrogates(text))

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._stop(event, "a second document starts here; a file holds one agenda")
                root = self._node(next(self._events), 1)
        return root

    def _parsed(self, text: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            position = Position(self._line_offset + mark.line, mark.column + 1) if mark else Position(self._line_offset)
            self._complaints.error(position, f"not YAML: {_in_words(error)}")
            raise _Unreadable from error
        except yaml.YAMLError as error:
            self._complaints.error(Position(self._line_offset), f"not YAML: {quoted(str(error), 200)}")
            raise _Unreadable from error

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._stop(event, f"more than {MOST_NODES} values; an agenda doesn't need that many")
        if depth > DEEPEST:
            self._stop(event, f"nested more than {DEEPEST} levels deep")
        position = self._position(event)
        if isinstance(event, yaml.AliasEvent):
            alias = quoted(f"*{event.anchor}")
            self._complaints.error(position, f"found the alias {alias}: write the value out instead")
            return Hole(position)
        self._refuse_decoration(event, position)
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style  # None or '', by loader
            if plain and _NOT_A_NUMBER.fullmatch(event.value):
                message = f"{quoted(event.value)} is not a value for an agenda; quote it as text"
                self._complaints.error(position, message)
                return Hole(position)
            return Scalar(position, event.value, plain)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(position, tuple(self._items(depth)))
        return Mapping(position, tuple(self._entries(depth)))

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[Pair]:
        lines: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                if not isinstance(key, Hole):
                    self._complaints.error(key.position, f"found {key.called} as a key, expected a name")
            elif key.plain and key.text == "<<":
                self._complaints.error(key.position, "found the merge key '<<': write the keys out instead")
            elif key.text in lines:
                message = f"{quoted(key.text)} is given twice, first on line {lines[key.text]}"
                self._complaints.error(key.position, message)
            else:
                lines[key.text] = key.position.line
                yield Pair(key, value)

    def _refuse_decoration(self, event: yaml.Event, position: Position) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            self._complaints.error(position, f"found the anchor {quoted(f'&{anchor}')}: an agenda has no anchors")
        if tag is not None:
            written = quoted(tag.replace(_STANDARD_TAG, "!!"))
            self._complaints.error(position, f"found the tag {written}: an agenda has no tags")

    def _refuse_unprintable(self, text: str) -> None:
        if text.replace("\n", "").isprintable():
            return
        # Lists what is forbidden instead of what is allowed, and only here: `re` takes long to compile large ranges.
        if found := re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]", text):
            position = position_in(text, found.start(), self._line_offset)
            self._complaints.error(position, f"found the control character U+{ord(found[0]):04X}; remove it")
            raise _Unreadable

    def _position(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        return Position(self._line_offset + mark.line, mark.column + 1) if mark else Position(self._line_offset)

    def _stop(self, event: yaml.Event, message: str) -> None:
        self._complaints.error(self._position(event), message)
        raise _Unreadable


def position_in(text: str, index: int, first_line: int = 1) -> Position:
    """Return the position of `text[index]` in a text that begins on line `first_line` of the file."""
    before = text[:index]
    return Position(first_line + before.count("\n"), index - (before.rfind("\n") + 1) + 1)


def _without_surrogates(text: str) -> str:
    if "\\u" not in text:
        return text
    return re.sub(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})", _as_yaml, text)


def _as_yaml(pair: re.Match[str]) -> str:
    """Return the YAML escape of a character that JSON writes as a surrogate pair (RFC 8259, section 7)."""
    high, low = int(pair[1], 16) - 0xD800, int(pair[2], 16) - 0xDC00
    return f"\\U{0x10000 + (high << 10) + low:08x}"


def _in_words(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it can't be read"
    if "mapping values are not allowed" in problem:
        return "found ': ' inside a text; put the text in quotes"
    if "found character that cannot start any token" in problem:
        return "found a character that can't start a value; indent with spaces, quote a text that starts with @ ` %"
    context = f" ({error.context})" if error.context else ""
    return f"{problem}{context}"
