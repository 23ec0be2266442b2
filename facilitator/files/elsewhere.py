"""Private folders of ours outside of the data folder, for what can't be kept there.

Where they may be is a fixed list, so that what was kept in one is found again by a program that nobody has told: it
goes by no variable but HOME, since the next terminal may have another XDG_STATE_HOME or TMPDIR.
Separate, because it is about the machine and knows nothing of sessions. Some of the places are open to everybody, so a
folder of ours counts only if it is a folder, no link, and owned by this user.
"""

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from facilitator.files import durable, patience
from facilitator.files.patience import Deed

LASTING = ("/var/tmp",)
FLEETING = (f"/run/user/{os.getuid()}", "/tmp")
"""Where every user may have a folder, as systems have them: one that outlives a restart, and others.

`gettempdir` isn't asked: it looks for a folder that can be written, and so finds another one when a disk is full.
"""

_A_MOMENT_SECONDS = 0.05
"""How long each disk has to answer when one of them doesn't."""


def folders(besides: Path | None) -> list[Path]:
    """Return every folder that may be ours, there or not: those on another file system than `besides`, if any, first.

    Among them, those that outlive a restart of the device come first. Where a disk gives no answer there is none.
    """
    home = Path("~").expanduser()
    bases = (home / ".local/state", home, *map(Path, LASTING), *map(Path, FLEETING))
    asked = [base for base in dict.fromkeys(bases) if base.is_absolute()]
    devices = _devices(asked if besides is None else (*asked, besides))
    there = [base for base in asked if base in devices and is_there(base)]
    if besides in devices:
        there.sort(key=lambda base: devices[base] == devices[besides])
    return [base / f"facilitator-{os.getuid()}" for base in there]


def copies() -> list[Path]:
    """Return the folders in which somebody finds a copy that was saved for them, the best first."""
    return [Path("~").expanduser(), *map(Path, LASTING), *map(Path, FLEETING)]


def is_there(path: Path) -> bool:
    """Return whether something is at `path`; False as well if that can't be found out."""
    try:
        path.lstat()
    except OSError:
        return False
    return True


def is_ours(folder: Path) -> bool:
    """Return whether it is there, a folder and no link, and owned by this user."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()


def make(folder: Path) -> None:
    """Create the folder, for this user alone. Raises OSError, also if somebody else's thing stands there."""
    with suppress(FileExistsError):
        folder.mkdir(mode=durable.FOLDER_MODE)
        durable.sync_folder(folder.parent)
    if not is_ours(folder):
        raise PermissionError(1, "what stands there isn't ours")
    folder.chmod(durable.FOLDER_MODE)


def _devices(paths: Sequence[Path]) -> dict[Path, int]:
    """Return the file systems of all paths whose disks answer."""
    together = Deed(lambda: {path: _device(path) for path in paths})
    if together.wait(patience.HANGING_SECONDS):
        return together.answer()
    each = {path: Deed(partial(_device, path)) for path in paths}
    return {path: deed.answer() for path, deed in each.items() if deed.wait(_A_MOMENT_SECONDS)}


def _device(path: Path) -> int:
    """Return the file system that `path` is on, or would be."""
    for there in (path, *path.absolute().parents):
        with suppress(OSError):
            return there.stat().st_dev
    return -1
