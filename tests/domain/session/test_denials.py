"""What came in a packet that can't count changes nothing, wherever in the order it says that it happened."""

import pytest
from msgspec.structs import replace

from facilitator.conducting.sealing.leaving.removal import with_last_packets
from facilitator.conducting.sealing.signing import Signer
from facilitator.domain.facts.event import Event, Stamp
from facilitator.domain.facts.identity import event_id
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.panel import ClockTaken, DeviceRemoved
from facilitator.domain.facts.packet import Packet
from facilitator.domain.language.decision import Decision
from facilitator.domain.session.authority import SetAside
from facilitator.domain.session.history import History
from facilitator.domain.session.privacy.erasures import without_body
from facilitator.domain.session.rights import Reason
from facilitator.storage.journal import MemoryJournal
from tests.conducting.packed_panels import PANEL, PackedDevice, PackedPanel, secret


@pytest.fixture
def panel() -> PackedPanel:
    panel = PackedPanel()
    panel.join("bo")
    panel.exchange()
    return panel


def backdated(device: PackedDevice, fact: NoteTaken | ClockTaken, event: Event) -> Packet:
    """A packet that a device signs now and says to have recorded right behind an event."""
    author = device.conductor.events[-1].author
    stamp = Stamp(event.stamp.ms, event.stamp.counter + 1, replace(author, panelist=device.seat, device=device.device))
    name = event_id(stamp)
    return device.signer.packed([Event(id=name, session="s", stamp=stamp, at=stamp.ms, group=name, fact=fact)])


def remove(panel: PackedPanel, device: PackedDevice, through: int) -> Packet:
    panel.host.conductor.carry_out(Decision((DeviceRemoved(device=device.device, through_seq=through),)))
    return panel.host.packets[-1]


def reasons(aside: tuple[SetAside, ...]) -> list[Reason]:
    return [wrong.reason for wrong in aside]


def test_what_a_removed_device_recorded_before_stays(panel):
    bo = panel.devices[1]
    kept = bo.type("before")
    panel.exchange()
    remove(panel, bo, kept.seq)
    panel.exchange()
    assert panel.host.notes() == bo.notes() == {"b1": "before"}


def test_a_removal_without_a_number_holds_for_its_place_in_the_order(panel):
    host, bo = panel.devices
    kept = bo.type("before")
    remove(panel, bo, 0)
    host.conductor.receive([kept])
    panel.clock.advance(1)
    bo.conductor.submit("and on")
    panel.exchange()
    assert "b1" in host.notes()
    assert Reason.REMOVED not in reasons(host.conductor.history.aside)


def test_a_removed_device_cant_backdate(panel):
    host, bo = panel.devices
    kept = bo.type("before")
    panel.exchange()
    admission = next(event for event in host.conductor.events if event.author.device == bo.device)
    remove(panel, bo, kept.seq)
    bo.signer.go_on_behind(kept)
    host.conductor.receive([backdated(bo, NoteTaken(text="after, it says before"), admission)])
    assert host.notes() == {"b1": "before"}
    assert reasons(host.conductor.history.aside) == [Reason.REMOVED]


def test_nor_put_anything_in_under_a_number_that_it_used(panel):
    host, bo = panel.devices
    bo.type("one")
    bo.type("two")
    panel.exchange()
    admission = next(event for event in host.conductor.events if event.author.device == bo.device)
    host.conductor.carry_out(Decision(with_last_packets([DeviceRemoved(device=bo.device)], host.packets)))
    put_in = Signer(secret("bo"), PANEL)
    again = backdated(replace_signer(bo, put_in), NoteTaken(text="put in later"), admission)
    assert again.seq < bo.packets[-1].seq
    host.conductor.receive([again])
    assert host.notes() == {"b1": "one", "b2": "two"}
    assert reasons(host.conductor.history.aside) == [Reason.REMOVED]


def test_what_was_known_of_both_branches_of_a_restored_device_counts(panel):
    host, bo = panel.devices
    before = bo.log.kept
    bo.type("one")
    host.conductor.receive(bo.packets)
    bo.log, bo.conductor = MemoryJournal(before), bo.conductor
    bo.start_again()
    bo.type("other")
    host.conductor.receive(bo.packets)
    host.conductor.carry_out(Decision(with_last_packets([DeviceRemoved(device=bo.device)], host.packets)))
    assert sorted(host.notes().values()) == ["one", "other"]
    assert host.conductor.history.aside == ()


