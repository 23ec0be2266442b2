"""Lines with a checksum, whatever stands in them: how one is written, and which of a file are whole.

    <crc32 of the rest, 8 hex digits> <JSON>\\n

JSON has no raw line breaks, so damage never spreads beyond the lines that it is in.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from struct import pack
from typing import NamedTuple
from zlib import crc32

_CHECKSUM_LENGTH = 8
BODY = _CHECKSUM_LENGTH + 1
"""Where the body of a line begins, behind its checksum."""
_BATCH = 256
MOST_TRIED_BYTES = 1 << 20
"""How much damage is looked at for flipped bits. Where there is more of it, something else has done it."""


class Judged(NamedTuple):
    """Lines as they were `found`, and those that are `whole`: the same, none, or what a flipped bit was made of."""

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
    """Yield lines with what is whole of them: many at a time, one by one where they are damaged."""
    rest, left = iter(lines), MOST_TRIED_BYTES
    while batch := list(islice(rest, _BATCH)):
        if are_whole(batch):
            yield Judged(batch, batch)
            continue
        from facilitator.storage.forms.flipped_bit import put_right  # not at the top: hardly any line is damaged

        for is_whole, run in _runs(batch, rest):
            left -= 0 if is_whole else sum(map(len, run))
            if is_whole:
                yield Judged(run, run)
            elif left >= 0:
                yield from put_right(run)
            else:
                yield from (Judged([line], ()) for line in run)


def _runs(batch: list[bytes], rest: Iterator[bytes]) -> list[tuple[bool, list[bytes]]]:
    """Part the lines of a batch, and those behind it up to a whole one: damage may lie where two lines meet."""
    while not are_whole(batch[-1:]) and (more := next(rest, None)) is not None:
        batch.append(more)
    return [(is_whole, list(run)) for is_whole, run in groupby(batch, key=lambda line: are_whole([line]))]
