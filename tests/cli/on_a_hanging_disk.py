"""Runs a command on a disk that stops answering, and not even a signal ends its calls. `… FOLDER CALL DATA COMMAND…`.

DATA is the data folder, which may be the same. CALL says from which call to the disk under FOLDER on that is, counted
from 0. The last line on standard error says how many there were, if the command comes to its end.
"""

import itertools
import sys
import time
from pathlib import Path

import pytest

from facilitator.__main__ import main as run
from facilitator.files import patience
from tests.hanging import HangingCalls


class Deaf(HangingCalls):
    """A disk that answers the first calls only."""

    def __init__(self, folder: Path, first: int) -> None:
        super().__init__(folder, 0)
        self._first = first
        self.calls = itertools.count()
        self.last = 0

    def hang(self) -> None:
        self.last = next(self.calls)
        while self.last >= self._first:
            try:
                time.sleep(60)
            except KeyboardInterrupt:
                continue


def main(folder: str, call: str, data: str, *command: str) -> None:
    patience.HANGING_SECONDS = 0.3
    sys.argv = ["facilitator", "--data-dir", data, *command]
    disk = Deaf(Path(folder), int(call))
    with pytest.MonkeyPatch.context() as patched:
        disk.put_in_place(patched)
        try:
            run()
        finally:
            print(f"calls: {disk.last + 1}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
