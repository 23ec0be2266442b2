"""The ways of a device follow from its keys: a folder, a connection, or both; and who may connect, from its invites."""

import asyncio
from contextlib import suppress

import pytest
from msgspec.structs import replace

from facilitator.conducting.sealing import live_access
from facilitator.sharing.transports.folder import FolderTransport
from facilitator.sharing.transports.transport import TransportDown
from facilitator.sharing.transports.zenoh.live import ZenohTransport
from facilitator.storage.panel_keys import ListensAt, PanelKeys, Reaches
from facilitator.workspace.running_session import resume
from facilitator.workspace.shared.inviting import invite
from facilitator.workspace.shared.share import share
from facilitator.workspace.shared.ways import USERS_BEFOREHAND, Ways, host_of, listening, live_way, reaching
from tests.sharing.transports.contract import Listener
from tests.workspace.shared.devices import Devices

SECRET = bytes(range(32))
KEYS = PanelKeys(panel="0" * 32, seat="ann", sign_key=bytes(32), host_key=bytes(32), group_keys=(bytes(64),))
LISTENS = ListensAt(place="0.0.0.0:7447", addresses=("192.168.1.5:7447", "[2001:db8::1]:7447"), secret=SECRET)
REACHES = Reaches(addresses=LISTENS.addresses, authority=bytes(32), user="a", password="b")


@pytest.mark.parametrize(
    ("keys", "kinds"),
    [
        (KEYS, []),
        (replace(KEYS, folder="/shared"), [FolderTransport]),
        (replace(KEYS, listens=LISTENS), [ZenohTransport]),
        (replace(KEYS, reaches=REACHES), [ZenohTransport]),
        (replace(KEYS, reaches=REACHES, folder="/shared"), [ZenohTransport, FolderTransport]),
    ],
)
def test_what_the_keys_name_is_a_way(devices, keys, kinds):
    ways = Ways(devices.host.home, keys, "0" * 16, lambda: devices.host.read(devices.session)[0])
    assert [type(way) for way in ways.make()] == kinds


def test_those_who_were_invited_and_those_to_come_may_connect_but_who_was_removed():
    known = live_access.users(SECRET, USERS_BEFOREHAND + 3)
    removed = next(iter(known))
    end = listening(LISTENS, KEYS.panel, 3, {removed})
    (room,) = end.rooms
    assert room.name == KEYS.panel
    assert {user.name: user.password for user in room.users} == {
        name: word for name, word in known.items() if name != removed
    }
    assert end.hosts == ("192.168.1.5", "2001:db8::1", "0.0.0.0")


def test_a_guest_connects_as_the_user_of_its_invite():
    assert reaching(REACHES).user == ("a", "b")
    assert [host_of(at) for at in ("[::1]:1", "host.example:2", "10.0.0.1:3")] == ["::1", "host.example", "10.0.0.1"]


def test_both_ways_at_once(tmp_path):
    with Devices(tmp_path, live=True) as devices:
        devices.folder = tmp_path / "shared"
        share(devices.host, devices.session, devices.folder)
        ann = devices.open(devices.host)
        guest, _ = devices.joined("bo", "bo")
        bo = devices.open(guest)
        ann.conductor.submit("by both")
        devices.agree(ann, bo)
        assert any((tmp_path / "shared").rglob("*.box"))


def test_while_the_host_is_away_a_guest_goes_on_and_it_comes_back_by_itself(tmp_path):
    with Devices(tmp_path, live=True) as devices:
        with resume(devices.host, devices.session) as ann:
            devices._running["ann"] = ann
            guest, _ = devices.joined("bo", "bo")
            bo = devices.open(guest)
            assert bo.shared is not None
            shared = bo.shared
            bo.conductor.submit("all there")
            devices.agree(ann, bo)
            del devices._running["ann"]
        bo.conductor.submit("while she is away")
        devices.until(lambda: "can't be reached" in shared.state().trouble)
        ann = devices.open(devices.host)
        devices.agree(ann, bo)
        assert [note.text for note in ann.conductor.session.notes.values()] == ["all there", "while she is away"]
        devices.until(lambda: shared.state().trouble == "")


def test_every_invite_is_another_ones_and_has_a_user(tmp_path):
    with Devices(tmp_path, live=True) as devices:
        made = [invite(devices.host, devices.session, "bo") for _ in range(3)]
        at = devices.keys(devices.host).listens
        assert at is not None
        known = live_access.users(at.secret, USERS_BEFOREHAND)
        assert [known[one.id] for one in made] == [live_access.password(one.secret) for one in made]
        assert len({one.id for one in made}) == 3


def test_who_was_removed_is_told_why_and_the_others_go_on(tmp_path):
    with Devices(tmp_path, live=True) as devices:
        ann = devices.open(devices.host)
        bo, _ = devices.joined("bo", "bo")
        other, _ = devices.joined("bo's other device", "bo")
        going_on = devices.open(other)
        device = devices.keys(bo).device
        letter = ann.conductor.session.devices[device].letter
        ann.conductor.submit(f"/remove {letter}")
        devices.until(lambda: device in going_on.conductor.session.removed_devices)
        at = devices.keys(bo).reaches
        assert at is not None
        end, panel = reaching(at), devices.keys(bo).panel
        heard = Listener()
        devices.until(lambda: asyncio.run(is_told_why(live_way(end, panel, device), heard)))
        ann.conductor.submit("/them How big is the team?")
        devices.agree(ann, going_on)
        assert heard.whispers == []


async def is_told_why(way: ZenohTransport, listener: Listener) -> bool:
    """Return whether a device that connects is told that it was removed, in a moment."""
    with suppress(TransportDown, TimeoutError):
        await way.open(listener.ears)
        async with asyncio.timeout(2):
            while not listener.frames:
                await asyncio.sleep(0.01)
    await way.close()
    return bool(listener.frames)
