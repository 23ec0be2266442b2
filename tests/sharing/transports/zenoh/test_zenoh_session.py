"""Whoever isn't of the panel, and whatever isn't its host, is simply not reached; and nobody learns why."""

import asyncio
import json

import pytest
import zenoh

from facilitator.sharing.transports.transport import CannotAsk, TransportDown
from facilitator.sharing.transports.zenoh import certificates
from facilitator.sharing.transports.zenoh.configuration import LISTENER, settings_of
from facilitator.sharing.transports.zenoh.ends import Room, User
from facilitator.sharing.transports.zenoh.live import ZenohTransport
from facilitator.sharing.transports.zenoh.zenoh_session import opened_session
from tests.sharing.transports.contract import Listener, until
from tests.sharing.transports.zenoh.panels import PANEL, LivePanel


@pytest.mark.parametrize("user", [User("nobody", "password"), User("user0", "wrong"), User("user0", ""), LISTENER])
async def test_a_seat_without_a_user_is_refused(opened, user):
    await opened(opened.panel.host())
    assert await said_to(opened.panel.guest(user)) == await said_to(LivePanel(opened.panel.port).guest())


async def test_refusals_sound_alike(opened):
    panel = opened.panel
    nobody_listens = await said_to(panel.guest())
    await opened(panel.host())
    other_authority = await said_to(LivePanel(panel.port).guest())
    no_user = await said_to(panel.guest(User("nobody", "password")))
    assert nobody_listens == other_authority == no_user
    assert "can't be reached, or isn't this panel's host" in no_user


async def test_a_host_with_another_name_in_its_certificate_is_not_believed(opened, monkeypatch):
    named = certificates.common_name
    monkeypatch.setattr(certificates, "common_name", lambda key: named(bytes(32)))  # a public authority vouches for it
    await opened(opened.panel.host())
    heard = Listener()
    guest = await opened(opened.panel.guest(), heard)
    await until(lambda: bool(heard.troubles))
    assert not guest.is_up
    assert heard.troubles == [await said_to(LivePanel(opened.panel.port).guest())]
    with pytest.raises(TransportDown):
        await guest.send([b"frame"])


async def test_a_member_can_use_no_keys_but_the_panels_and_delete_nothing(opened):
    await opened(opened.panel.host())
    config = zenoh.Config.from_json5(json.dumps(settings_of(opened.panel.reaching())))
    came: list[tuple[str, bool]] = []
    with zenoh.open(config) as member, zenoh.open(config) as other:
        kept = [
            other.declare_subscriber(keys, lambda it: came.append((str(it.key_expr), it.kind == zenoh.SampleKind.PUT)))
            for keys in (f"f/{PANEL}/**", "**", "f/*/e/*")
        ]
        beside = f"f/{'cd' * 16}/e/x"
        while not came:
            member.put(beside, b"")
            member.delete(f"f/{PANEL}/e/x")
            member.put(f"f/{PANEL}/e/x", b"")
        assert kept
    assert set(came) == {(f"f/{PANEL}/e/x", True)}


async def test_who_was_removed_is_told_why_and_hears_and_says_nothing_else(opened):
    panel = opened.panel
    gone = panel.users.pop(1)
    panel.removed, at_host, at_guest, told = [gone], Listener(answers=True), Listener(), Listener()
    host, guest = await opened(panel.host(), at_host), await opened(panel.guest(), at_guest)
    removed = await opened(panel.guest(gone), told)
    await until(lambda: removed.is_up and bool(at_host.there and at_guest.there))  # what is sent before may be lost
    assert await removed.ask("why", b"") == b"why"
    with pytest.raises(CannotAsk):
        await removed.ask("time", b"")
    for way, said in ((removed, b"removed"), (guest, b"guest"), (host, b"host")):
        await way.send([said])
        await way.whisper("heads", said)
    await until(lambda: bool(at_guest.frames and at_host.frames and at_guest.whispers and at_host.whispers))
    assert (at_host.frames, at_guest.frames, told.frames) == ([b"guest"], [b"host"], [])
    assert (at_host.whispers, told.whispers) == ([("heads", b"guest")], [])
    assert (len(at_host.there), len(at_guest.there), told.there) == (1, 1, set())


async def test_a_member_of_one_room_reaches_and_hears_nothing_of_another(opened):
    panel, other = opened.panel, "cd" * 16
    users = panel.users[0], panel.users[1]
    rooms = Room(PANEL, users[:1]), Room(other, users[1:])
    heard: list[str] = []
    with opened_session(panel.listening()._replace(rooms=rooms)):
        here, guest = Listener(), await opened(panel.guest(users[0]), Listener())
        await opened(panel.guest(users[0]), here)
        config = zenoh.Config.from_json5(json.dumps(settings_of(panel.reaching(users[1]))))
        with zenoh.open(config) as stranger:
            hear = lambda sample: heard.append(str(sample.key_expr))  # noqa: E731
            kept = [
                *(
                    stranger.declare_subscriber(keys, hear, allowed_origin=zenoh.Locality.REMOTE)
                    for keys in (f"f/{PANEL}/**", f"f/{other}/**", "**", "f/*/e/*")
                ),
                stranger.liveliness().declare_subscriber("f/**", hear, history=True),
            ]
            stranger.put(f"f/{PANEL}/e/stranger", b"forged")
            with zenoh.open(config) as beside:
                async with asyncio.timeout(60):
                    while not heard:
                        await guest.send([b"frame"])
                        beside.put(f"f/{other}/e/beside", b"own")
            assert list(stranger.get(f"f/{PANEL}/q/time", timeout=0.5)) == []
            await until(lambda: bool(here.frames))
            assert kept
    assert set(heard) == {f"f/{other}/e/beside"}
    assert set(here.frames) == {b"frame"}


async def said_to(way: ZenohTransport) -> str:
    with pytest.raises(TransportDown) as down:
        await way.open(Listener().ears)
    await way.close()
    return str(down.value)
