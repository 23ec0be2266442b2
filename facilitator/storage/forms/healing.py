"""Healing a journal: what a crash or a disk has damaged is put aside before anything is appended; nothing is lost."""

import os
from pathlib import Path

from msgspec import Struct

from facilitator.files import durable, foreign
from facilitator.storage import journal_line


class Healed(Struct, frozen=True):
    """Damage found on opening: the number of lines, whether a crash explains it, and where the bytes are now."""

    lines: int
    torn_tail: bool
    put_aside: Path

    def __str__(self) -> str:
        return f"{journal_line.lines_text(self.lines)} damaged, set aside in {self.put_aside}."


def heal(path: Path, found: journal_line.Scan) -> Healed:
    """Put the damage aside, and only then take it out of the journal."""
    aside = durable.put_aside(path, b"".join(found.damaged), "torn")
    if found.only_tail_damaged:
        descriptor = durable.open_private(path, os.O_WRONLY)
        try:
            os.ftruncate(descriptor, found.whole_length)
            durable.sync(descriptor)
        finally:
            os.close(descriptor)
    else:
        with open(path, "rb", opener=foreign.open_no_link) as lines:
            whole = b"".join(line for line in lines if journal_line.are_whole([line]))
        durable.replace(path, whole)
    return Healed(len(found.damaged), found.only_tail_damaged, aside)
