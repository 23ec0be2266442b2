"""Programs that end while frames pour in: `python -m tests.sharing.transports.zenoh.exits 100`.

A session of Zenoh that is left open, with anything in Python that it calls, keeps its program from ending, every time.
"""

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice

from tests.sharing.transports.contract import Listener, until
from tests.sharing.transports.zenoh.panels import LivePanel

LONGEST_SECONDS = 60
FLOODED = 50
"""So many frames have come when a guest is ready to end."""

MODULE = "tests.sharing.transports.zenoh.exits"

ENDS = {"at its end": 0, "with an error": 3, "while it sends": 0, "by Ctrl+C": 130, "by SIGTERM": -signal.SIGTERM}
"""The ways to end, and the exit code of each."""


@contextmanager
def flooding() -> Iterator[LivePanel]:
    """Have a host in a process of its own that sends frames without end."""
    panel = LivePanel()
    process = started("host", panel)
    try:
        yield panel
    finally:
        process.kill()
        process.communicate()


def ended(panel: LivePanel, how: str) -> float:
    """Let a guest begin and end; return how long the end took, in seconds. Raises TimeoutExpired if it hangs."""
    process = started(how, panel)
    began = time.monotonic()
    if how == "by Ctrl+C":
        process.send_signal(signal.SIGINT)
    elif how == "by SIGTERM":
        process.send_signal(signal.SIGTERM)
    try:
        process.communicate(timeout=LONGEST_SECONDS)
    finally:
        process.kill()
    assert process.returncode == ENDS[how], (how, process.returncode)
    return time.monotonic() - began


def started(role: str, panel: LivePanel) -> subprocess.Popen[str]:
    """Start a process that plays a role, and return once it is ready."""
    command = [sys.executable, "-m", MODULE, role, str(panel.port), panel.secret.hex()]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n", role
    return process


async def flood(panel: LivePanel) -> None:
    host = panel.host()
    await host.open(Listener().ears)
    print("ready", flush=True)
    while True:
        await host.send([b"x" * 600])
        await host.whisper("heads", b"y" * 300)
        await asyncio.sleep(0.0003)


async def end(panel: LivePanel, how: str) -> None:
    guest, heard = panel.guest(), Listener()
    try:
        await guest.open(heard.ears)
        await until(lambda: len(heard.frames) > FLOODED)
        print("ready", flush=True)
        if how == "with an error":
            sys.exit(3)
        if how == "while it sends":
            sending = asyncio.ensure_future(guest.send([b"x" * 600] * 100_000))
            await asyncio.wait([sending], timeout=0.05)
            sending.cancel()
        if how.startswith("by"):
            await asyncio.sleep(60)
    finally:
        await guest.close()


def main() -> None:
    if len(sys.argv) == 2:
        with flooding() as panel:
            took = [ended(panel, how) for how in islice(cycle(ENDS), int(sys.argv[1]))]
        print(f"{len(took)} exits, none hung; the slowest took {max(took):.2f} s")
        return
    role, port, secret = sys.argv[1:]
    panel = LivePanel(int(port), secret=bytes.fromhex(secret))
    try:
        asyncio.run(flood(panel) if role == "host" else end(panel, role))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
