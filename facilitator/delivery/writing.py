"""Writing exports to disk, as a file (0600) or a folder (0700) that only its owner can read."""

from pathlib import Path

from facilitator.documents.content import Content
from facilitator.files.export_file import NO_TRACES, Traces, create_file, create_folder, replace_file, written_before
from facilitator.files.own_folder import is_folder


def write_content(content: Content, path: Path, name: str, traces: Traces = NO_TRACES, *, anew: bool = False) -> Path:
    """Write `content` and return its path; what has that path is whole, even if the process is killed.

    If `path` is a folder, create a file or folder called `name` in it, with a number if that is taken; `anew` replaces
    a file there that was written so before, and that nobody has changed. Otherwise `path` is the file to replace, or
    the folder of sheets to create. Raises FileExistsError if a folder of sheets would replace a file, OSError.
    """
    if isinstance(content, str | bytes):
        if anew and is_folder(path) and (before := written_before(path, name, traces)) is not None:
            return replace_file(before, content, traces)
        return create_file(path, name, content, traces) if is_folder(path) else replace_file(path, content, traces)
    if is_folder(path):
        return create_folder(path, name, content, traces)
    if path.exists():
        raise FileExistsError(f"{path} is a file, and this export is a folder of files.")
    return create_folder(path.parent, path.name, content, traces)
