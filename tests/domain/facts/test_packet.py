"""What a journal keeps, as the events in it."""

from facilitator.domain.facts.packet import events_in
from tests.conducting.packed_panels import PackedPanel


def test_events_and_packets_are_read_alike():
    panel = PackedPanel(before="a note")
    events = {event.order for event in panel.host.conductor.events}
    assert {event.order for event in events_in(panel.host.packets)} == events


def test_what_a_host_signs_of_what_was_there_before_is_there_once():
    panel = PackedPanel(before="a note")
    plain = [event for event in panel.host.conductor.events if event.author.device == "laptop"]
    assert len(plain) > 1
    assert events_in(plain) == plain
    orders = [event.order for event in events_in((*plain, *panel.host.packets))]
    assert len(orders) == len(set(orders)) == len(panel.host.conductor.events)


def test_a_packet_knows_whose_it_is():
    panel = PackedPanel()
    packet = panel.host.type("a note")
    assert (packet.device, packet.seq, packet.is_adopting) == (panel.host.device, len(panel.host.packets), False)
    assert panel.host.packets[0].is_adopting
