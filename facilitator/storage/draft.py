"""The unfinished note line, kept beside the journal so that not even typing is lost.

Separate from the journal, because a draft is no fact: it is overwritten every few keys and gone once its
note is kept. It is synced all the same, because a power cut would lose it just as a crash would; on a
common disk that takes less than a millisecond, a few times per second.
"""

from contextlib import suppress
from pathlib import Path

from facilitator.files import durable
from facilitator.files.durable import explained


def save(path: Path, text: str) -> None:
    """Keep `text` in place of the previous draft, which stays if this raises StorageError."""
    with explained(f"The draft is not kept in {path}"):
        durable.replace(path, text.encode(errors="replace"))


def load(path: Path) -> str:
    """Return the draft, empty if there is none. Raises StorageError."""
    with explained(f"{path} can't be read"), suppress(FileNotFoundError):
        return path.read_bytes().decode(errors="replace")
    return ""


def clear(path: Path) -> None:
    """Remove the draft, if there is one. Raises StorageError."""
    with explained(f"{path} can't be removed"):
        path.unlink(missing_ok=True)
