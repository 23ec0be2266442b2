"""Files for exports: only their owner can read them, and no name leads out of its folder.

Under a name that the program chose nothing is replaced; the next free number is added. A file that the user
named is replaced in one step; a link to a file stays a link, and anything else (a pipe, a device) is written to.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import mkstemp

from facilitator.domain.text.plain_text import slug
from facilitator.files import durable


def file_name(session_id: str, kind: str, suffix: str) -> str:
    """Return a name such as `2026-12-01-vp-sales-3f2a-debrief.md`: ASCII and one path component, whatever the id."""
    return f"{slug(session_id, 120) or 'session'}-{slug(kind) or 'export'}{suffix}"


def create_file(folder: Path, name: str, content: str | bytes) -> Path:
    """Create a file in `folder` called `name`, or `name-2` and so on if that is taken; return it. Raises OSError."""
    for path in _free_names(folder, name):
        with suppress(FileExistsError):
            durable.create_with(path, _bytes(content))
            return path
    raise AssertionError("unreachable")


def replace_file(path: Path, content: str | bytes) -> Path:
    """Replace what is at `path` with `content`; if that fails, the old stays. Raises OSError."""
    data = _bytes(content)
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return path
    there = path.resolve()
    descriptor, temporary = mkstemp(dir=there.parent, prefix=f".{there.name[:40]}.")
    try:
        durable.write_synced(descriptor, data)
        Path(temporary).replace(there)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    durable.sync_folder(there.parent)
    return path


def create_folder(folder: Path, name: str, files: Mapping[str, str]) -> Path:
    """Create a folder in `folder`, named like a file by `create_file`, with `files` in it. Raises OSError."""
    for path in _free_names(folder, name):
        try:
            path.mkdir(mode=durable.FOLDER_MODE)
        except FileExistsError:
            continue
        path.chmod(durable.FOLDER_MODE)
        durable.sync_folder(folder)
        for file, content in files.items():
            create_file(path, file, content)
        return path
    raise AssertionError("unreachable")


def _free_names(folder: Path, name: str) -> Iterator[Path]:
    stem, dot, suffix = name.partition(".")
    yield folder / name
    for number in count(2):
        yield folder / f"{stem}-{number}{dot}{suffix}"


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")
