"""What a device records is signed in its name, and whatever others send is checked before it counts."""

import msgspec
import pytest
from msgspec.structs import replace

from facilitator.conducting.sealing.signing import (
    CONTEXT,
    LARGEST_BODY_BYTES,
    Checker,
    Refused,
    Signer,
    TooLarge,
    Wrong,
    device_of,
    told_in,
    wrong_with,
)
from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.identity import automatic_id, event_id
from facilitator.domain.facts.kinds import AnyFact
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.kinds.panel import DeviceAdmitted
from facilitator.domain.facts.kinds.running import SegmentStarted
from facilitator.domain.facts.kinds.session import SessionOpened
from facilitator.domain.facts.packet import NONE_BEFORE, Packet
from facilitator.domain.session.privacy.erasures import without_body
from facilitator.storage.forms.written_packet import packet_in
from tests.conducting.packed_panels import KEY, PANEL, PackedPanel, secret
from tests.conducting.panels import PLAN

BO = Signer(secret("bo"), PANEL)


def event(fact: AnyFact, counter: int = 0, device: str = BO.device, by: str = "bo", name: str = "", group: str = ""):
    """An event as the program makes it, but for what is named."""
    stamp = Stamp(1000, counter, Author(by, device))
    first = event_id(Stamp(1000, 0, Author(by, device)))
    return Event(id=name or event_id(stamp), session="s", stamp=stamp, at=1000, group=group or first, fact=fact)


NOTE = event(NoteTaken(text="a note"))
ANOTHER = event(NoteTaken(text="another"), counter=1)


def with_body(packet: Packet, body: bytes) -> Packet:
    return replace(packet, body=body, events=())


class TestSigning:
    def test_packets_of_a_device_form_a_chain(self):
        signer = Signer(secret("bo"), PANEL)
        first, second = signer.packed([NOTE]), signer.packed([ANOTHER])
        assert (first.seq, first.head.previous) == (1, NONE_BEFORE)
        assert (second.seq, second.head.previous) == (2, first.id)

    def test_a_device_goes_on_behind_what_it_is_known_to_have_signed(self):
        first = Signer(secret("bo"), PANEL).packed([NOTE])
        again = Signer(secret("bo"), PANEL, [first]).packed([ANOTHER])
        assert (again.seq, again.head.previous) == (2, first.id)

    def test_what_another_device_signed_is_no_part_of_the_chain(self):
        of_another = Signer(secret("ann"), PANEL).packed([NOTE])
        assert Signer(secret("bo"), PANEL, [of_another]).packed([NOTE]).seq == 1

    def test_the_same_events_have_another_body_each_time(self):
        """Or an erased body could be guessed from its hash."""
        one, other = (Signer(secret("bo"), PANEL).packed([NOTE]) for _ in range(2))
        assert one.body != other.body

    def test_a_device_is_called_by_its_key(self):
        assert BO.device == device_of(BO.public_key)
        assert len(BO.device) == 16


