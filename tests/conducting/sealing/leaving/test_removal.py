"""A removal says which packets of the device counted when it was made."""

from facilitator.conducting.sealing.leaving.removal import with_last_packets
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.panel import DeviceRemoved
from facilitator.domain.facts.packet import NONE_BEFORE
from tests.conducting.packed_panels import PackedPanel


def test_it_names_the_last_packet_that_is_known():
    panel = PackedPanel()
    bo = panel.join("bo")
    last = bo.type("the last word")
    [removed] = with_last_packets([DeviceRemoved(device=bo.device)], bo.packets)
    assert removed == DeviceRemoved(device=bo.device, through_seq=last.seq, heads=(last.id,))


def test_of_a_device_that_has_said_nothing_nothing_counts():
    panel = PackedPanel()
    [removed] = with_last_packets([DeviceRemoved(device="f" * 16)], panel.host.packets)
    assert removed == DeviceRemoved(device="f" * 16, heads=(NONE_BEFORE,))


def test_other_facts_stay_as_they_are():
    assert with_last_packets([NoteTaken(text="a note")], []) == (NoteTaken(text="a note"),)
