"""Boxes: the files in a folder that something else carries about (a sync program, a network drive, a stick).

    <device>.<n>.box             frames, each behind its length (4 bytes, big-endian)
    <device>.<kind>.whisper      what was whispered last of this kind

Each device writes files of its own and reads all others, so there is nothing to conflict. What a carrier makes of them
all the same (half files, older ones, conflict copies under other names) is read as far as it goes, and again when it
has changed. Nothing in the folder is trusted: it is read as bytes, bounded, and never followed if it is a link. Who may
read it is for the folder's owner to say, since all of it is sealed. Separate from the transport, which polls it.
"""

import os
import stat
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from facilitator.conducting.sealing.group_key import LARGEST_FRAME_BYTES
from facilitator.files import durable, foreign

FULL_BOX_BYTES = 256 * 1024
FULL_BOX_FRAMES = 1024
"""Behind a frame that makes a box this full a new one begins, so that little is carried again."""
LARGEST_BOX_BYTES = 1 << 20
MOST_FILES = 4096
MOST_NAMES = 1 << 16
"""Among so many names in the folder those of devices are looked for: it may be where somebody has everything."""
MOST_AT_ONCE_BYTES = 8 << 20
MOST_IN_BOX = 2 * FULL_BOX_FRAMES
"""So many frames of a box are read: more than any device writes into one."""
MOST_AT_ONCE = 4096
"""So many frames come with one call, and no more: whoever takes them in drops the rest."""
MOST_KNOWN = 1 << 18
"""When so many frames are known all are forgotten: then some come twice, which does no harm."""

_LENGTH_BYTES = 4
_HEX = frozenset("0123456789abcdef")
_BOX, _WHISPER, _NEW = ".box", ".whisper", ".writing"
_MODE = 0o666  # less what the user's own mask takes away


class Whisper(NamedTuple):
    """What a device whispered last of a kind."""

    device: str
    kind: str
    data: bytes


_State = tuple[int, int, int]
"""Length, time of the last change, and number of a file: when all are the same, so is what is in it."""


