"""Who may join: one device with each invite, in time; everybody else gets a reason, or no answer at all."""

import pytest

from facilitator.conducting.sealing.invite import new_invite
from facilitator.conducting.sealing.welcome import Guest
from facilitator.sharing.joining import NotWelcome, Told, asks
from tests.conducting.packed_panels import PANEL, secret
from tests.sharing.panels_to_join import Open


async def test_an_invite_lets_one_device_in_and_another_is_refused_and_told(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        invite = panel.invite()
        await panel.joined(invite)
        with pytest.raises(NotWelcome, match="used on another device"):
            await panel.joined(invite, "somebody else")
        assert panel.told[1] == "Somebody else has tried to use Bo Ek's invite, and was refused."
        assert len(panel.panel.host.session.devices) == 2


async def test_whoever_asks_as_many_devices_is_told_of_once(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        invite = panel.invite()
        await panel.joined(invite)
        for number in range(50):
            panel.admitting.hear(asks(invite.id), Guest(secret(f"device {number}"), secret("box")).ask(invite))
        assert sum("Somebody else has tried" in said for said in panel.told) == 1


async def test_a_device_that_was_killed_before_it_had_its_answer_is_welcomed_again(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        invite = panel.invite()
        first = await panel.joined(invite)
        again = await panel.joined(invite)
        assert again.welcome.group_keys == first.welcome.group_keys
        assert again.words == first.words
        assert len(panel.panel.host.session.devices) == 2


async def test_an_invite_that_was_used_in_time_still_welcomes_its_device_later(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        invite = panel.invite(hours=1)
        await panel.joined(invite)
        panel.panel.clock.advance(7200)
        assert (await panel.joined(invite)).welcome.seat == "bo"


async def test_who_has_no_invite_of_this_device_gets_no_answer(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        panel.invite()
        foreign = new_invite(PANEL, secret("x"), 24)
        for data in (b"", b"noise", Guest(secret("x"), secret("y")).ask(foreign)):
            panel.admitting.hear(asks(foreign.id), data)
        panel.admitting.hear("heads", b"noise")
        assert panel.answered == 0
        assert panel.told == []


async def test_a_forged_ask_with_an_id_that_was_seen_gets_no_answer(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        invite = panel.invite()
        foreign = new_invite(PANEL, secret("x"), 24)
        panel.admitting.hear(asks(invite.id), Guest(secret("x"), secret("y")).ask(foreign))
        assert (panel.answered, len(panel.panel.host.session.devices)) == (0, 1)


async def test_without_the_clock_nobody_can_be_let_in_and_it_is_said_once(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        await panel.joined(panel.invite())
        panel.panel.host.type("/clock bo")
        invite = panel.invite("cy")
        ask = Guest(secret("cy"), secret("cy's box")).ask(invite)
        panel.admitting.hear(asks(invite.id), ask)
        panel.admitting.hear(asks(invite.id), ask)
        assert [said for said in panel.told if "asks to join" in said] == [
            "Cy Roy asks to join. Bo Ek has the clock. /clock me takes it."
        ]
        assert panel.answered > 0
        panel.panel.host.type("/clock me")
        assert (await panel.joined(invite, "cy")).welcome.seat == "cy"


async def test_whoever_waits_for_the_clock_to_come_back_is_told_and_let_in_then(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        await panel.joined(panel.invite())
        host, heard = panel.panel.host, list[str]()
        host.type("/clock bo")

        def waits(why: str) -> None:
            heard.append(why)
            if isinstance(why, Told) and host.session.clock_owner != "ann":
                host.type("/clock me")

        assert (await panel.joined(panel.invite("cy"), "cy", waits)).welcome.seat == "cy"
        assert any(why.startswith("Bo Ek has the clock right now") for why in heard)
