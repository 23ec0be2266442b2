"""Ids of events that are computed, so that others can check them and two devices can come to the same one.

Each is the first 16 hex digits of a SHA-256. On a panel nobody can claim the id of somebody else's event, since the
device is part of it.
"""

import msgspec

from facilitator.domain.facts.event import Stamp


def event_id(stamp: Stamp) -> str:
    """Return the id of the event with this stamp on a panel."""
    return _digest(stamp.author.device, stamp.ms, stamp.counter)


def automatic_id(visit: str, due_at: int) -> str:
    """Return the id of the event with which a visit ended by itself: the same on each device of the clock's owner.

    `visit` is the id of the visit, `due_at` (ms) when its time was up.
    """
    return _digest("auto", visit, due_at)


def _digest(*parts: str | int) -> str:
    from hashlib import sha256  # not at the top: it loads OpenSSL, and most interviews need none

    return sha256(msgspec.json.encode(parts)).hexdigest()[:16]
