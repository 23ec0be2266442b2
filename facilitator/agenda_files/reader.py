"""Turn nodes into the domain's structs, following the types of their fields.

The reader knows types, not agendas: a new field in `facilitator.domain.plan.agenda` is read without a change here.
When a value is wrong, the reader complains, puts a stand-in of the right type in its place and reads on, so that all
complaints about a file come at once. Whether the values make sense together is a question for `checks`.
"""

import re
from collections.abc import Mapping as MappingOf
from typing import Any, TypeVar

import msgspec.inspect as inspect
from msgspec import NODEFAULT, Struct

from facilitator.agenda_files.complaints import Complaints, Position, listed, nearest, quoted
from facilitator.agenda_files.file_form import FileField, Value, file_fields, unwrapped
from facilitator.agenda_files.nodes import Hole, Mapping, Node, Pair, Scalar, Sequence
from facilitator.domain.text.durations import FORMS, length_text, parse_duration
from facilitator.domain.text.plain_text import clean, one_line

Path = tuple[str | int, ...]
S = TypeVar("S", bound=Struct)

_WITHIN_A_NAME = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_STAND_INS: dict[type[inspect.Type], Any] = {
    inspect.StrType: "",
    inspect.IntType: 0,
    inspect.BoolType: False,
    inspect.VarTupleType: (),
}


class _Failed(Exception):
    """Raised when a value can't be read, after the complaint about it."""


def position_at(path: Path, positions: MappingOf[Path, Position]) -> Position:
    """Return the position of the value at `path` (keys and indices from the root), else that of its parent."""
    while path and path not in positions:
        path = path[:-1]
    return positions.get(path, Position())


