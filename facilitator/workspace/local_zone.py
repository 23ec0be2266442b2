"""The time zone of this device, as the people at it have set it."""

import os
from pathlib import Path


def local_zone() -> str:
    """The IANA name of this device's zone; UTC where it can't be told."""
    name = os.environ.get("TZ", "").removeprefix(":") or _linked_zone()
    if not name:
        from pendulum.tz import local_timezone  # knows more ways, and takes its time to load

        name = local_timezone().name
    return name if "/" in name else "UTC"


def _linked_zone() -> str:
    """The zone that most systems link `/etc/localtime` to."""
    try:
        return str(Path("/etc/localtime").readlink()).partition("/zoneinfo/")[2]
    except OSError:
        return ""
