"""Healing a journal: what a crash or a disk has damaged is put aside before anything is appended; nothing is lost.

A line in which a bit flipped is put right in its place. What was there isn't kept: an erasure wouldn't find that copy.
"""

import os
from pathlib import Path

from msgspec import Struct

from facilitator.files import durable, foreign
from facilitator.storage import journal_line
from facilitator.storage.forms.framing import whole_lines


class Healed(Struct, frozen=True):
    """Damage found on opening: the number of lines, whether a crash explains it, and where they are now, if anywhere.

    `flipped` is how many bits were put right besides.
    """

    lines: int
    torn_tail: bool
    put_aside: Path | None
    flipped: int = 0

    def __str__(self) -> str:
        damaged = f"{journal_line.lines_text(self.lines)} damaged, set aside in {self.put_aside}." if self.lines else ""
        return " ".join(filter(None, [damaged, journal_line.flipped_text(self.flipped)]))


def heal(path: Path, found: journal_line.Scan) -> Healed:
    """Put the damage aside, and only then take it out of the journal."""
    aside = durable.put_aside(path, b"".join(found.damaged), "torn") if found.damaged else None
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
    return Healed(len(found.damaged), found.only_tail_damaged, aside, found.flipped)