class Reader:
    """Reads one file. Afterwards `positions` tells where values stood, and `failed` lists those with a stand-in."""

    def __init__(self, complaints: Complaints, unknown_keys_are_errors: bool = True) -> None:
        self._complaints = complaints
        self._unknown_keys_are_errors = unknown_keys_are_errors
        self.positions: dict[Path, Position] = {}
        self.failed: set[Path] = set()

    def position(self, path: Path) -> Position:
        """Return the position of the value at `path`, else that of its parent."""
        return position_at(path, self.positions)

    def read(self, struct: type[S], root: Node) -> S | None:
        """Return the whole file as a `struct`, with stand-ins for wrong values, or None if it isn't a mapping."""
        try:
            return self._struct(struct, root, ())
        except _Failed:
            return None

    def _struct(self, struct: type[S], node: Node, path: Path) -> S:
        called = _WITHIN_A_NAME.sub(" ", struct.__name__).lower()
        self.positions[path] = node.position
        if not isinstance(node, Mapping):
            raise self._wrong(node, f"{_an(called)} with keys such as {_list(list(file_fields(struct))[:3])}")
        fields = file_fields(struct)
        given = {entry.key.text: entry for entry in node.entries}
        free = [key for key in fields if key not in given]
        misspelt = {self._unknown_key(given[key], called, free, path) for key in given.keys() - fields.keys()}
        self.failed |= {(*path, key) for key in misspelt if key}
        values = {
            field.name: self._field(field, given.get(field.key), (*path, field.key), node.position, called)
            for field in fields.values()
            if field.required or field.key in given
        }
        return struct(**values)

    def _unknown_key(self, entry: Pair, called: str, free: list[str], path: Path) -> str | None:
        """Complain, and return the key that was probably meant, if any."""
        hint = nearest(entry.key.text, free)
        message = f"{_an(called)} has no key {quoted(entry.key.text)}"
        if not path and not self._unknown_keys_are_errors:
            self._complaints.warning(entry.key.position, f"{message}; ignored", hint)
        else:
            known = "" if hint or not free else f"; possible here: {listed(free)}"
            self._complaints.error(entry.key.position, message + known, hint)
        return hint

    def _field(self, field: FileField, entry: Pair | None, path: Path, parent: Position, called: str) -> object:
        if entry is None or _is_empty(entry.value):
            if field.required and path not in self.failed:
                self.failed.add(path)
                where, state = (parent, "is missing") if entry is None else (entry.value.position, "is empty")
                self._complaints.error(where, f"{quoted(field.key)} {state}: {_an(called)} needs it")
            return self._default(field)
        self.positions[path] = entry.value.position
        try:
            if field.is_duration:
                return self._duration(entry.value, field.value.type)
            return self._value(entry.value, field.value, path)
        except _Failed:
            self.failed.add(path)
            return self._default(field)

    def _default(self, field: FileField) -> object:
        return _STAND_INS.get(type(field.value.type)) if field.default is NODEFAULT else field.default

    def _value(self, node: Node, value: Value, path: Path) -> object:
        match value.type:
            case inspect.StrType():
                return self._text(node, value)
            case inspect.StructType(cls=struct):
                return self._struct(struct, node, path)
            case inspect.VarTupleType(item_type=item_type, min_length=fewest, max_length=most):
                return self._list(node, unwrapped(item_type), fewest or 0, most, path)
            case inspect.DictType(key_type=key_type, value_type=item_type):
                return self._dict(node, unwrapped(key_type), unwrapped(item_type), path)
            case inspect.BoolType():
                return self._choice(node, _BOOLEANS, "true or false", fold=True)
            case inspect.EnumType(cls=enum):
                return self._choice(node, {str(member.value): member for member in enum})
            case inspect.LiteralType(values=values):
                return self._choice(node, {str(choice): choice for choice in values})
            case inspect.IntType(ge=lowest, le=highest):
                return self._integer(node, lowest, highest)
        raise TypeError(f"an agenda file has no form for {value.type}")

    def _list(self, node: Node, item: Value, fewest: int, most: int | None, path: Path) -> tuple[object, ...]:
        if not isinstance(node, Sequence):
            raise self._wrong(node, "a list")
        items: list[Any] = []
        for child in node.items:
            item_path = (*path, len(items))
            self.positions[item_path] = child.position
            try:
                items.append(self._value(child, item, item_path))
            except _Failed:
                self.failed.add(path)
        if len(node.items) < fewest or (most is not None and len(node.items) > most):
            self.failed.add(path)
            found = f"has {len(node.items)}" if node.items else "is empty"
            expected = f"{fewest} to {most}" if most is not None else "at least one"
            self._complaints.error(node.position, f"{quoted(str(path[-1]))} {found}, expected {expected}")
        return tuple(items)

    def _dict(self, node: Node, key: Value, item: Value, path: Path) -> dict[object, object]:
        if not isinstance(node, Mapping):
            raise self._wrong(node, "a group of keys")
        items: dict[Any, Any] = {}
        for entry in node.entries:
            try:
                self.positions[(*path, entry.key.text)] = entry.key.position
                name = self._value(entry.key, key, path)
                items[name] = self._value(entry.value, item, (*path, entry.key.text))
            except _Failed:
                self.failed.add(path)
        return items

    def _text(self, node: Node, value: Value) -> str:
        expected = value.expected or "text"
        if not isinstance(node, Scalar):
            remedy = "; text with ': ' in it needs quotes" if isinstance(node, Mapping) else ""
            raise self._wrong(node, expected + remedy)
        text = one_line(node.text) if value.one_line else clean(node.text).strip()
        type_ = value.type
        if not text or not isinstance(type_, inspect.StrType):
            raise self._wrong(node, expected)
        if type_.max_length and len(text) > type_.max_length:
            self._complaints.error(node.position, f"{len(text)} characters; at most {type_.max_length} are read here")
        elif type_.pattern and not re.search(type_.pattern, text):
            self._complaints.error(node.position, f"found {quoted(text)}, expected {expected}")
        return text  # even when it is wrong, so that what refers to it isn't reported as well

    def _choice(self, node: Node, choices: dict[str, Any], expected: str = "", fold: bool = False) -> object:
        text = node.text.casefold() if isinstance(node, Scalar) and fold else getattr(node, "text", None)
        if text in choices:
            return choices[text]
        hint = nearest(text, choices) if text else None
        raise self._wrong(node, expected or f"one of: {', '.join(choices)}", hint)

    def _integer(self, node: Node, lowest: int | None, highest: int | None) -> int:
        expected = f"a whole number from {lowest} to {highest}" if lowest is not None else "a whole number"
        if not isinstance(node, Scalar) or not re.fullmatch(r"[-+]?[0-9]{1,9}", node.text):
            raise self._wrong(node, expected)
        number = int(node.text)
        if (lowest is not None and number < lowest) or (highest is not None and number > highest):
            raise self._wrong(node, expected)
        return number

    def _duration(self, node: Node, type_: inspect.Type) -> int:
        if not isinstance(node, Scalar):
            raise self._wrong(node, f"a duration: {FORMS}")
        text = one_line(node.text)
        longest = type_.le if isinstance(type_, inspect.IntType) else None
        if text.startswith("-"):
            raise self._wrong(node, "a duration above zero")
        try:
            seconds = parse_duration(text)
        except ValueError:
            raise self._wrong(node, f"a duration: {FORMS}") from None
        if seconds <= 0:
            raise self._wrong(node, "a duration above zero")
        if longest and seconds > longest:
            raise self._wrong(node, f"a duration of at most {length_text(longest)} (a bare number is minutes)")
        return seconds

    def _wrong(self, node: Node, expected: str, hint: str | None = None) -> _Failed:
        if not isinstance(node, Hole):
            is_empty = _is_empty(node)
            found = quoted(node.text) if isinstance(node, Scalar) and not is_empty else node.called
            self._complaints.error(node.position, f"found {found}, expected {expected}", hint)
        return _Failed()


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.is_null or not node.text.strip())


def _an(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _list(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
