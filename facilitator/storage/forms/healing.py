"""Healing a journal: what a crash or a disk has damaged is put aside before anything is appended; nothing is lost."""

import os
from pathlib import Path

from msgspec import Struct

from facilitator.files import durable, foreign
from facilitator.storage import journal_line
from facilitator.storage.forms.framing import whole_lines


class Healed(Struct, frozen=True):
    """Damage found on opening: the number of lines, whether a crash explains it, and where the bytes are now.

    In addition so many bits were `flipped` and put right.
    """

    lines: int
    torn_tail: bool
    put_aside: Path
    flipped: int = 0

    def __str__(self) -> str:
        damaged = f"{journal_line.lines_text(self.lines)} damaged, set aside in {self.put_aside}." if self.lines else ""
        before = "" if damaged else f" What was there is in {self.put_aside}."
        flipped = f"{journal_line.flipped_text(self.flipped)}{before}" if self.flipped else ""
        return " ".join(filter(None, [damaged, flipped]))


def heal(path: Path, found: journal_line.Scan) -> Healed:
    """Put the damage aside, and only then take it out of the journal."""
    aside = durable.put_aside(path, b"".join((*found.damaged, *found.flipped)), "torn")
    if found.only_tail_damaged:
        descriptor = durable.open_private(path, os.O_WRONLY)
        try:
            os.ftruncate(descriptor, found.whole_length)
            durable.sync(descriptor)
        finally:
            os.close(descriptor)
    else:
        with open(path, "rb", opener=foreign.open_no_link) as lines:
            durable.replace(path, b"".join(whole_lines(lines)))
    return Healed(len(found.damaged), found.only_tail_damaged, aside, len(found.flipped))
