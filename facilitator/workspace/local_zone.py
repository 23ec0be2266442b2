"""The time zone that this device is set to."""

import os
from pathlib import Path


def local_zone() -> str:
    """Return the IANA name of this device's zone, UTC if it can't be found out."""
    name = os.environ.get("TZ", "").removeprefix(":") or _linked_zone()
    if not name:
        from pendulum.tz import local_timezone  # knows more ways, and takes its time to load

        name = local_timezone().name
    return name if "/" in name else "UTC"


def _linked_zone() -> str:
    """Return the zone that `/etc/localtime` links to on most systems; empty if it doesn't."""
    try:
        return str(Path("/etc/localtime").readlink()).partition("/zoneinfo/")[2]
    except OSError:
        return ""
