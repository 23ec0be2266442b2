"""A stick: all frames of a panel in one file, for somebody who carries it from one device to another.

    "facilitator carries 1\\n" | hash of the panel 16 | frames, each behind its length (4 bytes, big-endian) | nothing

Its frames are those of a box, so whoever finds it reads nothing. Of a panel that was erased it has last words only: a
frame that is "W", the word, 0, and who said it. It isn't trusted: it is read as bytes, bounded, and a
file that is something else is neither read nor replaced. Separate from boxes, which only grow and are polled.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from facilitator.conducting.sealing.group_key import LARGEST_FRAME_BYTES
from facilitator.files import foreign

MAGIC = b"facilitator carries 1\n"
LARGEST_STICK_BYTES = 1 << 28
MOST_FRAMES = 1 << 20

_LENGTH_BYTES = 4
_NAME_BYTES = 16


class NoStick(ValueError):
    """A file isn't one that carries this panel. The text is why, for a person."""


class Carried(NamedTuple):
    """The frames in a file, in no order; whether its end is missing; and the last words in it, each with its kind."""

    frames: tuple[bytes, ...]
    is_cut: bool = False
    words: tuple[tuple[str, bytes], ...] = ()


def name_on(panel: str) -> str:
    """Return what the file of the panel with this hash is called in a folder."""
    return f"facilitator-{panel[:16]}.carry"


def stick_of(panel: str, frames: Sequence[bytes]) -> bytes:
    """Return the content of the file with these frames."""
    parts = (len(frame).to_bytes(_LENGTH_BYTES, "big") + frame for frame in frames)
    return b"".join((MAGIC, _name(panel), *parts, bytes(_LENGTH_BYTES)))


def carried(path: Path, panel: str) -> Carried:
    """Return what the file at `path` carries. Raises NoStick, OSError."""
    return carried_in(foreign.content(path, LARGEST_STICK_BYTES), panel)


def carried_in(content: bytes, panel: str) -> Carried:
    """Return what a file with this content carries: of one that is cut, what is whole. Raises NoStick."""
    if not content.startswith(MAGIC):
        raise NoStick("no panel was carried in it")
    at = len(MAGIC) + _NAME_BYTES
    if content[len(MAGIC) : at] != _name(panel):
        raise NoStick("it carries another interview" if len(content) >= at else "it is cut at its beginning")
    frames: list[bytes] = []
    while length := int.from_bytes(content[at : at + _LENGTH_BYTES], "big"):
        at += _LENGTH_BYTES
        if length > LARGEST_FRAME_BYTES or len(frames) >= MOST_FRAMES:
            raise NoStick("it was damaged, or made by somebody else")
        if at + length > len(content):
            return _sorted(frames, is_cut=True)
        frames.append(content[at : at + length])
        at += length
    return _sorted(frames, is_cut=at + _LENGTH_BYTES > len(content))


def word_frame(kind: str, said: bytes) -> bytes:
    """Return a last word as it stands among the frames."""
    return b"W" + kind.encode() + b"\0" + said


def _sorted(frames: Sequence[bytes], *, is_cut: bool) -> Carried:
    words = [frame[1:].partition(b"\0") for frame in frames if frame.startswith(b"W")]
    others = tuple(frame for frame in frames if not frame.startswith(b"W"))
    return Carried(others, is_cut, tuple((kind.decode("ascii", "replace"), said) for kind, _, said in words))


def _name(panel: str) -> bytes:
    return bytes.fromhex(panel)[:_NAME_BYTES]
