"""Holds: sessions that must not be erased, each with its reason, in a file of its own beside the journal.

Separate from the journal, because a hold is about keeping and not about what happened: it can be placed
while the session runs elsewhere, and it stands even when the journal can't be read.
"""

from contextlib import suppress
from pathlib import Path

import msgspec

from facilitator.files import durable
from facilitator.files.durable import StorageError, explained


class LegalHold(msgspec.Struct, frozen=True):
    """Who wants the session kept, why, and since when (ms)."""

    reason: str
    who: str
    since: int


class Held(StorageError):
    """The session is under a hold."""

    def __init__(self, session: str, hold: LegalHold) -> None:
        because = f": {hold.reason}" if hold.reason else ""
        super().__init__(f"{session} is under a hold by {hold.who}{because}. Nothing of it was erased.")
        self.hold = hold


def place(path: Path, hold: LegalHold) -> None:
    """Puts the session under `hold`, in place of one that it is under already."""
    with explained(f"The hold can't be kept in {path}"):
        durable.replace(path, msgspec.json.encode(hold))


def release(path: Path) -> bool:
    """Ends the hold; whether there was one."""
    with explained(f"{path} can't be removed"):
        existed = path.exists()
        path.unlink(missing_ok=True)
    return existed


def find(path: Path) -> LegalHold | None:
    """The hold that stands. A file that can't be understood counts as one: rather keep too much."""
    with explained(f"{path} can't be read"), suppress(FileNotFoundError):
        content = path.read_bytes()
        try:
            return msgspec.json.decode(content, type=LegalHold)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return LegalHold("its file is damaged", "somebody", 0)
    return None
