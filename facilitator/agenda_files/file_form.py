"""The form of the agenda structs in a file: the keys, and the type of value that each takes.

The reader and the published schema are both derived from this, so an agenda field is declared only once, in
`facilitator.domain.plan.agenda`.
"""

from functools import cache
from typing import Any

import msgspec.inspect as inspect
from msgspec import NODEFAULT, UNSET, Struct

_DURATION = "_seconds"


class Value(Struct, frozen=True):
    """A type with what its annotations say: `description` is for people, `extra` is that of the domain's `Meta`."""

    type: inspect.Type
    optional: bool = False
    description: str = ""
    extra: dict[str, Any] = {}

    @property
    def one_line(self) -> bool:
        return bool(self.extra.get("one_line"))

    @property
    def expected(self) -> str:
        return str(self.extra.get("expected", ""))


class FileField(Struct, frozen=True):
    """A key in the file and the field `name` of the struct that it fills."""

    key: str
    name: str
    value: Value
    required: bool
    is_duration: bool
    default: Any


def unwrapped(type_: inspect.Type) -> Value:
    """Return `type_` without metadata and without `None`; of several descriptions the outermost counts.

    Raises TypeError for a union of several types.
    """
    if isinstance(type_, inspect.Metadata):
        inner = unwrapped(type_.type)
        description = (type_.extra_json_schema or {}).get("description") or inner.description
        return Value(inner.type, inner.optional, description, inner.extra | (type_.extra or {}))
    if isinstance(type_, inspect.UnionType):
        members = [member for member in type_.types if not isinstance(member, inspect.NoneType)]
        if len(members) != 1:
            raise TypeError(f"an agenda field takes one type or None, not {type_}")
        inner = unwrapped(members[0])
        return Value(inner.type, True, inner.description, inner.extra)
    return Value(type_)


_LOOKED_AT: dict[type[Struct], inspect.StructType] = {}
"""The structs within those that were asked for: looking at one shows them as well, and takes most of the time."""


def _remember(type_: inspect.Type) -> None:
    if isinstance(type_, inspect.VarTupleType):
        type_ = unwrapped(type_.item_type).type
    if isinstance(type_, inspect.StructType):
        _LOOKED_AT[type_.cls] = type_


@cache
def file_fields(struct: type[Struct]) -> dict[str, FileField]:
    """Return the fields of `struct` by their key in a file, in order of declaration. Raises TypeError."""
    info = _LOOKED_AT.get(struct) or inspect.type_info(struct)
    if not isinstance(info, inspect.StructType):
        raise TypeError(f"{struct} is not a struct")
    fields: dict[str, FileField] = {}
    for field in info.fields:
        value = unwrapped(field.type)
        _remember(value.type)
        if value.extra.get("in_file", True):
            is_duration = field.name.endswith(_DURATION)
            key = field.name.removesuffix(_DURATION)
            default = field.default if field.default_factory is NODEFAULT else field.default_factory()
            if default is NODEFAULT and not field.required:
                default = UNSET
            fields[key] = FileField(key, field.name, value, field.required, is_duration, default)
    return fields
