"""Lists in JSON or YAML, rundowns of Ontime and kits of an ATS, as a manuscript: every entry is a piece."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from facilitator.agenda_files.complaints import Complaints
from facilitator.agenda_files.nodes import Mapping as YamlMapping
from facilitator.agenda_files.nodes import Node, Scalar, compose
from facilitator.agenda_files.nodes import Sequence as YamlSequence
from facilitator.domain.text.plain_text import clean, one_line
from facilitator.preparing.manuscript.kits.kit import kit_manuscript
from facilitator.preparing.manuscript.kits.recognized_kit import recognized_kit
from facilitator.preparing.manuscript.manuscript import (
    BlockKind,
    FilePlace,
    Manuscript,
    Piece,
    TableCell,
    TextBlock,
    UnreadableFileError,
)
from facilitator.preparing.words.lexicon import Field, field_of

MOST_ENTRIES = 5000
MOST_KEYS = 50
_DEEPEST = 20
_ONTIME = (("title", "Title"), ("duration", "Duration (ms)"), ("note", "Notes"), ("presenter", "Owner"))
"""The fields of an event that count here. Source: the `OntimeEvent` type of getontime.no, versions 2 to 4."""


def from_json(text: str, name: str) -> Manuscript:
    """Return the manuscript of a JSON text: a rundown of Ontime, or lists. Raises UnreadableFileError."""
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise UnreadableFileError("is nested too deeply") from error
    except ValueError as error:
        raise UnreadableFileError(f"isn't JSON: {error}") from error
    return from_value(value, name, "JSON")


def from_yaml(text: str, name: str) -> Manuscript:
    """Return the manuscript of a YAML text with lists. Raises UnreadableFileError with the place of what is wrong."""
    complaints = Complaints(name)
    root = compose(text, complaints)
    if found := complaints.in_order():
        raise UnreadableFileError(found[0].message, FilePlace(line=found[0].line, column=found[0].column))
    return from_value(_value(root), name, "YAML")


def _value(node: Node | None) -> object:
    """Return the lists, mappings and texts that a node stands for."""
    match node:
        case YamlMapping(entries=entries):
            return {pair.key.text: _value(pair.value) for pair in entries}
        case YamlSequence(items=items):
            return [_value(item) for item in items]
        case Scalar():
            return None if node.is_null else node.text
    return None


def from_value(value: object, name: str, format: str) -> Manuscript:
    """Return the manuscript of lists and mappings, however nested. Raises UnreadableFileError if there are too many."""
    kit = recognized_kit(value)
    if kit is not None:
        return kit_manuscript(kit, name)
    blocks = _Blocks()
    events = _events(value)
    if events is None:
        return Manuscript(name, format, tuple(blocks.of(value, 1)))
    found = blocks.rundown(events, _project_of(value))
    return Manuscript(name, "a rundown of Ontime", tuple(found))


def _project_of(value: object) -> str:
    """Return the title of the project that a rundown is in; empty if it has none."""
    project = value.get("project") if isinstance(value, Mapping) else None
    return _text(project.get("title")) if isinstance(project, Mapping) else ""


def _events(value: object) -> list[Mapping[str, Any]] | None:
    """Return the events of a rundown, in order; None if it is none."""
    if not isinstance(value, Mapping):
        return None
    several = value.get("rundowns")
    held = next(iter(several.values()), None) if isinstance(several, Mapping) else value.get("rundown")
    if isinstance(held, Mapping) and isinstance(held.get("entries"), Mapping):
        order = held.get("flatOrder") or held.get("order") or list(held["entries"])
        held = [held["entries"][id_] for id_ in order if id_ in held["entries"]]
    is_rundown = isinstance(held, list) and any(isinstance(one, Mapping) and "timeStart" in one for one in held)
    return [one for one in held if isinstance(one, Mapping)] if is_rundown and isinstance(held, list) else None


class _Blocks:
    """Yields blocks, and numbers their entries."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def rundown(self, events: Sequence[Mapping[str, Any]], project: str) -> Iterator[TextBlock]:
        """Yield the title of the project, a table with a row for each event, and what isn't shown in it.

        Groups have no length. Delays and skipped events aren't shown.
        """
        yield from self._said(BlockKind.HEADING, project, 1)
        passed_over: list[Piece] = []
        rows: list[tuple[TableCell, ...]] = []
        pieces: list[Piece] = []
        head = FilePlace(paragraph=self._number())
        rows.append(tuple(TableCell(called, head) for _, called in _ONTIME))
        pieces.append(Piece(head, "rundown"))
        for event in events:
            place = FilePlace(paragraph=self._number())
            is_event = event.get("type") == "event"
            texts = [_text(event.get(field)) if is_event or field == "title" else "" for field, _ in _ONTIME]
            if event.get("skip") or event.get("type") == "delay":
                said = " | ".join(filter(None, ("skipped" if event.get("skip") else "delay", *texts)))
                passed_over.append(Piece(place, one_line(said)))
            elif any(texts):
                rows.append(tuple(TableCell(text, place) for text in texts))
                pieces.append(Piece(place, one_line(" | ".join(filter(None, texts)))))
        yield TextBlock(BlockKind.TABLE, "", tuple(pieces), rows=tuple(rows))
        yield from (TextBlock(BlockKind.HIDDEN, "", (piece,)) for piece in passed_over)

    def of(self, value: object, level: int, *, asks: bool = False) -> Iterator[TextBlock]:
        """Yield headings for keys, items for lists of texts, and tables for lists of mappings.

        A list with further lists in it is one of sections, with a heading each. It `asks` if its key says so.
        """
        if level > _DEEPEST:
            raise UnreadableFileError(f"is nested more than {_DEEPEST} levels deep")
        if isinstance(value, Mapping):
            for key, held in value.items():
                yield from self._keyed(str(key), held, level)
        elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value) and not _has_list(value):
            value = _all_mappings(value)
            if any(_is_section(one) for one in value):
                for one in value:
                    yield from self._titled(one, level)
            else:
                yield self._table(value, asks=asks)
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, list | Mapping):
                    yield from self.of(one, level + 1)
                else:
                    yield from self._said(BlockKind.ITEM, _text(one), 0)
        else:
            yield from self._said(BlockKind.PARAGRAPH, _text(value), 0)

    def _keyed(self, key: str, held: object, level: int) -> Iterator[TextBlock]:
        if isinstance(held, list | Mapping):
            yield from self._said(BlockKind.HEADING, _words(key), min(level, 6))
            yield from self.of(held, level + 1, asks=field_of(_words(key)) == Field.QUESTION)
        elif _text(held):
            yield from self._said(BlockKind.PARAGRAPH, f"{_words(key)}: {_text(held)}", 0)

    def _titled(self, entry: Mapping[str, Any], level: int) -> Iterator[TextBlock]:
        """Yield a mapping with lists or mappings in it: what it is called as a heading, and the rest below."""
        texts = [key for key, held in entry.items() if not isinstance(held, list | Mapping) and _text(held)]
        named = next((key for key in texts if field_of(_words(str(key))) == Field.TITLE), texts[0] if texts else None)
        if named is not None:
            yield from self._said(BlockKind.HEADING, _text(entry[named]), min(level, 6))
        for key, held in entry.items():
            if key == named:
                continue
            if field_of(_words(str(key))) == Field.QUESTION:
                yield from self.of(held, level + 1, asks=True)
            else:
                yield from self._keyed(str(key), held, level + 1)

    def _said(self, kind: BlockKind, text: str, depth: int) -> Iterator[TextBlock]:
        if text:
            yield TextBlock(kind, text, (Piece(FilePlace(paragraph=self._number()), text),), depth)

    def _table(self, entries: Sequence[Mapping[str, Any]], *, asks: bool) -> TextBlock:
        keys = list(dict.fromkeys(str(key) for entry in entries for key in entry))
        if len(keys) > MOST_KEYS:
            raise UnreadableFileError(f"has entries with more than {MOST_KEYS} different keys; no guide has as many")
        head = FilePlace(paragraph=self._number())
        heads = list(map(_words, keys))
        if asks and not any(field_of(one) == Field.QUESTION for one in heads):
            heads[0] = Field.QUESTION.value
        rows = [tuple(TableCell(one, head) for one in heads)]
        pieces = [Piece(head, " | ".join(keys))]
        for entry in entries:
            place = FilePlace(paragraph=self._number())
            texts = [_text(entry.get(key), "\n") for key in keys]
            rows.append(tuple(TableCell(text, place) for text in texts))
            pieces.append(Piece(place, one_line(" | ".join(filter(None, texts))) or "{}"))
        return TextBlock(BlockKind.TABLE, "", tuple(pieces), rows=tuple(rows))

    def _number(self) -> int:
        number = next(self._numbers)
        if number > MOST_ENTRIES:
            raise UnreadableFileError(f"has more than {MOST_ENTRIES} entries; that can't be a guide for one interview")
        return number


