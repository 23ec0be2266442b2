"""What lies in a file of ours may have been put there by anybody: read it as foreign text, cleaned and bounded.

Separate, because every file of the data folder goes through it: journals, the library, who holds a session, holds.
What is harmless, which is nearly everything, costs a few searches and stays as it is.
"""

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec

from facilitator.domain.text.plain_text import harmless
from facilitator.files import own_folder

SMALL_BYTES = 1 << 20
"""The most that is read of a file that holds a few words."""

LONGEST_TEXT = 1 << 20
"""The most that is read of a single text, in characters: ten times what is typed as one. The file stays as it is."""

_AT_ONCE_BYTES = 1 << 20
_CUT = "…"
_OTHERS_WRITE = 0o022
_OTHERS_ENTER = 0o011

_Shape = TypeVar("_Shape")

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What is raised for JSON that isn't in shape; the last, for JSON that is nested without end."""

_ESCAPED = re.compile(rb"\\[^\"\\n]|\\\\u")
_HARMFUL = re.compile(b"\x7f|\xc2[\x80-\x9f]|\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])")


def is_harmless(json: bytes) -> bool:
    """Return whether no text in `json` has what `cleaned` would take out, as far as can be told quickly."""
    return len(json) <= LONGEST_TEXT and _acts_on_nothing(json)


def _acts_on_nothing(json: bytes) -> bool:
    return not (
        (b"\\" in json and _ESCAPED.search(json)) or b"\x7f" in json or (not json.isascii() and _HARMFUL.search(json))
    )


def cleaned(value: Any, clean: Callable[[str], str] = harmless) -> Any:  # noqa: ANN401  # whatever JSON holds
    """Return decoded JSON with `clean` applied to all texts in it, and none longer than `LONGEST_TEXT`."""
    if isinstance(value, str):
        return _bounded(clean(value))
    if isinstance(value, list):
        return [cleaned(item, clean) for item in value]
    if isinstance(value, dict):
        return {_bounded(clean(key)): cleaned(item, clean) for key, item in value.items()}
    return value


def decoded(json: bytes | memoryview, shape: type[_Shape]) -> _Shape:
    """Return the value in `json`, cleaned; how long its texts may be is for `shape` to say.

    Raises UNREADABLE.
    """
    if _acts_on_nothing(bytes(json)):
        return msgspec.json.decode(json, type=shape)
    return msgspec.json.decode(msgspec.json.encode(cleaned(msgspec.json.decode(json))), type=shape)


def without_effects(json: bytes) -> bytes:
    """Return the same JSON, in which what acts on a terminal is escaped: for what is passed on as it was written."""
    return _HARMFUL.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), json)


def _bounded(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + _CUT


def is_path(written: bytes) -> bool:
    """Return whether what is `written` in a file of ours can be a path: the system knows none with a NUL."""
    return b"\0" not in written


def open_no_link(path: str, flags: int) -> int:
    """Open a file of ours, which may not be a link; for `open`. Raises OSError. A pipe isn't waited for."""
    return own_folder.open_file(Path(path), flags | os.O_NONBLOCK, 0)


def open_settings(path: str, flags: int) -> int:
    """Open a file that its owner wrote for us, who may have put a link there; for `open`.

    Raises OSError, also for one that somebody else wrote, or could have: what it says is done.
    """
    descriptor = os.open(path, flags | os.O_CLOEXEC | os.O_NONBLOCK)
    found = os.fstat(descriptor)
    folder = Path(path).resolve().parent.stat()
    wrong = ""
    if not stat.S_ISREG(found.st_mode):
        wrong = "it isn't a file"
    elif found.st_uid not in (os.getuid(), 0):
        wrong = "it belongs to another user"
    elif found.st_mode & _OTHERS_WRITE and folder.st_mode & _OTHERS_ENTER:
        wrong = f"others can write to it; if it says what you wrote: chmod go-w {path}"
    if wrong:
        os.close(descriptor)
        raise OSError(0, wrong)
    return descriptor


def content(path: Path, most: int = SMALL_BYTES, opener: Callable[[str, int], int] = open_no_link) -> bytes:
    """Return what is in a file of ours. Raises OSError, also for a link, and if there are more than `most` bytes."""
    with open(path, "rb", opener=opener) as file:
        return all_within(file, most)


def all_within(file: BinaryIO, most: int) -> bytes:
    """Return what is in a file. Raises OSError, also if there are more than `most` bytes.

    One that says so isn't read at all. Another is read little by little: `read(most)` takes memory for all that there
    could be.
    """
    too_large = OSError(0, "it is too large")
    if os.fstat(file.fileno()).st_size > most:
        raise too_large
    parts: list[bytes] = []
    while part := file.read(min(most + 1, _AT_ONCE_BYTES)):
        parts.append(part)
        most -= len(part)
        if most < 0:
            raise too_large
    return b"".join(parts)
