"""Runs a command on a disk that never answers, and not even a signal ends the call. `… FOLDER COMMAND…`."""

import sys
import time
from typing import Any

from facilitator.__main__ import main as run
from facilitator.files import patience
from facilitator.storage.home import Home
from facilitator.storage.library import Library


def hang(*given: Any, **named: Any) -> Any:
    while True:
        try:
            time.sleep(60)
        except KeyboardInterrupt:
            continue


def main(folder: str, *command: str) -> None:
    patience.HANGING_SECONDS = 0.3
    for owner, names in ((Home, ("read_session", "session_ids", "changed_sessions")), (Library, ("entries",))):
        for name in names:
            setattr(owner, name, hang)
    sys.argv = ["facilitator", "--data-dir", folder, *command]
    run()


if __name__ == "__main__":
    main(*sys.argv[1:])
