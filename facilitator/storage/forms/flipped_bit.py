"""A flipped bit in a line, which its checksum can put right: nothing of the line is lost.

A checksum tells which bit it was, since each leaves another difference. With a Hamming distance of 4 in lines of up to
11,450 bytes and 3 in longer ones (Koopman, “32-Bit Cyclic Redundancy Codes for Internet Applications”, 2002), two
flipped bits are never taken for one in a line of usual length. Of any other damage, one case in 2^32 for each bit of
the line would be; what is read then has to be JSON, too.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from zlib import crc32

from facilitator.storage.forms.framing import BODY, Judged, are_whole, framed

_BITS = tuple(1 << bit for bit in range(8))
_BREAK = ord("\n")
_NEARLY_A_BREAK = frozenset(_BREAK ^ bit for bit in _BITS)


def put_right(damaged: Sequence[bytes]) -> Iterator[Judged]:
    """Yield damaged lines, which stand in a row, each with what it was if that can be told.

    Two may have been one, with a break where a bit was flipped; and one may have been two.
    """
    waiting = list(damaged)
    while waiting:
        tried = ((found, _written(b"".join(found))) for found in (waiting[:1], waiting[:2]))
        found, whole = next((one for one in tried if one[1]), (waiting[:1], ()))
        del waiting[: len(found)]
        yield Judged(found, whole)


def _written(text: bytes) -> tuple[bytes, ...]:
    """Return the line, or the two, that this was before a bit was flipped; nothing if that isn't what happened."""
    if text.endswith(b"\n") and len(text) > BODY:
        for line in (framed(text[BODY:-1]), _with_body_put_right(text)):
            if _is_one_bit_off(line, text) and are_whole([line]):
                return (line,)
    return _parted(text)


def _with_body_put_right(text: bytes) -> bytes:
    """Return the line with the bit of its body turned back that its checksum tells; as it was if there is none."""
    try:
        difference = int(text[: BODY - 1], 16) ^ crc32(text[BODY:-1])
    except ValueError:
        return text
    table, places = _table(), _places()
    for index in range(len(text) - 2, BODY - 1, -1):
        if difference in places:
            return text[:index] + bytes([text[index] ^ places[difference]]) + text[index + 1 :]
        last = table[difference >> 24]  # a step back: what the difference was one zero byte earlier
        difference = ((difference ^ last[0]) << 8 & 0xFFFFFFFF) | last[1]
    return text


def _parted(text: bytes) -> tuple[bytes, ...]:
    """Return the lines at whose break a bit was flipped."""
    checksum, length = 0, BODY
    for index in range(BODY, len(text)):
        if text[index] in _NEARLY_A_BREAK:
            checksum, length = crc32(text[length:index], checksum), index
            if b"%08x " % checksum == text[:BODY]:
                lines = text[:index] + b"\n", *filter(None, [text[index + 1 :]])
                return lines if are_whole(lines) else ()
    return ()


def _is_one_bit_off(line: bytes, text: bytes) -> bool:
    return (int.from_bytes(line, "big") ^ int.from_bytes(text, "big")).bit_count() == 1


def _state_after(byte: int) -> int:
    """Return what a byte leaves in the register of CRC-32 that was empty before."""
    return crc32(bytes([byte]), 0xFFFFFFFF) ^ 0xFFFFFFFF


@cache
def _places() -> dict[int, int]:
    """Return each bit of a byte, by the difference that it makes right behind that byte."""
    return {_state_after(bit): bit for bit in _BITS}


@cache
def _table() -> tuple[tuple[int, int], ...]:
    """Return the step of a byte with its number, by the highest byte of that step: each has another."""
    steps = {_state_after(byte) >> 24: (_state_after(byte), byte) for byte in range(256)}
    return tuple(steps[highest] for highest in range(256))
