"""What lies in a file of ours may have been put there by anybody: read it as foreign text, cleaned and bounded.

Separate, because every file of the data folder goes through it: journals, the library, who holds a session, holds.
What is harmless, which is nearly everything, costs a few searches and stays as it is.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from facilitator.domain.text.plain_text import harmless

SMALL_BYTES = 1 << 20
"""The most that is read of a file that holds a few words."""

_Shape = TypeVar("_Shape")

_ESCAPED = re.compile(rb"\\[^\"\\n]|\\\\u")
_HARMFUL = re.compile(b"\xc2[\x80-\x9f]|\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])")


def is_harmless(json: bytes) -> bool:
    """Return whether no text in `json` has a character that `clean` would take out, as far as can be told quickly."""
    return not (
        (b"\\" in json and _ESCAPED.search(json)) or b"\x7f" in json or (not json.isascii() and _HARMFUL.search(json))
    )


def cleaned(value: Any, clean: Callable[[str], str] = harmless) -> Any:  # noqa: ANN401  # whatever JSON holds
    """Return decoded JSON with `clean` applied to all texts in it."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(item, clean) for item in value]
    if isinstance(value, dict):
        return {clean(key): cleaned(item, clean) for key, item in value.items()}
    return value


def decoded(json: bytes | memoryview, shape: type[_Shape]) -> _Shape:
    """Return the value in `json`, cleaned. Raises msgspec.DecodeError, UnicodeDecodeError, RecursionError."""
    if is_harmless(bytes(json)):
        return msgspec.json.decode(json, type=shape)
    return msgspec.json.decode(msgspec.json.encode(cleaned(msgspec.json.decode(json))), type=shape)


def open_no_link(path: str, flags: int) -> int:
    """Open a file of ours, which may not be a link; for `open`. Raises OSError. A pipe isn't waited for."""
    return os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)


def content(path: Path, most: int = SMALL_BYTES) -> bytes:
    """Return what is in a file of ours. Raises OSError, also for a link, and if there are more than `most` bytes."""
    with open(path, "rb", opener=open_no_link) as file:
        found = file.read(most + 1)
    if len(found) > most:
        raise OSError(0, "it is too large")
    return found
