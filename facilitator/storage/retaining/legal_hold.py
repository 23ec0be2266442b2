"""Legal holds: sessions that must not be erased, each with a reason, in a file beside the journal.

Separate from the journal, because a hold is about keeping and not about what happened: it can be placed
while the session is open elsewhere, and it stands even if the journal can't be read.
"""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import msgspec

from facilitator.domain.facts.timeline import Instant
from facilitator.domain.text.plain_text import one_line
from facilitator.files import durable, foreign, own_folder
from facilitator.files.durable import StorageError, explained

LONGEST_REASON = 5000


class LegalHold(msgspec.Struct, frozen=True):
    """Who wants the session kept, why, and since when (ms)."""

    reason: Annotated[str, msgspec.Meta(max_length=LONGEST_REASON)]
    who: Annotated[str, msgspec.Meta(max_length=LONGEST_REASON)]
    since: Instant


class Held(StorageError):
    """The session is under a hold and isn't erased; some of it may already be gone, if an erasure was interrupted."""

    def __init__(self, session: str, hold: LegalHold) -> None:
        because = f": {hold.reason}" if hold.reason else ""
        super().__init__(one_line(f"{session} was put on hold by {hold.who}{because}. It stays as it is."))
        self.hold = hold


def place(path: Path, hold: LegalHold) -> None:
    """Put a session under `hold`, which replaces an earlier one. Raises StorageError."""
    if max(len(hold.reason), len(hold.who)) > LONGEST_REASON:
        raise StorageError(f"A reason has at most {LONGEST_REASON} characters.")
    with explained(f"The hold can't be kept in {path}"):
        durable.replace(path, msgspec.json.encode(hold))


def release(path: Path) -> bool:
    """End the hold; return False if there was none. Raises StorageError."""
    with explained(f"{path} can't be removed"):
        return own_folder.remove(path)


def find(path: Path) -> LegalHold | None:
    """Return the hold, or None. A file that can't be read as one counts as a hold: better to keep too much."""
    with explained(f"{path} can't be read"), suppress(FileNotFoundError):
        content = foreign.content(path)
        try:
            return foreign.decoded(content, LegalHold)
        except foreign.UNREADABLE:
            return LegalHold("its file is damaged", "somebody", 0)
    return None
