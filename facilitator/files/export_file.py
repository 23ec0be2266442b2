"""Files for exports: only their owner can read them, and no name leads out of its folder.

Under a name that the program chose nothing is replaced; the next free number is added. A file that the user
named is replaced in one step; a link to a file stays a link, and anything else (a pipe, a device) is written to.
What has its name is whole: it is made under another one.
"""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import count, takewhile
from pathlib import Path
from typing import NamedTuple

from facilitator.domain.text.plain_text import slug
from facilitator.files import durable, own_folder
from facilitator.files.final_name import give_name
from facilitator.files.unfinished import UNLISTED, UnfinishedFiles

Written = Mapping[Path, bytes | None]
"""The content of each file by its path; a folder has none."""


def _nobody(files: Written) -> None:
    """Tell nobody."""


def _never(path: Path) -> bool:
    """Know of nothing that was written."""
    return False


class Traces(NamedTuple):
    """How an export is found again: `unfinished` if its process is killed, later by whoever is told.

    `tell` is told what is written, just before that has its name; the name may turn out to be taken. `wrote` says
    whether what is at a path was written so, and is as it was.
    """

    unfinished: UnfinishedFiles = UNLISTED
    tell: Callable[[Written], None] = _nobody
    wrote: Callable[[Path], bool] = _never


NO_TRACES = Traces()


def file_name(session_id: str, kind: str, suffix: str) -> str:
    """Return a name such as `2026-12-01-vp-sales-3f2a-debrief.md`: ASCII and one path component, whatever the id."""
    return f"{slug(session_id, 120) or 'session'}-{slug(kind) or 'export'}{suffix}"


def create_file(
    folder: Path, name: str, content: str | bytes, traces: Traces = NO_TRACES, *, numbered: bool = True
) -> Path:
    """Create a file in `folder` called `name`, or `name-2` and so on if that is taken; return it.

    Raises OSError; if it isn't to be `numbered`, FileExistsError for a name that is taken.
    """
    data = _bytes(content)
    with traces.unfinished.making(folder / name) as made:
        durable.write_synced(durable.create(made), data)
        return _named(made, _names(folder, name, numbered), lambda path: traces.tell({path: data}))


def written_before(folder: Path, name: str, traces: Traces) -> Path | None:
    """Return the file in `folder` that `create_file` has made under this name, or with a number, and nobody changed."""
    taken = takewhile(own_folder.is_there, _names(folder, name, numbered=True))
    return next(filter(traces.wrote, taken), None)


def replace_file(path: Path, content: str | bytes, traces: Traces = NO_TRACES) -> Path:
    """Replace what is at `path` with `content`; if that fails, the old stays. Raises OSError."""
    data = _bytes(content)
    is_ours = own_folder.holds(path)
    if not is_ours and path.exists() and not path.is_file():
        path.write_bytes(data)
        return path
    there = path if is_ours else path.resolve()
    with traces.unfinished.making(there) as made:
        durable.write_synced(durable.create(made), data)
        traces.tell({there: data})
        own_folder.rename(made, there)
        durable.sync_folder(there.parent)
    return path


def create_folder(
    folder: Path, name: str, files: Mapping[str, str | bytes], traces: Traces = NO_TRACES, *, numbered: bool = True
) -> Path:
    """Create a folder in `folder`, named like a file by `create_file`, with `files` in it, by relative path.

    Raises like it.
    """
    with traces.unfinished.making(folder / name) as made:
        durable.make_folder(made)
        for file, content in files.items():
            durable.make_folder((made / file).parent)
            durable.write_synced(durable.create(made / file), _bytes(content))
        for inner in {made, *((made / file).parent for file in files)}:
            durable.sync_folder(inner)
        return _named(made, _names(folder, name, numbered), lambda path: traces.tell(_whole(path, files)))


def _whole(path: Path, files: Mapping[str, str | bytes]) -> Written:
    folders = {path, *(inner for file in files for inner in (path / file).parents if inner.is_relative_to(path))}
    return {path / file: _bytes(content) for file, content in files.items()} | dict.fromkeys(folders)


def _named(made: Path, names: Iterator[Path], tell: Callable[[Path], None]) -> Path:
    """Give what is made the first of these names that is free; return it. Raises FileExistsError, OSError."""
    for path in names:
        if not own_folder.is_there(path):
            tell(path)
            with suppress(FileExistsError):
                give_name(made, path)
                durable.sync_folder(path.parent)
                return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _names(folder: Path, name: str, numbered: bool) -> Iterator[Path]:
    stem, dot, suffix = name.partition(".")
    yield folder / name
    for number in count(2) if numbered else ():
        yield folder / f"{stem}-{number}{dot}{suffix}"


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")
