"""How the domain's agenda structs look in a file: which keys there are, and what each takes.

The reader and the published schema are both derived from this, so that an agenda field is declared
once, in `facilitator.domain.plan.agenda`.
"""

from functools import cache
from typing import Any

import msgspec.inspect as inspect
from msgspec import NODEFAULT, Struct

_DURATION = "_seconds"


class Value(Struct, frozen=True):
    """A type with what its annotations add: `extra` as in the domain's `Meta`, `description` for people."""

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
    """A key in the file, and the struct field `name` that it fills."""

    key: str
    name: str
    value: Value
    required: bool
    is_duration: bool
    default: Any


def unwrapped(type_: inspect.Type) -> Value:
    """`type_` without its metadata and without `None`; the outermost description holds."""
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


@cache
def file_fields(struct: type[Struct]) -> dict[str, FileField]:
    """The keys of `struct` in a file, in order of declaration."""
    info = inspect.type_info(struct)
    if not isinstance(info, inspect.StructType):
        raise TypeError(f"{struct} is not a struct")
    fields: dict[str, FileField] = {}
    for field in info.fields:
        value = unwrapped(field.type)
        if value.extra.get("in_file", True):
            is_duration = field.name.endswith(_DURATION)
            key = field.name.removesuffix(_DURATION)
            default = field.default if field.default_factory is NODEFAULT else field.default_factory()
            fields[key] = FileField(key, field.name, value, field.required, is_duration, default)
    return fields