def _words(key: str) -> str:
    """Return a key as words: `follow_ups` are follow-ups."""
    return key.replace("_", " ")


def _has_list(values: Sequence[object]) -> bool:
    return any(isinstance(one, list) for one in values)


def _all_mappings(values: Sequence[Any]) -> list[Mapping[str, Any]]:
    """Return entries of a list, the texts among them as mappings with what the others begin with."""
    first = next(str(key) for one in values if isinstance(one, Mapping) for key in (*one, Field.TITLE))
    return [one if isinstance(one, Mapping) else {first: one} for one in values]


def _is_section(entry: Mapping[str, Any]) -> bool:
    """Whether a mapping has more in it than a row of a table can have: questions, or lists of mappings."""
    for key, held in entry.items():
        if isinstance(held, Mapping) or (
            isinstance(held, list) and any(isinstance(one, list | Mapping) for one in held)
        ):
            return True
        if isinstance(held, list) and len(held) > 1 and field_of(_words(str(key))) == Field.QUESTION:
            return True
    return False


def _text(value: object, between: str = ", ") -> str:
    """Return a value as text; a list of texts with `between` them, nothing for what is nested deeper."""
    match value:
        case None | True | False:
            return ""
        case list():
            return between.join(filter(None, (_text(one) for one in value if not isinstance(one, list | dict))))
        case dict():
            return ""
        case _:
            return one_line(clean(str(value)))
