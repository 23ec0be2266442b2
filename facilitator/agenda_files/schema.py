"""The published JSON Schema of agenda files, derived from the same declarations as the reader."""

from typing import Any

import msgspec.inspect as inspect
from msgspec import Struct

from facilitator.agenda_files.file_form import FileField, Value, file_fields, unwrapped
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.text.durations import FORMS

Schema = dict[str, Any]

SCHEMA_LINE = "# yaml-language-server: $schema="
"""How a YAML file names its schema, for editors: https://github.com/redhat-developer/yaml-language-server"""

_DURATION_PATTERN = (
    r"^(?=.*\d)\s*(\d+(\.\d+)?|(\d{1,3}:)?\d{1,3}:[0-5]\d|[Pp](\d+[Dd])?([Tt](\d+[Hh])?(\d+[Mm])?(\d+[Ss])?)?"
    r"|(\d+(\.\d+)?\s*[Hh][A-Za-z]*)?\s*(\d+(\.\d+)?\s*[Mm][A-Za-z]*)?\s*(\d+(\.\d+)?\s*[Ss][A-Za-z]*)?)\s*$"
)
_DURATION_EXAMPLES = ["5m", "1h30m", "90s", "PT5M", "4:30", "1:15:00", 45]


def schema() -> Schema:
    """Return the JSON Schema (2020-12) of an agenda file: durations as written, ids optional where they are made."""
    definitions: dict[str, Schema] = {}
    _define(Agenda, definitions)
    root = definitions.pop(Agenda.__name__)
    head: Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return head | root | {"$defs": dict(sorted(definitions.items()))}


def with_schema_line(text: str, address: str) -> str:
    """Return the text of a YAML file with a first line that names its schema, unless it names one already."""
    if SCHEMA_LINE in text:
        return text
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    ending = "\r\n" if "\r\n" in text else "\n"
    return f"{mark}{SCHEMA_LINE}{address}{ending}{text.removeprefix(mark)}"


def _define(struct: type[Struct], definitions: dict[str, Schema]) -> None:
    definition: Schema = {"title": struct.__name__, "type": "object", "additionalProperties": False}
    definitions[struct.__name__] = definition
    if struct.__doc__:
        definition["description"] = " ".join(struct.__doc__.split())
    fields = file_fields(struct).values()
    definition["properties"] = {field.key: _property(field, definitions) for field in fields}
    definition["required"] = [field.key for field in fields if field.required]


def _property(field: FileField, definitions: dict[str, Schema]) -> Schema:
    form = _duration(field.value.type) if field.is_duration else _form(field.value, definitions)
    title = field.key.replace("_", " ").capitalize()
    head: Schema = {"title": title}
    if field.value.description:
        head["description"] = field.value.description
    if field.is_duration:
        head["description"] = f"{field.value.description} As {FORMS}.".strip()
    if not field.required:
        nullable = form.get("type")
        if isinstance(nullable, str):
            form["type"] = [nullable, "null"]
        elif isinstance(nullable, list):
            form["type"] = [*nullable, "null"]
        if isinstance(field.default, str | bool) and field.default != "":
            form["default"] = str(field.default) if isinstance(field.default, str) else field.default
    if "enum" in form and not field.required:
        form["enum"] = [*form["enum"], None]
    return head | form


def _form(value: Value, definitions: dict[str, Schema]) -> Schema:
    match value.type:
        case inspect.StructType(cls=struct):
            if struct.__name__ not in definitions:
                _define(struct, definitions)
            return {"$ref": f"#/$defs/{struct.__name__}"}
        case inspect.VarTupleType(item_type=item_type, min_length=fewest, max_length=most):
            form: Schema = {"type": "array", "items": _item(item_type, definitions)}
            return form | _given(minItems=fewest, maxItems=most)
        case inspect.DictType(key_type=key_type, value_type=item_type):
            return {
                "type": "object",
                "patternProperties": {_key_pattern(unwrapped(key_type)): _item(item_type, definitions)},
                "additionalProperties": False,
            }
        case inspect.BoolType():
            return {"type": "boolean"}
        case inspect.EnumType(cls=enum):
            return {"type": "string", "enum": [str(member.value) for member in enum]}
        case inspect.LiteralType(values=values):
            return {"type": "string", "enum": [str(choice) for choice in values]}
        case inspect.IntType(ge=lowest, le=highest):
            return {"type": "integer", **_given(minimum=lowest, maximum=highest)}
        case inspect.StrType(min_length=shortest, max_length=longest, pattern=pattern):
            return {"type": "string", **_given(minLength=shortest, maxLength=longest, pattern=pattern)}
    raise TypeError(f"an agenda file has no form for {value.type}")


def _item(type_: inspect.Type, definitions: dict[str, Schema]) -> Schema:
    value = unwrapped(type_)
    described: Schema = {"description": value.description} if value.description else {}
    return described | _form(value, definitions)


def _key_pattern(key: Value) -> str:
    if isinstance(key.type, inspect.IntType) and key.type.ge is not None and key.type.le is not None:
        return f"^({'|'.join(str(number) for number in range(key.type.ge, key.type.le + 1))})$"
    return ".*"


def _duration(type_: inspect.Type) -> Schema:
    longest = type_.le if isinstance(type_, inspect.IntType) else None
    minutes = longest // 60 if longest else None
    limits: Schema = {"exclusiveMinimum": 0, **_given(maximum=minutes)}
    return {"type": ["string", "number"], "pattern": _DURATION_PATTERN, "examples": _DURATION_EXAMPLES} | limits


def _given(**constraints: object) -> Schema:
    return {name: value for name, value in constraints.items() if value is not None}