def test_a_device_of_which_nothing_is_known_has_recorded_nothing(panel):
    host = panel.host
    cy = panel.join("bo-2", by=host)
    said = cy.type("never heard before")
    host.conductor.carry_out(Decision(with_last_packets([DeviceRemoved(device=cy.device)], host.packets)))
    host.conductor.receive([said])
    assert host.notes() == {}


def replace_signer(device: PackedDevice, signer: Signer) -> PackedDevice:
    device.signer = signer
    return device


def test_nor_take_the_clock_and_with_it_the_right_to_remove_it(panel):
    host, bo = panel.devices
    kept = bo.type("before")
    panel.exchange()
    known = host.packets
    admission = next(event for event in host.conductor.events if event.author.device == bo.device)
    bo.signer.go_on_behind(kept)
    taken = backdated(bo, ClockTaken(), admission)
    removal = remove(panel, bo, kept.seq)
    ways = [
        History.of((*known, taken, removal)),
        History.of(known).with_events([taken]).with_events([removal]),
        History.of(known).with_events([removal]).with_events([taken]),
    ]
    assert {history.session.clock_owner for history in ways} == {"ann"}
    assert all(reasons(history.aside) == [Reason.REMOVED] for history in ways)
    assert all(history.session == ways[0].session for history in ways)


def test_of_two_who_remove_each_other_the_host_stays(panel):
    host, bo = panel.devices
    last = bo.type("before")
    panel.exchange()
    known = host.packets
    removal = remove(panel, bo, last.seq)
    bo.conductor.submit("/clock me")
    bo.conductor.carry_out(Decision((DeviceRemoved(device=host.device, through_seq=known[-2].seq),)))
    history = History.of((*host.packets, *bo.packets))
    place = history.judgement.place
    assert place is not None
    assert list(place.devices) == [host.device]
    assert removal.id in history.packets


def test_what_another_device_is_said_to_have_recorded_counts_only_before_the_panel():
    panel = PackedPanel(before="a note of before")
    bo = panel.join("bo")
    panel.exchange()
    host = panel.host
    own = bo.type("Bo's own").events[0]
    stamp = own.stamp.next(own.stamp.ms + 1000, own.author)
    forged = replace(own, id="x", group="x", stamp=stamp, fact=NoteTaken(text="put into Bo's mouth"))
    host.signer.go_on_behind(host.packets[-1])
    host.conductor.receive([host.signer.packed([forged])])
    assert host.notes() == {"a1": "a note of before"}
    assert reasons(host.conductor.history.aside) == [Reason.NOT_ADMITTED]


def test_of_two_things_at_one_place_in_the_order_the_same_counts_everywhere(panel):
    """A device that signs two packets for one moment divides nobody."""
    host, bo = panel.devices
    last = bo.conductor.events[-1]
    one, other = (backdated(bo, NoteTaken(text=text), last) for text in ("one", "other"))
    assert one.events[0].order == other.events[0].order
    known = tuple(host.packets)
    ways = [
        History.of((*known, one, other)),
        History.of((*known, other, one)),
        History.of(known).with_events([one]).with_events([other]),
        History.of(known).with_events([other]).with_events([one]),
        History.of(known).with_events([one, other]),
        History.of(known).with_events([other, one]),
    ]
    assert all(history.session == ways[0].session for history in ways)
    assert len(ways[0].session.notes) == 1


def test_a_header_alone_links_what_counts_of_a_removed_device(panel):
    host, bo = panel.devices
    earlier, gap, last = bo.type("before"), bo.type("soon without a body"), bo.type("the last")
    facts = with_last_packets([DeviceRemoved(device=bo.device)], bo.packets)
    host.conductor.carry_out(Decision(facts))
    rest = [*host.packets, earlier, last]
    late = without_body(gap)
    assert History.of(rest).aside
    assert History.of(rest).with_events([late]) == History.of([*rest, late])
    assert not History.of([*rest, late]).aside
