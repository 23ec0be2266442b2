"""The lines of a journal once some of what it keeps was erased: all others stay as they are, to the byte."""

from collections.abc import Callable, Iterable

from facilitator.domain.facts.packet import Kept, Packet
from facilitator.storage.forms.framing import BODY, framed, whole_lines
from facilitator.storage.forms.newer import events_of
from facilitator.storage.forms.written_packet import encoded_packet, packet_in_line
from facilitator.storage.journal_line import encode, is_packet

Left = Callable[[Kept], Kept | None]
"""Returns what is left of something that is kept; None if nothing is."""


def left_lines(lines: Iterable[bytes], left_of: Left) -> bytes:
    """Return what is left of these lines; damaged ones aren't among it."""
    return b"".join(_left(line, left_of) for line in whole_lines(lines))


def _left(line: bytes, left_of: Left) -> bytes:
    body = line[BODY:]
    packet = packet_in_line(body) if is_packet(body) else None
    if packet is not None:
        left = left_of(packet)
        if left is packet:
            return line
        return framed(encoded_packet(left)) if isinstance(left, Packet) else b""
    events = events_of(body) or ()
    staying = [event for event in events if left_of(event) is not None]
    if len(staying) == len(events):
        return line
    return encode(staying) if staying else b""
