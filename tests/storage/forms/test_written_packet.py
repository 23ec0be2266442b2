"""The line of a packet keeps the very bytes that were signed."""

from hashlib import sha256

import msgspec
import pytest

from facilitator.storage import journal_line
from facilitator.storage.forms.framing import framed
from facilitator.storage.forms.written_packet import NoPacket, encoded_packet, packet_in, packet_in_line
from facilitator.storage.journal import Journal
from tests.conducting.packed_panels import PackedPanel
from tests.conducting.sealing.test_signing import BO, NOTE

PACKET = BO.packed([NOTE])
NESTED = b'["",' + b"[" * 5000 + b"]" * 5001


def header_for(body: bytes, **changed: object) -> bytes:
    said = {
        "form": "p1",
        "panel": "0" * 32,
        "device": "0" * 16,
        "seq": 1,
        "previous": "0" * 64,
        "body_hash": sha256(body).hexdigest(),
    }
    return msgspec.json.encode([*(said | changed).values()])


def test_a_line_gives_the_packet_back():
    assert packet_in_line(encoded_packet(PACKET)) == PACKET


def test_events_are_read_as_in_any_journal():
    assert PACKET.events == (NOTE,)
    assert not PACKET.is_adopting


def test_what_a_newer_version_wrote_is_kept_as_it_was():
    body = PACKET.body.replace(b'"NoteTaken"', b'"NoteSung","tune":3')
    packet = packet_in(header_for(body), bytes(64), body)
    assert type(packet.events[0].fact).__name__ == "NewerFact"
    line = encoded_packet(packet)
    again = packet_in_line(line)
    assert again is not None
    assert encoded_packet(again) == line
    found = journal_line.scan([framed(line)])
    assert (found.newer, len(found.kept)) == (1, 1)


def test_a_body_can_be_erased():
    packet = packet_in(PACKET.header, PACKET.signature, b"null")
    assert (packet.id, packet.events) == (PACKET.id, ())
    assert packet_in_line(encoded_packet(packet)) == packet


@pytest.mark.parametrize(
    ("header", "signature", "body", "why"),
    [
        (PACKET.header, b"", PACKET.body, "signature is cut"),
        (PACKET.header, bytes(64), PACKET.body[:-1], "body can't be read"),
        (PACKET.header, bytes(64), PACKET.body[:-2], "one line of JSON"),
        (PACKET.header, bytes(64), b" " + PACKET.body, "one line of JSON"),
        (PACKET.header, bytes(64), PACKET.body.replace(b",", b",\n", 1), "one line of JSON"),
        (PACKET.header[:-1], bytes(64), PACKET.body, "one line of JSON"),
        (PACKET.header, bytes(64), PACKET.body.replace(b"a note", b"a vote"), "body was changed"),
        (b"[]", bytes(64), PACKET.body, "header can't be read"),
        (b'["p1",\xff]', bytes(64), PACKET.body, "header can't be read"),
        (header_for(PACKET.body, form="p2"), bytes(64), PACKET.body, "header can't be read"),
        (header_for(PACKET.body, seq=0), bytes(64), PACKET.body, "header can't be read"),
        (header_for(PACKET.body, panel="short"), bytes(64), PACKET.body, "header can't be read"),
        (header_for(b"[]"), bytes(64), b"[]", "body can't be read"),
        (header_for(b'["",[]]'), bytes(64), b'["",[]]', "no events"),
        (header_for(b'["",[{}]]'), bytes(64), b'["",[{}]]', "no events"),
        (header_for(NESTED), bytes(64), NESTED, "body can't be read"),
    ],
    ids=range(16),
)
def test_what_is_no_packet_is_refused_with_the_reason(header, signature, body, why):
    with pytest.raises(NoPacket, match=why):
        packet_in(header, signature, body)


@pytest.mark.parametrize(
    "line", [b"[]", b'["p1",]', b'["p1","xx",[],[]]', b'["p1","' + b"0" * 128 + b'",[],[]]', b'{"p1":1}']
)
def test_other_lines_are_no_packets(line):
    assert packet_in_line(line) is None


class TestInAJournal:
    @pytest.fixture
    def panel(self) -> PackedPanel:
        panel = PackedPanel(before="before there was a panel")
        panel.join("bo").type("a note of Bo's")
        panel.exchange()
        return panel

    def test_packets_come_back_as_they_were_signed(self, panel, tmp_path):
        path = tmp_path / "s.journal"
        with Journal.create(path) as journal:
            journal.append(panel.host.packets)
        with Journal.open(path) as journal:
            assert journal.kept == panel.host.packets
            assert {event.order for event in journal.events} == {event.order for event in panel.host.conductor.events}
            assert journal.amiss == ""

    def test_a_packet_needs_no_other_header_than_events(self, panel, tmp_path):
        path = tmp_path / "s.journal"
        with Journal.create(path) as journal:
            journal.append(panel.host.packets)
        assert b'"version":"1.3"' in path.read_bytes()

    def test_what_is_in_two_places_is_there_once(self, panel):
        lines = [journal_line.encode_all([packet]) for packet in panel.host.packets]
        scans = [journal_line.scan(lines), journal_line.scan(lines[1:])]
        assert journal_line.merged(scans).kept == list(panel.host.packets)

    def test_a_packet_about_another_session_is_no_part_of_it(self, panel):
        header = framed(b'{"facilitator":"journal","version":"1.1","session":"another"}')
        found = journal_line.scan([header, journal_line.encode_all(panel.host.packets[:1])])
        assert found.kept == []
        assert found.strays == len(panel.host.packets[0].events)

    def test_a_damaged_packet_is_a_damaged_line(self, panel):
        line = journal_line.encode_all(panel.host.packets[:1])
        found = journal_line.scan([line.replace(b"Lee", b"Lou")])
        assert (found.kept, len(found.damaged)) == ([], 1)
