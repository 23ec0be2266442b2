"""Recording what a deed asks of the disk under a folder, call by call, and what it has said meanwhile.

The calls are carried out as well. What is read is no change, and locks are gone after a power cut.
"""

import fcntl
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from facilitator.files import final_name
from tests.torture.power_cut import ROOT, Data, Folder, Names, Sync


class Said(NamedTuple):
    """What people were told, and may rely on from then on."""

    kind: str
    session: str
    text: str


Asked = Data | Names | Sync | Said


def whole_path(path: Any, dir_fd: int | None) -> str:
    """Return the absolute path of what a call is about: of `path`, from the folder that is open as `dir_fd`."""
    name = os.fsdecode(path)
    if dir_fd is None:
        return str(Path(name).absolute())
    if sys.platform == "darwin":
        folder = os.fsdecode(fcntl.fcntl(dir_fd, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0"))
    else:
        folder = str(Path(f"/proc/self/fd/{dir_fd}").readlink())
    return str(Path(folder) / name)


class Recorder:
    """What is asked of the disk under `root`, whose files and folders are numbered."""

    def __init__(self, root: Path) -> None:
        self.asked: list[Asked] = []
        self.files: dict[int, bytes] = {}
        self.folders: dict[int, Folder] = {}
        self._root = str(root.resolve())
        self._tree: dict[int, Folder] = {}
        self._lengths: dict[int, int] = {}
        self._open: dict[int, int] = {}
        self._places: dict[int, int] = {}
        self._appends: set[int] = set()
        self._turn = threading.RLock()
        self._numbers = iter(range(ROOT, 1_000_000))
        self._take_in(root)
        self.folders = {number: dict(folder) for number, folder in self._tree.items()}

    def _take_in(self, path: Path) -> int:
        number = next(self._numbers)
        if path.is_dir():
            self._tree[number] = {}
            self._tree[number].update({inner.name: self._take_in(inner) for inner in sorted(path.iterdir())})
        else:
            self.files[number] = path.read_bytes()
            self._lengths[number] = len(self.files[number])
        return number

    def say(self, kind: str, session: str, text: str = "") -> None:
        with self._turn:
            self.asked.append(Said(kind, session, text))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Record as long as the context lasts."""
        watched: dict[str, Callable[..., None]] = {
            "write": self._written,
            "fsync": lambda _, descriptor: self._synced(descriptor),
            "fdatasync": lambda _, descriptor: self._synced(descriptor),
            "ftruncate": lambda _, descriptor, length: self._cut(descriptor, length),
            "rename": self._renamed,
            "replace": self._renamed,
            "link": self._linked,
            "unlink": self._removed,
            "remove": self._removed,
            "rmdir": self._removed,
            "mkdir": self._made,
        }
        before = {name: getattr(os, name) for name in (*watched, "open")}
        rename_folder = final_name._rename_folder
        for name, note in watched.items():
            setattr(os, name, self._noting(before[name], note))
        os.open = self._opening(before["open"])
        final_name._rename_folder = self._noting(rename_folder, self._renamed)
        try:
            yield
        finally:
            for name, call in before.items():
                setattr(os, name, call)
            final_name._rename_folder = rename_folder

    def _noting(self, call: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
        def noted(*given: Any, **named: Any) -> Any:
            with self._turn:
                answer = call(*given, **named)
                note(answer, *given, **{name: value for name, value in named.items() if name.endswith("dir_fd")})
                return answer

        return noted

    def _opening(self, call: Callable[..., int]) -> Callable[..., int]:
        def opened(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
            with self._turn:
                place = self._place(path, dir_fd)
                was_there = place is not None and place[1] in self._tree[place[0]]
                descriptor = call(path, flags, mode, dir_fd=dir_fd)
                self._open.pop(descriptor, None)
                number = self._number(path, dir_fd)
                if place is not None and not was_there and flags & os.O_CREAT:
                    number = self._new(place)
                if number is not None:
                    self._open[descriptor] = number
                    self._places[descriptor] = 0
                    (self._appends.add if flags & os.O_APPEND else self._appends.discard)(descriptor)
                    if was_there and flags & os.O_TRUNC and self._lengths.get(number):
                        self._cut(descriptor, 0)
                return descriptor

        return opened

    def _new(self, place: tuple[int, str], *, is_folder: bool = False) -> int:
        number = next(self._numbers)
        if is_folder:
            self._tree[number] = {}
            self.folders[number] = {}
        else:
            self._lengths[number] = 0
        self._change(place[0], (*place, number))
        return number

    def _change(self, synced_by: int, *changes: tuple[int, str, int | None]) -> None:
        for folder, name, what in changes:
            if what is None:
                self._tree[folder].pop(name, None)
            else:
                self._tree[folder][name] = what
        self.asked.append(Names(changes, synced_by))

    def _written(self, written: int, descriptor: int, data: Any) -> None:
        if (file := self._open.get(descriptor)) is not None and file in self._lengths:
            at = self._lengths[file] if descriptor in self._appends else self._places[descriptor]
            self.asked.append(Data(file, at, bytes(data)[:written]))
            self._places[descriptor] = at + written
            self._lengths[file] = max(self._lengths[file], at + written)

    def _cut(self, descriptor: int, length: int) -> None:
        if (file := self._open.get(descriptor)) is not None:
            self.asked.append(Data(file, length, None))
            self._lengths[file] = length

    def _synced(self, descriptor: int) -> None:
        if (number := self._open.get(descriptor)) is not None:
            self.asked.append(Sync(number))

    def _renamed(
        self, answer: Any, before: Any, after: Any, src_dir_fd: int | None = None, dst_dir_fd: int | None = None
    ) -> None:
        old, new = self._place(before, src_dir_fd), self._place(after, dst_dir_fd)
        if old is not None and new is not None:
            self._change(new[0], (*new, self._tree[old[0]][old[1]]), (*old, None))

    def _linked(
        self, answer: Any, before: Any, after: Any, src_dir_fd: int | None = None, dst_dir_fd: int | None = None
    ) -> None:
        number, new = self._number(before, src_dir_fd), self._place(after, dst_dir_fd)
        if number is not None and new is not None:
            self._change(new[0], (*new, number))

    def _removed(self, answer: Any, path: Any, dir_fd: int | None = None) -> None:
        if (place := self._place(path, dir_fd)) is not None:
            self._change(place[0], (*place, None))

    def _made(self, answer: Any, path: Any, *mode: Any, dir_fd: int | None = None) -> None:
        if (place := self._place(path, dir_fd)) is not None:
            self._new(place, is_folder=True)

    def _place(self, path: Any, dir_fd: int | None = None) -> tuple[int, str] | None:
        """Return the number of the folder and the name in it; None for what isn't under the root."""
        whole = whole_path(path, dir_fd)
        if not whole.startswith(f"{self._root}/"):
            return None
        folder = ROOT
        *folders, name = whole[len(self._root) + 1 :].split("/")
        for part in folders:
            if (inner := self._tree[folder].get(part)) is None or inner not in self._tree:
                return None
            folder = inner
        return folder, name

    def _number(self, path: Any, dir_fd: int | None = None) -> int | None:
        if whole_path(path, dir_fd) == self._root:
            return ROOT
        place = self._place(path, dir_fd)
        return None if place is None else self._tree[place[0]].get(place[1])
