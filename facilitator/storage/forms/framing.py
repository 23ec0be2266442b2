"""Lines with a checksum, whatever stands in them: how one is written, and which of a file are whole.

    <crc32 of the rest, 8 hex digits> <JSON>\\n

JSON has no raw line breaks, so damage never spreads beyond the lines that it is in.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from struct import pack
from typing import NamedTuple
from zlib import crc32

_CHECKSUM_LENGTH = 8
BODY = _CHECKSUM_LENGTH + 1
"""Where the body of a line begins, behind its checksum."""
_BATCH = 256
MOST_TRIED_BYTES = 1 << 20
"""How much damage in a file is looked at for flipped bits: more than this has another cause."""


class Judged(NamedTuple):
    """Lines as they were `found`, and as they are `whole`: the same, none, or what they were before a bit flipped."""

    found: Sequence[bytes]
    whole: Sequence[bytes]


def framed(body: bytes) -> bytes:
    """Return the line for `body`, which is JSON without a line break."""
    return b"%08x %b\n" % (crc32(body), body)


def are_whole(lines: Sequence[bytes]) -> bool:
    """Return whether all the lines, of which there is at least one, are as they were written."""
    heads = b"".join([line[:BODY] for line in lines])
    checksums = pack(f">{len(lines)}I", *[crc32(line[BODY:-1]) for line in lines])
    return heads == (checksums.hex(" ", 4) + " ").encode() and lines[-1].endswith(b"\n")


def whole_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines that are whole, and those in which a flipped bit can be put right."""
    for some in judged(lines):
        yield from some.whole


def judged(lines: Iterable[bytes]) -> Iterator[Judged]:
    """Yield lines with what is whole of them: many at a time, one by one where any is damaged."""
    rest, left = iter(lines), MOST_TRIED_BYTES
    while batch := list(islice(rest, _BATCH)):
        if are_whole(batch):
            yield Judged(batch, batch)
            continue
        from facilitator.storage.forms.flipped_bit import corrected  # not at the top: hardly any line is damaged

        waiting = deque(batch)
        while waiting:
            line = waiting.popleft()
            if are_whole([line]):
                yield Judged([line], [line])
                continue
            waiting.extend(islice(rest, not waiting))  # half of it may stand in the next line
            both = line + (waiting[0] if waiting else b"")
            if not BODY < len(line) <= len(both) <= left:
                yield Judged([line], ())
                continue
            left -= len(both)
            one = corrected(line, waiting[0] if waiting else b"")
            if len(one.found) > 1:
                waiting.popleft()
            yield one
