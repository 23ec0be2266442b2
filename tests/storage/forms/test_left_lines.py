"""The lines of a journal of which something was erased: all others stay as they are, to the byte."""

from facilitator.domain.facts.packet import Kept, Packet
from facilitator.domain.session.privacy.erasures import without_body
from facilitator.storage import journal_line
from facilitator.storage.forms.framing import BODY, framed
from facilitator.storage.forms.left_lines import left_lines
from facilitator.storage.forms.written_packet import packet_in_line
from tests.storage.forms.test_written_packet import PACKET


def without(name: str):
    def left_of(kept: Kept) -> Kept | None:
        if isinstance(kept, Packet):
            return without_body(kept) if kept.id == name else kept
        return None if kept.id == name else kept

    return left_of


def test_an_event_goes_and_those_of_the_same_command_stay(note):
    one, two, other = (journal_line.encode(some) for some in ([note(1)], [note(2), note(3)], [note(4)]))
    assert left_lines([one, two, other], without("e2")) == one + journal_line.encode([note(3)]) + other
    assert left_lines([one, two, other], without("e1")) == two + other


def test_of_a_packet_the_header_and_the_signature_stay():
    line = journal_line.encode_all([PACKET])
    left = left_lines([line], without(PACKET.id))
    assert b"a note" in line
    assert b"a note" not in left
    found = packet_in_line(left[BODY:])
    assert found is not None
    assert (found.id, found.signature, found.events) == (PACKET.id, PACKET.signature, ())
    assert left_lines([line], without("another")) == line


def test_headers_and_what_nobody_knows_here_stay(note):
    header = journal_line.encode_header([note(1)])
    unknown = framed(b'{"something":"newer"}')
    assert left_lines([header, unknown, journal_line.encode([note(1)])], without("e1")) == header + unknown
