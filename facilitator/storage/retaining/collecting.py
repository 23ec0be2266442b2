"""Collecting everything that is kept of a session, in a new private folder or zip archive.

Separate from the exports, which render a debrief: here files stay as they are.
"""

import stat
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError, explained
from facilitator.files.export_file import NO_TRACES, Traces, create_file, create_folder
from facilitator.storage.home import Home
from facilitator.storage.retaining.belongings import LIST, belongings
from facilitator.storage.retaining.written_files import LARGEST_EXPORT_BYTES

_OURS = frozenset({"lock", "holder", "keys", "panel", "invite", "heard", LIST})
"""The kinds of files that are never handed out, nor what a killed process left of one (`<id>.keys.new`)."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def kept(home: Home, session: str) -> dict[str, bytes]:
    """Return the session's files by name, without locks and keys; with a key, sealed scorecards could be read."""
    with explained(f"What is kept of {session} can't be read"):
        return {
            str(file.relative_to(path.parent)): foreign.content(file, LARGEST_EXPORT_BYTES)
            for path in belongings(home, session).kept
            if _OURS.isdisjoint(path.name.split(".")[1:])
            for file in _files(path)
        }


def _files(path: Path) -> list[Path]:
    """Return the file at `path`, or those in the folder, without links: where they lead nothing of ours is."""
    if own_folder.is_file(path):
        return [path]
    found = own_folder.status(path)
    is_folder = found is not None and stat.S_ISDIR(found.st_mode)
    return [file for inner in sorted(own_folder.paths_in(path)) for file in _files(inner)] if is_folder else []


def write(out: Path, files: Mapping[str, bytes], traces: Traces = NO_TRACES) -> None:
    """Write `files` (content by path) to a new folder, or to a new archive if `out` ends in `.zip`.

    What is called `out` is whole, even if the process is killed. Raises StorageError, also if `out` exists already.
    """
    try:
        with explained(f"{out} can't be written"):
            if out.suffix.lower() == ".zip":
                create_file(out.parent, out.name, _archive(files), traces, numbered=False)
            else:
                durable.make_folder(out.parent)
                create_folder(out.parent, out.name, files, traces, numbered=False)
    except StorageError as error:
        if isinstance(error.__cause__, FileExistsError):
            raise StorageError(f"{out} already exists; nothing was written.") from None
        raise


def _archive(files: Mapping[str, bytes]) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.external_attr = durable.FILE_MODE << 16
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()
