"""Write the nodes of an agenda as a YAML file, with what was guessed as comments."""

import json
import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as ByNode

from facilitator.agenda_files.file_form import file_fields
from facilitator.agenda_files.nodes import Mapping, Node, Scalar, Sequence
from facilitator.domain.plan.agenda import Agenda
from facilitator.domain.text.plain_text import clean, one_line

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _-]{0,60}")
_LENGTH = re.compile(r"\d[\dhms]{0,12}")
_NOT_TEXT = ("false", "no", "null", "off", "on", "true", "yes", "y", "n")
_NOT_IN_YAML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_FLAGS = ("lead", "shadow", "must", "each", "optional", "protected", "bell")


def as_yaml(root: Mapping, comments: ByNode[int, list[str]]) -> str:
    """Return the text of the file, without the keys of other programs. Reading it again gives the same agenda."""
    known = Mapping(root.position, tuple(pair for pair in root.entries if pair.key.text in file_fields(Agenda)))
    comments = {**comments, id(known): comments.get(id(root), [])}
    return "\n".join([*_mapping(known, comments, ""), ""])


def items_as_yaml(items: Iterable[Node], indent: str) -> list[str]:
    """Return the lines of items of a list, each behind `indent`."""
    return [line for item in items for line in _item(item, {}, indent)]


def _mapping(node: Mapping, comments: ByNode[int, list[str]], indent: str) -> Iterator[str]:
    for comment in comments.get(id(node), ()):
        yield f"{indent}# guessed: {one_line(comment)}"
    for pair in node.entries:
        key = pair.key.text if _PLAIN.fullmatch(pair.key.text) or pair.key.text.isdigit() else _quoted(pair.key.text)
        if isinstance(pair.value, Scalar):
            yield f"{indent}{key}: {_scalar(pair.value, pair.key.text)}"
        else:
            yield f"{indent}{key}:"
            yield from _value(pair.value, comments, f"{indent}  ")


def _value(node: Node, comments: ByNode[int, list[str]], indent: str) -> Iterator[str]:
    if isinstance(node, Mapping):
        yield from _mapping(node, comments, indent)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _item(item, comments, indent)
    elif isinstance(node, Scalar):
        yield f"{indent}{_scalar(node, '')}"


def _item(item: Node, comments: ByNode[int, list[str]], indent: str) -> Iterator[str]:
    if isinstance(item, Scalar):
        yield f"{indent}- {_scalar(item, '')}"
        return
    lines = list(_value(item, comments, f"{indent}  "))
    first = next((number for number, line in enumerate(lines) if not line.lstrip().startswith("#")), 0)
    yield from (f"{indent}{comment.lstrip()}" for comment in lines[:first])
    yield f"{indent}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]


def _scalar(node: Scalar, key: str) -> str:
    text = node.text
    is_flag = key in _FLAGS and text in ("true", "false")
    is_plain = _PLAIN.fullmatch(text) and not text.endswith(" ") and text.casefold() not in _NOT_TEXT
    if is_flag or is_plain or (_LENGTH.fullmatch(text) and key in ("length", "at_least", "warning", "danger")):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    """Return text in the double quotes of YAML, in which JSON's escapes mean the same."""
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(clean(text), ensure_ascii=False))
