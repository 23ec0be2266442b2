"""A device that goes on with a shared session and says what time it is on the panel, as long as its input is open.

`python -m tests.sharing.far_clock DATA SESSION` prints, again and again, by how many ms the panel's time is ahead of
this computer's clock since it was started, and how far that may be off.
"""

import sys
import threading
from pathlib import Path

from facilitator.clock import SystemClock
from facilitator.workspace.running_session import resume
from facilitator.workspace.workspace import Workspace

SAID_EVERY_SECONDS = 0.1


def end_with_input(ends: threading.Event) -> None:
    sys.stdin.read()
    ends.set()


def main() -> None:
    workspace, ends = Workspace(Path(sys.argv[1]), warn=print), threading.Event()
    threading.Thread(target=end_with_input, args=(ends,), daemon=True).start()
    with resume(workspace, sys.argv[2]) as running:
        assert running.shared is not None
        while not ends.wait(SAID_EVERY_SECONDS):
            running.shared.take_in()
            conductor = running.conductor
            print(conductor.now() - SystemClock().read().boot_ms, conductor.clock.bound_ms(), flush=True)


if __name__ == "__main__":
    main()