class TestChecking:
    """Each way in which a packet can be wrong."""

    @pytest.fixture
    def panel(self) -> PackedPanel:
        panel = PackedPanel()
        panel.join("bo")
        return panel

    @pytest.fixture
    def checker(self, panel) -> Checker:
        checker = panel.checker()
        for packet in panel.host.packets:
            checker.check(packet)
            checker.learn_from(packet)
        return checker

    @pytest.mark.parametrize(
        ("wrong", "change"),
        [
            (Wrong.FORGED, lambda packet: replace(packet, signature=bytes(64))),
            (Wrong.FORGED, lambda packet: replace(packet, header=packet.header.replace(b"p1", b"p2"))),
            (Wrong.FORGED, lambda packet: replace(packet, head=replace(packet.head, device=device_of(b"")))),
            (Wrong.ANOTHER_PANEL, lambda packet: replace(packet, head=replace(packet.head, panel="f" * 32))),
            (Wrong.ANOTHER_SESSION, lambda packet: replace(packet, events=(replace(NOTE, session="x"),))),
        ],
    )
    def test_what_was_changed_on_its_way_is_refused(self, panel, checker, wrong, change):
        packet = panel.devices[1].type("a note")
        checker.check(packet)
        changed = change(packet)
        checker._keys.setdefault(changed.device, checker._keys[packet.device])
        if wrong is Wrong.FORGED and changed.head.device != packet.device:
            checker._keys[changed.device] = checker._keys[panel.host.device]
        with pytest.raises(Refused) as refused:
            checker.check(changed)
        assert str(refused.value) == wrong

    def test_whoever_signed_it_can_still_be_told_when_its_body_was_erased(self, panel, checker):
        erased = without_body(panel.devices[1].type("a note"))
        checker.check(erased)
        with pytest.raises(Refused, match="signature"):
            checker.check(replace(erased, header=erased.header.replace(b"p1", b"p2")))

    def test_a_packet_of_another_panel_is_refused_though_its_signature_is_right(self, checker):
        with pytest.raises(Refused, match="another panel"):
            checker.check(Signer(secret("bo"), "f" * 32).packed([NOTE]))

    @pytest.mark.parametrize(
        ("wrong", "events"),
        [
            (None, [NOTE]),
            (None, [NOTE, ANOTHER]),
            (None, []),
            (Wrong.ANOTHER_SESSION, [replace(NOTE, session="x")]),
            (Wrong.ANOTHERS, [event(NOTE.fact, device="0" * 16)]),
            (Wrong.TWO_SEATS, [NOTE, replace(ANOTHER, stamp=replace(ANOTHER.stamp, author=Author("cy", BO.device)))]),
            (Wrong.OPENS, [event(SessionOpened(agenda=PLAN))]),
            (Wrong.OWN_ID, [event(NOTE.fact, name="0" * 16)]),
            (Wrong.OWN_ID, [NOTE, replace(ANOTHER, id=NOTE.id)]),
            (Wrong.TWO_COMMANDS, [NOTE, replace(ANOTHER, group=ANOTHER.id)]),
            (Wrong.TWO_COMMANDS, [replace(NOTE, group="somebody's")]),
            (Wrong.TWO_COMMANDS, [ANOTHER]),
        ],
    )
    def test_a_packet_holds_one_command_of_its_own_device(self, wrong, events):
        head = BO.packed([NOTE])
        packet = replace(head, events=tuple(events), is_adopting=any(one.author.device != BO.device for one in events))
        assert wrong_with(packet, "s", is_host=False) is wrong

    @pytest.mark.parametrize(("due", "wrong"), [(1000, None), (1001, Wrong.OWN_ID)])
    def test_a_segment_that_ended_by_itself_has_the_id_of_its_visit_and_time(self, due, wrong):
        name = automatic_id("visit", due)
        started = event(SegmentStarted(segment="one", after="visit"), name=name, group=name)
        assert wrong_with(BO.packed([started]), "s", is_host=False) is wrong

    def test_the_host_signs_what_was_there_before_and_nobody_else_does(self):
        of_laptop = event(NOTE.fact, device="laptop", name="n1", group="n1")
        assert wrong_with(BO.packed([of_laptop]), "s", is_host=True) is None
        assert wrong_with(BO.packed([of_laptop]), "s", is_host=False) is Wrong.ANOTHERS

    def test_a_device_waits_until_it_is_admitted(self, panel):
        checker = panel.checker()
        bo = panel.devices[1]
        assert not checker.knows(bo.device)
        learnt = [device for packet in panel.host.packets for device in checker.learn_from(packet)]
        assert learnt == [bo.device]
        checker.check(bo.type("a note"))

    @pytest.mark.parametrize("key", ["", "no base64!", "AAAA", Signer(secret("x"), PANEL).public_key.hex()])
    def test_a_key_that_isnt_that_of_its_device_is_not_learnt(self, checker, key):
        admitted = event(DeviceAdmitted(device=device_of(b"another"), seat="cy", sign_key=key))
        assert checker.learn_from(BO.packed([admitted])) == []


def test_what_is_too_large_to_be_sent_is_no_packet_and_the_next_one_is_behind_the_last(monkeypatch):
    signer = Signer(secret("bo"), PANEL)
    first = signer.packed([NOTE])
    with pytest.raises(TooLarge, match="That takes 976 KiB on its way to the others, and 255 are the most"):
        signer.packed([event(NoteTaken(text="a" * 1_000_000))])
    head = signer.packed([NOTE]).head
    assert (head.seq, head.previous) == (2, first.id)


def test_the_largest_packet_goes():
    event_size = len(Signer(secret("bo"), PANEL).packed([event(NoteTaken(text=""))]).body)
    largest = BO.packed([event(NoteTaken(text="a" * (LARGEST_BODY_BYTES - event_size)))])
    assert len(largest.body) == LARGEST_BODY_BYTES
    assert KEY.packet(KEY.frame(largest)) == largest


def test_signed_are_the_context_and_the_header():
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    packet = BO.packed([NOTE])
    Ed25519PublicKey.from_public_bytes(BO.public_key).verify(packet.signature, CONTEXT + packet.header)
    form, panel, device, *_ = msgspec.json.decode(packet.header)
    assert (form, panel, device) == ("p1", PANEL, BO.device)
    assert packet_in(packet.header, packet.signature, packet.body) == packet


def test_what_is_told_backstage_is_known_by_who_signed_it():
    panel = PackedPanel()
    bo = panel.join("bo")
    checker = panel.checker()
    told = bo.signer.told(b"2 min")
    assert not checker.is_told_by(bo.device, told)
    for packet in panel.host.packets:
        checker.learn_from(packet)
    assert checker.is_told_by(bo.device, told)
    assert told_in(told) == b"2 min"
    assert not checker.is_told_by(panel.host.device, told)
    assert not checker.is_told_by(bo.device, told[:-1] + b"!")
    assert not checker.is_told_by(bo.device, b"")
    assert not checker.is_told_by(bo.device, Signer(secret("bo"), "f" * 32).told(b"2 min"))
