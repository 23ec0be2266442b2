"""The unfinished note line, kept beside the journal so that not even typing is lost.

Separate from the journal, because a draft is no fact: it is overwritten with every few keys and gone
when its note is kept. It is synced like everything else, since a power cut ends an interview's notes
as surely as a crash; that costs under a millisecond on a usual disk, a few times per second.
"""

from contextlib import suppress
from pathlib import Path

from facilitator.files import durable
from facilitator.files.durable import explained


def save(path: Path, text: str) -> None:
    """Keeps `text` instead of the draft before; on a `StorageError` that one still stands."""
    with explained(f"The draft is not kept in {path}"):
        durable.replace(path, text.encode(errors="replace"))


def load(path: Path) -> str:
    """The draft, empty if there is none."""
    with explained(f"{path} can't be read"), suppress(FileNotFoundError):
        return path.read_bytes().decode(errors="replace")
    return ""


def clear(path: Path) -> None:
    """Forgets the draft, if there is one."""
    with explained(f"{path} can't be removed"):
        path.unlink(missing_ok=True)
