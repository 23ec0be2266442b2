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
from facilitator.storage.retaining.written_files import LARGEST_EXPORT_BYTES, has_digest

ENDING = ".left"

Staying = Mapping[Path, str]
"""What can't be removed, and why. Without a reason it is a folder, because of what is in it."""


def keep(home: Home, session: str, staying: Staying) -> Collection[Path]:
    """List what stays of a session; return what is listed. What can't even be read isn't. Raises StorageError."""
    listed = list[Path]()
    for path in staying:
        with suppress(OSError):
            content = None if own_folder.is_folder(path) else foreign.content(path, LARGEST_EXPORT_BYTES)
            listing = home.being_erased / f"{home.path(session, 'journal').stem}{ENDING}"
            written_files.add(listing, home.root, {path: content})
            listed.append(path)
    return listed


def what_stays(session: str, staying: Staying, listed: Collection[Path]) -> str:
    """Return a text about what can't be removed, a path on each line; empty if all could."""
    lines = [
        f"\n  {path}: {why}; {'the next command will try again' if path in listed else 'remove it yourself'}"
        for path, why in sorted(staying.items())
        if why
    ]
    return f"{session} is erased, except:{''.join(lines)}" if lines else ""


def try_again(home: Home, being_erased: Collection[str]) -> Iterator[tuple[str, str]]:
    """Remove what is left of erased sessions, as far as that works by now, but of none that is `being_erased`.

    Yield the name of a notice, and its text, about each. It never raises.
    """
    with suppress(OSError):
        for listing in sorted(own_folder.paths_in(home.being_erased)):
            if listing.suffix == ENDING and listing.stem not in being_erased:
                try:
                    with explained(f"What is left of {listing.stem} can't be erased"):
                        said = do_patiently(partial(_again, home, listing))
                except StorageError as error:
                    said = str(error)
                if said:
                    yield f"left of {listing.stem}", said


def _again(home: Home, listing: Path) -> str:
    """Try it again, and return what is to be told. Only what stays is still listed then."""
    listed = {one.at(home.root): one for one in written_files.written(listing)}
    staying, not_found = dict[Path, str](), list[str]()
    for path, one in sorted(listed.items(), reverse=True):  # what is in a folder before the folder
        if _is_away(path, listed) or is_above(path, staying):
            staying[path] = ""
        elif not one.digest:
            with suppress(OSError):  # somebody has put something else into it
                own_folder.remove_folder(path)
        else:
            try:
                if not _removed(path, one.digest):
                    not_found.append(str(path))
            except OSError as error:
                staying[path] = reason(error)
    if not staying:
        remove(listing)
    elif len(staying) < len(listed):
        written_files.list_only(listing, [listed[path] for path in staying])
    return " ".join(filter(None, [_is_gone(listing.stem, staying, not_found), _still_stays(listing.stem, staying)]))


def _is_away(path: Path, listed: Collection[Path]) -> bool:
    """Return whether the folder isn't there in which everything was put, as when a stick is out."""
    folder = path.parent
    while folder in listed:
        folder = folder.parent
    return not own_folder.is_folder(folder)


def is_above(folder: Path, paths: Collection[Path]) -> bool:
    """Return whether one of these paths is in the folder."""
    return any(folder in path.parents for path in paths)


def _removed(path: Path, digest: str) -> bool:
    """Remove a file if it is as it was left; return whether it was. Raises OSError."""
    if not has_digest(path, digest):
        return False
    remove(path)
    durable.sync_folder(path.parent)
    return True


def _is_gone(session: str, staying: Staying, not_found: list[str]) -> str:
    if not_found:
        return f"What was left of {session} was changed or isn't there any more: {', '.join(not_found[::-1])}."
    return "" if staying else f"What was left of {session} is erased now."


def _still_stays(session: str, staying: Staying) -> str:
    """Return one path that stays, and how many more do: all of them were told once."""
    paths = sorted(path for path in staying if staying[path])
    if not paths:
        return ""
    more = f", and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"{session} is erased, except {paths[0]}: {staying[paths[0]]}{more}."