class Boxes:
    """The boxes in `folder`, seen from `device`. Every method may raise OSError."""

    def __init__(self, folder: Path, device: str) -> None:
        self._folder = folder
        self._device = device
        self._states: dict[str, _State] = {}
        self._known: set[bytes] = set()
        self._own: dict[str, frozenset[bytes]] = {}
        self._box = ""

    def open(self) -> None:
        """Make the folder if it is missing, and see what this device has in it.

        The one that it is in must be there: where a carrier's folder isn't, nobody would read what is put in its place.
        """
        with suppress(FileExistsError):
            self._folder.mkdir()  # for others as well, as far as the user's own mask lets them in
        self._look_after_own()

    def write(self, frames: Iterable[bytes]) -> None:
        """Append frames to the box of this device, those that aren't in one yet. If it raises, none is."""
        self._look_after_own()
        there = frozenset[bytes]().union(*self._own.values())
        new = {mark: frame for frame in frames if (mark := _mark(frame)) not in there}
        self._known.update(new)
        batch, size = dict[bytes, bytes](), 0
        for mark, frame in new.items():
            batch[mark] = frame
            size += len(frame)
            if size >= FULL_BOX_BYTES or len(batch) >= FULL_BOX_FRAMES:
                self._append(batch)
                batch, size = {}, 0
        if batch:
            self._append(batch)

    def read(self) -> list[bytes]:
        """Return the frames that are new here, in no order: what others wrote, and what this device no longer knew.

        If there is very much, some of it comes with the next call.
        """
        frames: list[bytes] = []
        size = 0
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        for entry in self._entries():
            if _BOX not in entry.name or entry.name.endswith(_NEW) or (content := self._changed(entry)) is None:
                continue
            for frame in _frames(content):
                if (mark := _mark(frame)) not in self._known:
                    self._known.add(mark)
                    frames.append(frame)
            size += len(content)
            if size > MOST_AT_ONCE_BYTES or len(frames) > MOST_AT_ONCE - MOST_IN_BOX:
                break
        return frames

    def forget(self, gone: Callable[[bytes], bool]) -> None:
        """Take out of this device's boxes, and a carrier's copies of them, the frames that are `gone`."""
        for entry in list(self._entries()):
            if not (entry.name.startswith(f"{self._device}.") and _BOX in entry.name):
                continue
            path = Path(entry.path)
            if not entry.is_file(follow_symlinks=False):
                continue
            frames = list(_frames(foreign.content(path, LARGEST_BOX_BYTES)))
            staying = [frame for frame in frames if not gone(frame)]
            if len(staying) < len(frames):
                self._replace(path, _content(staying), is_synced=True)
        self._look_after_own()

    def put(self, kind: str, data: bytes) -> None:
        """Put a whisper in the place of the last one of its kind; whoever reads it sees all of one or of the other."""
        self._replace(self._folder / f"{self._device}.{kind}{_WHISPER}", data)

    def _replace(self, path: Path, data: bytes, *, is_synced: bool = False) -> None:
        writing = path.with_name(path.name + _NEW)
        writing.unlink(missing_ok=True)  # whatever stands there: nobody reads what a pipe is given
        descriptor = os.open(writing, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _MODE)
        try:
            durable.write_all(descriptor, data)
            if is_synced:
                durable.sync(descriptor)
        finally:
            os.close(descriptor)
        writing.replace(path)

    def whispers(self) -> list[Whisper]:
        """Return what others have whispered since the last call; of very much, some with the next."""
        found: list[Whisper] = []
        size = 0
        for entry in self._entries():
            device, _, kind = entry.name.removesuffix(_WHISPER).partition(".")
            is_whisper = entry.name.endswith(_WHISPER) and kind.isalpha() and device != self._device
            if is_whisper and (content := self._changed(entry, LARGEST_FRAME_BYTES)) is not None:
                found.append(Whisper(device, kind, content))
                size += len(content)
            if size > LARGEST_BOX_BYTES:
                break
        return found

    def clear(self, but: Container[str]) -> None:
        """Remove what all devices have put here, but for whispers of these kinds."""
        for entry in list(self._entries()):
            is_whisper = entry.name.endswith(_WHISPER) and entry.name.split(".")[1] in but
            if not is_whisper and entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink(missing_ok=True)

    def _entries(self) -> Iterator["os.DirEntry[str]"]:
        """Yield the files of devices, whatever else is in the folder."""
        with os.scandir(self._folder) as entries:
            yield from islice(
                (entry for entry in islice(entries, MOST_NAMES) if _is_of_a_device(entry.name)), MOST_FILES
            )

    def _changed(self, entry: "os.DirEntry[str]", most: int = LARGEST_BOX_BYTES) -> bytes | None:
        """Return what is in a file if that may have changed since it was read; None if not, or if it can't be read."""
        with suppress(OSError):  # it may be gone by now, or half carried
            found = entry.stat(follow_symlinks=False)
            state = (found.st_size, found.st_mtime_ns, found.st_ino)
            if not stat.S_ISREG(found.st_mode) or self._states.get(entry.name) == state:
                return None
            content = foreign.content(Path(entry.path), most)
            self._states[entry.name] = state
            return content
        return None

    def _look_after_own(self) -> None:
        """See what is in the boxes of this device, if a carrier has changed them."""
        there: dict[str, frozenset[bytes]] = {}
        for entry in self._entries():
            if entry.name.startswith(f"{self._device}.") and entry.name.endswith(_BOX):
                if entry.name in self._own and self._states.get(entry.name) == _state_of(Path(entry.path)):
                    there[entry.name] = self._own[entry.name]
                else:
                    with suppress(OSError):
                        content = foreign.content(Path(entry.path), LARGEST_BOX_BYTES)
                        there[entry.name] = frozenset(map(_mark, _frames(content)))
        if there.get(self._box) != self._own.get(self._box):
            self._box = ""
        self._own = there

    def _append(self, batch: dict[bytes, bytes]) -> None:
        """Append frames to the box that is being filled, or to a new one; never behind what is half written."""
        name, flags = self._box, os.O_WRONLY | os.O_APPEND | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        self._box = ""
        if not name:
            name, flags = self._next_name(), flags | os.O_CREAT | os.O_EXCL
        path = self._folder / name
        descriptor = os.open(path, flags, _MODE)
        try:
            durable.write_all(descriptor, _content(batch.values()))
            durable.sync(descriptor)
            size = os.fstat(descriptor).st_size
        finally:
            os.close(descriptor)
        self._own[name] = self._own.get(name, frozenset()) | batch.keys()
        self._states[name] = _state_of(path)
        if size < FULL_BOX_BYTES and len(self._own[name]) < FULL_BOX_FRAMES:
            self._box = name

    def _next_name(self) -> str:
        numbers = [int(number) for name in self._own if (number := name.split(".")[1]).isdecimal() and len(number) < 10]
        return f"{self._device}.{max(numbers, default=0) + 1}{_BOX}"


def _is_of_a_device(name: str) -> bool:
    return len(name.partition(".")[0]) == 16 and set(name[:16]) <= _HEX


def _frames(content: bytes) -> Iterator[bytes]:
    """Yield the frames in a box as far as it is whole."""
    return islice(_whole_frames(content), MOST_IN_BOX)


def _whole_frames(content: bytes) -> Iterator[bytes]:
    at = 0
    while len(content) - at > _LENGTH_BYTES:
        length = int.from_bytes(content[at : at + _LENGTH_BYTES], "big")
        at += _LENGTH_BYTES
        if not 0 < length <= LARGEST_FRAME_BYTES or at + length > len(content):
            return
        yield content[at : at + length]
        at += length


def _content(frames: Iterable[bytes]) -> bytes:
    """Return what is in a box with these frames."""
    return b"".join(len(frame).to_bytes(_LENGTH_BYTES, "big") + frame for frame in frames)


def _mark(frame: bytes) -> bytes:
    return sha256(frame).digest()[:16]


def _state_of(path: Path) -> _State:
    found = path.lstat()
    return found.st_size, found.st_mtime_ns, found.st_ino
