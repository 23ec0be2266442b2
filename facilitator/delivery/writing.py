"""Exports written to disk: a file (0600) or a folder (0700) that only its owner can read."""

from pathlib import Path

from facilitator.documents.content import Content
from facilitator.files.export_file import create_file, create_folder, replace_file


def write_content(content: Content, path: Path, name: str) -> Path:
    """Write `content` and return where it is.

    In an existing folder a new file or folder is made that replaces nothing; it is called `name`, with a number
    where that is taken. Any other `path` is the file itself, and replaces what was there; a folder of sheets
    raises FileExistsError there. Raises OSError.
    """
    if isinstance(content, str | bytes):
        return create_file(path, name, content) if path.is_dir() else replace_file(path, content)
    if path.is_dir():
        return create_folder(path, name, content)
    if path.exists():
        raise FileExistsError(f"{path} is a file, and this export is a folder of files.")
    return create_folder(path.parent, path.name, content)
