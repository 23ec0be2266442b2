"""What a disk may hold after a power cut, given what was asked of it until then.

Only what was synced is certain. Of every other write any number of first bytes may be there, with zeros in the place of
the rest or without; of the other names, each may be as it was before or as it was to be. A name that moves from one
folder to another is in one of them; it is certain when the folder that it went to was synced.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

ROOT = 0
"""The number of the folder in which everything is."""

Folder = dict[str, int]
"""The numbers of what is in a folder, by name."""


class Data(NamedTuple):
    """Bytes that are written into a file at a place; None cuts the file off there."""

    file: int
    at: int
    written: bytes | None


class Names(NamedTuple):
    """Names that change at once: the folder, the name, and what it is from now on, if anything."""

    changes: tuple[tuple[int, str, int | None], ...]
    synced_by: int


class Sync(NamedTuple):
    """A file or folder, all of whose changes are on the disk now."""

    number: int


class Image(NamedTuple):
    """A state of the disk: the content by path; a folder has none. `same` are the paths of one and the same file."""

    files: dict[str, bytes | None]
    same: tuple[tuple[str, ...], ...]


class Disk:
    """A disk with these files and folders, by number, all of them synced; folders that come later are empty."""

    def __init__(self, files: dict[int, bytes], folders: dict[int, Folder]) -> None:
        self._files = defaultdict(bytes, files)
        self._folders = {number: dict(folder) for number, folder in folders.items()}
        self._data: defaultdict[int, list[Data]] = defaultdict(list)
        self._names: list[Names] = []

    def do(self, asked: Data | Names | Sync) -> None:
        match asked:
            case Data():
                self._data[asked.file].append(asked)
            case Names():
                self._names.append(asked)
            case Sync(number):
                for change in self._data.pop(number, []):
                    self._files[number] = _changed(self._files[number], change)
                for names in [names for names in self._names if names.synced_by == number]:
                    _rename(self._folders, names)
                    self._names.remove(names)

    def states(self, most: int, chance: random.Random) -> Iterator[Image]:
        """Yield what may be found now: all of it, if those are at most so many, else as many at random."""
        names = len(self._names)
        lengths = {file: sum(len(one.written or b"x") for one in data) for file, data in self._data.items()}
        number = 2**names
        for length in lengths.values():
            number *= 2 * length + 1
        if number <= most:
            yield from self._every_state(names, lengths)
        else:
            yield self._image(2**names - 1, dict.fromkeys(lengths, (0, False)))
            yield self._image(2**names - 1, {file: (length, False) for file, length in lengths.items()})
            for _ in range(most - 2):
                there = chance.choice((chance.getrandbits(names) if names else 0, 2**names - 1))
                yield self._image(there, {file: _torn(length, chance) for file, length in lengths.items()})

    def _every_state(self, names: int, lengths: dict[int, int]) -> Iterator[Image]:
        torn: list[dict[int, tuple[int, bool]]] = [{}]
        for file, length in lengths.items():
            ways = [(at, filled) for at in range(length + 1) for filled in (False, True)[: 1 + (at < length)]]
            torn = [{**one, file: way} for one in torn for way in ways]
        for there in range(2**names):
            for one in torn:
                yield self._image(there, one)

    def _image(self, there: int, torn: dict[int, tuple[int, bool]]) -> Image:
        """Return the state with those names whose bit is set in `there`, and so many bytes of what was written."""
        folders = {number: dict(folder) for number, folder in self._folders.items()}
        for bit, names in enumerate(self._names):
            if there >> bit & 1:
                _rename(folders, names)
        files: dict[str, bytes | None] = {}
        paths: defaultdict[int, list[str]] = defaultdict(list)
        waiting = [("", ROOT)]
        while waiting:
            path, number = waiting.pop()
            for name, inner in folders[number].items():
                full = f"{path}/{name}" if path else name
                if inner in folders:
                    files[full] = None
                    waiting.append((full, inner))
                else:
                    files[full] = self._content(inner, *torn.get(inner, (0, False)))
                    paths[inner].append(full)
        return Image(files, tuple(tuple(sorted(same)) for same in paths.values() if len(same) > 1))

    def _content(self, file: int, length: int, filled: bool) -> bytes:
        content = self._files[file]
        for change in self._data.get(file, ()):
            size = len(change.written or b"x")
            part, length = min(size, length), max(0, length - size)
            if change.written is None:
                content = _changed(content, change) if part else content
            elif part or filled:
                rest = bytes(size - part) if filled else b""
                content = _changed(content, change._replace(written=change.written[:part] + rest))
        return content


def _changed(content: bytes, change: Data) -> bytes:
    if change.written is None:
        return content[: change.at].ljust(change.at, b"\0")
    return content[: change.at].ljust(change.at, b"\0") + change.written + content[change.at + len(change.written) :]


def _rename(folders: dict[int, Folder], names: Names) -> None:
    for folder, name, what in names.changes:
        if what is None:
            folders[folder].pop(name, None)
        else:
            folders[folder][name] = what


def _torn(length: int, chance: random.Random) -> tuple[int, bool]:
    return chance.choice((0, length, chance.randint(0, length), chance.randint(0, length))), chance.random() < 0.2
