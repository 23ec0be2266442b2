"""Whatever one replica keeps and another lacks shows in a few bytes, and is found by a few more."""

import pytest

from facilitator.domain.facts.packet import Packet
from facilitator.sharing.heads import SHORT_BYTES, DeviceHead, Holdings, short_hash
from tests.conducting.packed_panels import PackedPanel


@pytest.fixture(scope="module")
def packets() -> tuple[Packet, ...]:
    panel = PackedPanel()
    bo = panel.join("bo")
    for number in range(5):
        bo.type(f"note {number}")
    panel.exchange()
    return tuple(panel.host.packets)


def holding(packets) -> Holdings:
    holdings = Holdings()
    for packet in packets:
        holdings.add(packet)
    return holdings


def test_the_same_packets_have_the_same_heads_in_whatever_order(packets):
    assert holding(packets).heads() == holding(reversed(packets)).heads()


def test_a_head_counts_and_mixes(packets):
    first = packets[0]
    assert holding([first]).heads() == {first.device: DeviceHead(1, short_hash(first))}
    assert len(short_hash(first)) == SHORT_BYTES
    assert Holdings().heads() == {}


@pytest.mark.parametrize("gap", range(9))
def test_any_gap_shows_and_is_found(packets, gap):
    whole = holding(packets)
    missing = packets[gap]
    other = holding([packet for packet in packets if packet is not missing])
    assert whole.differing(other.heads()) == other.differing(whole.heads()) == [missing.device]
    wanted = other.lacking(whole.hashes([missing.device]))
    assert wanted == {missing.device: [short_hash(missing)]}
    assert whole.found(wanted) == [missing]
    assert whole.lacking(other.hashes([missing.device])) == {}


@pytest.mark.parametrize("missing", range(1, 6))
def test_however_many_bodies_are_missing_it_shows_and_they_are_found(packets, missing):
    bo = packets[-1].device
    of_bo = [packet for packet in packets if packet.device == bo]
    assert len(of_bo) >= 5
    whole, other = holding(of_bo), Holdings()
    for place, packet in enumerate(of_bo):
        other.add(packet, lacks_body=place < missing)
    assert other.differing(whole.heads()) == [bo]
    assert whole.found(other.lacking(whole.hashes([bo]))) == of_bo[:missing]


def test_a_device_that_only_one_knows_shows(packets):
    whole, none = holding(packets), Holdings()
    assert none.differing(whole.heads()) == sorted({packet.device for packet in packets})
    assert none.found({"0" * 16: [bytes(8)]}) == []


def test_the_heads_of_a_panel_of_twelve_are_short():
    import msgspec

    heads = {f"{number:016x}": DeviceHead(1000, bytes(8)) for number in range(12)}
    assert len(msgspec.msgpack.encode(heads)) < 400
