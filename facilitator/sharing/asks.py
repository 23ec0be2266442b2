"""What replicas ask each other for by name: the words of it, and how much goes into one answer."""

from collections.abc import Iterator, Sequence

import msgspec

from facilitator.conducting.sealing.keyring import Keyring
from facilitator.domain.facts.packet import DeviceName
from facilitator.files.unpacking import Unreadable, unpacked
from facilitator.sharing.heads import Hashes

HEADS, HASHES, WANTED = "heads", "hashes", "wanted"
"""What replicas whisper: what they keep; the packets of devices where two differ; what is asked of one of them.

By a way that gives answers, anybody is asked for all hashes, and one device for what it has: `have/<device>`.
"""
HAVE = "have/"
WHY_REMOVED = "why"
"""What a device asks that may have been removed while it was away: then it is told by what removed it."""

ASKED_AT_ONCE = 150
"""So many packets are asked of a device at once: as many as go into one answer, unless their texts are long."""
LARGEST_ANSWER_BYTES = 1 << 18


def wants(key: Keyring, device: str, whom: str, lacking: Hashes) -> Iterator[bytes]:
    """Yield what `device` asks of another that has what is lacking here, a part at a time."""
    named = [(name, mark) for name, marks in lacking.items() for mark in marks]
    for at in range(0, len(named), ASKED_AT_ONCE):
        part: Hashes = {}
        for name, mark in named[at : at + ASKED_AT_ONCE]:
            part.setdefault(name, []).append(mark)
        yield key.whisper(WANTED, msgspec.msgpack.encode((device, whom, part)))


def wanted_in(data: bytes) -> tuple[str, Hashes]:
    """Return of whom something is wanted, and what. Raises Unreadable."""
    _, whom, wanted = unpacked(data, tuple[DeviceName, DeviceName, Hashes])
    return whom, wanted


def hashes_in(data: bytes) -> tuple[str, Hashes]:
    """Return who has said what packets they have, and which. Raises Unreadable."""
    return unpacked(data, tuple[DeviceName, Hashes])


def answer_of(frames: Sequence[bytes]) -> bytes:
    """Return frames as one answer, as many as go into it, and one at least if there are any."""
    size, some = 0, list[bytes]()
    for frame in frames:
        size += len(frame)
        if some and size > LARGEST_ANSWER_BYTES:
            break
        some.append(frame)
    return msgspec.msgpack.encode(some)


def frames_in(answer: bytes) -> list[bytes]:
    """Return the frames of an answer; none, if it makes no sense."""
    try:
        return unpacked(answer, list[bytes])
    except Unreadable:
        return []
