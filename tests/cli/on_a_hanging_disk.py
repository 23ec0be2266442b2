"""Runs a command on a disk that stops answering, and not even a signal ends its calls. `… FOLDER CALL DATA COMMAND…`.

DATA is the data folder, which may be the same. CALL says from which call to the disk under FOLDER on that is, counted
from 0, or NEVER. Standard error has DEAF once that call was made; its last line says how many there were, if the
command ends.
"""

import itertools
import os
import sys
import time
from pathlib import Path

from facilitator.__main__ import main as run
from facilitator.files import patience
from tests.hanging import HangingCalls

DEAF = "The disk gives no answer."
NEVER = 1_000_000


class Deaf(HangingCalls):
    """A disk that answers the first calls only."""

    def __init__(self, folder: Path, first: int) -> None:
        super().__init__(folder, 0)
        self._first = first
        self.calls = itertools.count()
        self.last = 0

    def hang(self) -> None:
        self.last = next(self.calls)
        if self.last == self._first:
            os.write(sys.stderr.fileno(), f"{DEAF}\n".encode())
        while self.last >= self._first:
            try:
                time.sleep(60)
            except KeyboardInterrupt:
                continue


def main(folder: str, call: str, data: str, *command: str) -> None:
    patience.HANGING_SECONDS = 0.3
    sys.argv = ["facilitator", "--data-dir", data, *command]
    disk = Deaf(Path(folder), int(call))
    disk.put_in_place(setattr)
    try:
        run()
    finally:
        print(f"calls: {disk.last + 1}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
