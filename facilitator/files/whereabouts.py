"""Where a folder lies, and whom else that lets in: other users, a network, a program that copies it elsewhere.

Separate, because it is about the machine. What can be closed is closed by `durable.tighten`; what can't is told.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from facilitator.files import durable, foreign

MOUNTS = Path("/proc/self/mountinfo")
"""The file systems that this process sees, as Linux has them (proc_pid_mountinfo(5)); there is none on macOS."""

_OTHERS_WRITE = 0o022
_NETWORK = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "vboxsf")
_BY_A_PROGRAM = "fuse."
_ESCAPED = re.compile(r"\\([0-7]{3})")

_SYNCED_NAMES = (
    ("Dropbox", "Dropbox"),
    ("OneDrive", "OneDrive"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("Mobile Documents", "iCloud"),
    ("iCloud", "iCloud"),
    ("CloudStorage", "a cloud drive"),
    ("Nextcloud", "Nextcloud"),
    ("ownCloud", "ownCloud"),
)
"""How the folders begin in which programs sync what they keep, and what these are called."""

_SYNCED_MARKS = (
    (".stfolder", "Syncthing"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".owncloudsync.log", "ownCloud"),
)
"""What such programs put into the folder at the top."""


def not_told_yet(told: Path, folder: Path, *parts: Path) -> str:
    """Return what `who_else` says, as far as it isn't in the file `told`, where it is from now on. Raises OSError."""
    there = [*who_else(folder, *parts)]
    before = ""
    with suppress(FileNotFoundError, NotADirectoryError):
        before = foreign.content(told).decode(errors="replace")
    new = [said for said in there if said not in before]
    if new:
        with suppress(OSError):  # then it is told once more
            durable.replace(told, "\n".join(there).encode(errors="replace"))
    return " ".join(new)


def who_else(folder: Path, *parts: Path) -> Iterator[str]:
    """Yield, each as a sentence, who else may come by what is kept in `folder` and in its `parts`."""
    for path in (folder, *parts):
        with suppress(FileNotFoundError, NotADirectoryError):
            found = path.lstat()
            if found.st_uid != os.getuid():
                yield f"{path} belongs to another user ({found.st_uid}), who can read and change what is in it."
            elif path == folder:
                if stat.S_ISDIR(found.st_mode) and found.st_mode & _OTHERS_WRITE and not found.st_mode & stat.S_ISVTX:
                    yield (
                        f"{path} can be changed by other users: they can remove or replace what is in it. If nobody "
                        f"else needs that: chmod go-w {path}"
                    )
            elif stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) & 0o077:
                yield f"{path} is open to other users, and can't be closed here."
    there = folder.resolve()
    kind = _file_system(there)
    if kind in _NETWORK or kind.startswith(_BY_A_PROGRAM):
        yield (
            f"{folder} isn't on a disk of this device ({kind}): whoever runs that can read what isn't encrypted, and a "
            "session may be open on two devices at once."
        )
    if syncs := _synced_by(there):
        yield (
            f"{folder} is synced by {syncs}: what was said goes to other devices, and what is erased here may stay "
            "there. FACILITATOR_HOME names another folder."
        )


def _file_system(path: Path) -> str:
    """Return the kind of the file system that `path` is on; empty if the system doesn't tell."""
    try:
        lines = MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    kind, longest, within = "", 0, f"{path}/"
    for line in lines:
        mount, _, source = line.partition(" - ")
        fields = mount.split(" ")
        if len(fields) < 5 or not source:
            continue
        point = _ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields[4]).rstrip("/") + "/"
        if len(point) >= longest and within.startswith(point):  # of two at one place the later is seen
            kind, longest = source.split(" ")[0], len(point)
    return kind


def _synced_by(path: Path) -> str:
    """Return what syncs the folder that `path` is in; empty if there is no sign of it."""
    for part in path.parts:
        for begins, name in _SYNCED_NAMES:
            if part.casefold().startswith(begins.casefold()):
                return name
    for folder in (path, *path.parents):
        for mark, name in _SYNCED_MARKS:
            if os.path.lexists(folder / mark):
                return name
    return ""
