"""The name by which the device of a data folder is known among the authors of events."""

import os
import re
from contextlib import suppress
from pathlib import Path

from facilitator.files import durable, foreign

_DEVICE = re.compile(r"[0-9a-f]{16}")


def device_name(root: Path) -> str:
    """Return the name of the device of a data folder, which gets one if it has none. Raises OSError, StorageError."""
    from facilitator.files import lock

    if known := known_device(root):
        return known
    with lock.exclusive(root / "device.lock", longest_seconds=1):
        if known := known_device(root):  # another process was first
            return known
        device = os.urandom(8).hex()
        durable.replace(root / "device", device.encode())
        return device


def known_device(root: Path) -> str | None:
    """Return the name of the device of a data folder; None if it has none. Raises OSError."""
    with suppress(FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        device = foreign.content(root / "device").decode("ascii").strip()
        return device if _DEVICE.fullmatch(device) else None
    return None
