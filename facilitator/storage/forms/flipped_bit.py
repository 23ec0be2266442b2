"""A flipped bit in a line, corrected by the checksum of the line: nothing of it is lost.

Each bit changes a CRC-32 in its own way, so what the checksum is off by (the syndrome) tells which bit it was. With a
Hamming distance of 4 in lines of up to 11,450 bytes and of 3 in longer ones (Koopman, “32-Bit Cyclic Redundancy Codes
for Internet Applications”, 2002), two flipped bits are never taken for one in a line of usual length. Other damage is
taken for a flipped bit once in 2^32 cases for each bit of the line, if what comes of it is JSON.
"""

from collections.abc import Sequence
from functools import cache
from zlib import crc32

import msgspec

from facilitator.files.foreign import UNREADABLE
from facilitator.storage.forms.framing import BODY, Judged, are_whole, framed

_BITS = tuple(1 << bit for bit in range(8))
_BREAK = b"\n"
_NEARLY_A_BREAK = frozenset(_BREAK[0] ^ bit for bit in _BITS)


def corrected(line: bytes, following: bytes) -> Judged:
    """Return a damaged line with what it was before a bit flipped, if that is what happened.

    It may have been two, or one with what stands in the `following` line, if a flipped bit has made a break.
    """
    if whole := _written(line):
        return Judged([line], whole)
    if following and not are_whole([following]) and (whole := _written(line + following)):
        return Judged([line, following], whole)
    return Judged([line], ())


def _written(text: bytes) -> tuple[bytes, ...]:
    """Return the line, or the two, that this was before a bit flipped; nothing if that isn't what happened."""
    if text.endswith(_BREAK) and len(text) > BODY:
        for line in (framed(text[BODY:-1]), _with_body_corrected(text)):
            if _is_one_bit_off(line, text) and _are_json([line]):
                return (line,)
    return _parted(text)


def _with_body_corrected(text: bytes) -> bytes:
    """Return the line with the bit of its body corrected that its checksum tells; as it was if there is none."""
    try:
        syndrome = int(text[: BODY - 1], 16) ^ crc32(text[BODY:-1])
    except ValueError:
        return text
    table, bits = _table(), _bit_by_syndrome()
    for index in range(len(text) - 2, BODY - 1, -1):
        if syndrome in bits:
            return text[:index] + bytes([text[index] ^ bits[syndrome]]) + text[index + 1 :]
        last = table[syndrome >> 24]  # a step back: what it was one zero byte earlier
        syndrome = ((syndrome ^ last[0]) << 8 & 0xFFFFFFFF) | last[1]
    return text


def _parted(text: bytes) -> tuple[bytes, ...]:
    """Return the lines at whose break a bit flipped; an empty one is left out."""
    if text[:1] and text[0] in _NEARLY_A_BREAK and _are_json([text[1:]]):
        return (text[1:],)
    checksum, length = 0, BODY
    for index in range(BODY, len(text)):
        if text[index] in _NEARLY_A_BREAK:
            checksum, length = crc32(text[length:index], checksum), index
            if b"%08x " % checksum == text[:BODY]:
                first, rest = text[:index] + _BREAK, text[index + 1 :]
                lines = (first,) if rest in (b"", _BREAK) else (first, rest)
                return lines if _are_json(lines) else ()
    return ()


def _are_json(lines: Sequence[bytes]) -> bool:
    """Return whether lines are whole and there is JSON in them."""
    try:
        return are_whole(lines) and all(msgspec.json.decode(line[BODY:]) is not None for line in lines)
    except UNREADABLE:
        return False


def _is_one_bit_off(line: bytes, text: bytes) -> bool:
    return (int.from_bytes(line, "big") ^ int.from_bytes(text, "big")).bit_count() == 1


def _state_after(byte: int) -> int:
    """Return what a byte leaves in the register of CRC-32 that was empty before."""
    return crc32(bytes([byte]), 0xFFFFFFFF) ^ 0xFFFFFFFF


@cache
def _bit_by_syndrome() -> dict[int, int]:
    """Return each bit of a byte by what the checksum is off by right behind that byte, if that bit flipped."""
    return {_state_after(bit): bit for bit in _BITS}


@cache
def _table() -> tuple[tuple[int, int], ...]:
    """Return the step of a byte with its number, by the highest byte of that step: each has another."""
    steps = {_state_after(byte) >> 24: (_state_after(byte), byte) for byte in range(256)}
    return tuple(steps[highest] for highest in range(256))
