"""What an erasure couldn't remove, such as an export on a read-only stick: it is told, listed, and tried again.

Separate from erasing, in which nothing else waits for it. The list in `erasing/<id>.left` is like that of exports, but
stands for no session: there may be a new one of that id by now.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError, explained, reason
from facilitator.files.patience import do_patiently
from facilitator.files.unfinished import remove
from facilitator.storage.home import Home
from facilitator.storage.retaining import written_files
from facilitator.storage.retaining.written_files import LARGEST_EXPORT_BYTES, WrittenFile, is_as_written

_ENDING = ".left"

Failures = Mapping[Path, OSError]


def keep(home: Home, session: str, left: Collection[Path]) -> None:
    """List what is left of a session. What can't even be read isn't known again, and only told. Raises StorageError."""
    files = dict[Path, bytes | None]()
    for path in left:
        with suppress(OSError):
            files[path] = None if own_folder.is_folder(path) else foreign.content(path, LARGEST_EXPORT_BYTES)
    if files:
        listing = home.being_erased / f"{home.path(session, 'journal').stem}{_ENDING}"
        written_files.add(listing, home.root, files)


def what_stays(session: str, failed: Failures) -> str:
    """Return a text about what can't be removed, and why, a path on each line; empty if all could."""
    paths = "".join(f"\n  {path}: {reason(failed[path])}" for path in sorted(failed))
    return paths and f"{session} is erased, but not these files, which the next command tries again:{paths}"


def try_again(home: Home) -> Iterator[tuple[str, str]]:
    """Remove what is left of erased sessions, as far as that works by now.

    Yield the name of a notice, and its sentence, about each. It never raises.
    """
    with suppress(OSError):
        for listing in sorted(own_folder.paths_in(home.being_erased)):
            if listing.suffix == _ENDING:
                try:
                    with explained(f"What is left of {listing.stem} can't be erased"):
                        said = do_patiently(partial(_again, home, listing))
                except StorageError as error:
                    said = str(error)
                if said:
                    yield f"left of {listing.stem}", said


def _again(home: Home, listing: Path) -> str:
    """Try it again, and return what is to be told. What is on a stick that isn't there now is waited for."""
    left = {one.at(home.root): one for one in written_files.written(listing)}
    failed, not_found, is_away = dict[Path, OSError](), list[str](), False
    for path, one in sorted(left.items(), reverse=True):  # what is in a folder before the folder
        try:
            if not own_folder.is_folder(path.parent):
                is_away = True
            elif not _remove(path, one):
                not_found.append(str(path))
        except OSError as error:
            failed[path] = error
    if failed:
        first, *others = sorted(failed)
        more = f", and {len(others)} more" if others else ""
        return f"{listing.stem} is erased, but not yet {first}: {reason(failed[first])}{more}."
    if is_away:
        return ""
    remove(listing)
    if not_found:
        return f"What was left of {listing.stem} was changed or isn't there any more: {', '.join(not_found[::-1])}."
    return f"What was left of {listing.stem} is erased now."


def _remove(path: Path, one: WrittenFile) -> bool:
    """Remove a file if it is as it was left, or a folder if nothing is in it; return whether the file was there."""
    if not one.digest:
        with suppress(OSError):
            own_folder.remove_folder(path)
        return True
    if not is_as_written(path, one.digest):
        return False
    remove(path)
    durable.sync_folder(path.parent)
    return True
