"""A device joins: it gets the keys and all that there is, whoever else is in between, and knows what time it is."""

import msgspec
import pytest

from facilitator.clock import SimulatedClock
from facilitator.conducting.sealing.invite import new_invite
from facilitator.conducting.sealing.welcome import Guest, Welcome
from facilitator.domain.facts.timeline import Reading
from facilitator.sharing import joining as joining_module
from facilitator.sharing.joining import Gathered, Joining, NotWelcome, anchored, answers, asked_with, asks
from facilitator.sharing.transports.memory import Air, MemoryTransport
from facilitator.sharing.transports.transport import Ears
from tests.conducting.packed_panels import KEY, PANEL, PackedPanel, ids, secret
from tests.sharing.panels_to_join import Open
from tests.sharing.transports.contract import until

ID = "0123456789abcdef"


def test_what_is_asked_names_its_invite_in_letters_alone():
    assert asks(ID).isalpha()
    assert answers(ID).isalpha()
    assert asked_with(asks(ID)) == ID
    assert asked_with("heads") == ""


async def test_it_gets_the_keys_and_all_that_there_is(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        panel.panel.host.type("before anybody joined")
        joined = await panel.joined(panel.invite())
        assert joined.welcome.group_keys == KEY.secrets
        session = joined.history.session
        assert [note.text for note in session.notes.values()] == ["before anybody joined"]
        assert [device.seat for device in session.devices.values()] == ["ann", "bo"]
        assert joined.words in panel.told[0]


async def test_by_a_way_that_remembers_nothing_it_asks_for_all_that_there_is(tmp_path):
    air = Air()
    async with Open(tmp_path, lambda device: MemoryTransport(air)) as panel:
        for number in range(700):
            panel.panel.host.type(f"note {number}")
        await until(lambda: not panel.replica.is_behind and panel.syncing.unsent == 0)
        joined = await panel.joined(panel.invite())
        assert len(joined.history.session.notes) == 700
        assert joined.words in panel.told[0]


async def test_by_a_way_that_gives_answers_it_is_refused_as_well(tmp_path):
    air = Air()
    async with Open(tmp_path, lambda device: MemoryTransport(air)) as panel:
        invite = panel.invite()
        await panel.joined(invite)
        with pytest.raises(NotWelcome, match="used on another device"):
            await panel.joined(invite, "cy")


class Frame(bytes):
    """A frame; `alive` counts those that somebody has."""

    alive = 0

    def __init__(self, *content: object) -> None:
        Frame.alive += 1

    def __del__(self) -> None:
        Frame.alive -= 1


async def test_no_more_is_kept_than_a_panel_can_have_before_somebody_answers(monkeypatch):
    monkeypatch.setattr(joining_module, "MOST_WAITING_BYTES", 1000)

    class Flooded(MemoryTransport):
        async def open(self, ears: Ears) -> None:
            await super().open(ears)
            for _ in range(500):
                ears.frame(Frame(bytes(100)))

    class Enough(Exception):
        """Nobody has answered."""

    def waits(why: str) -> None:
        raise Enough

    invite = new_invite(PANEL, secret("ann"), 24)
    joining = Joining(invite, Guest(secret("bo"), secret("box")), Flooded(Air()), SimulatedClock(0), waits)
    with pytest.raises(Enough):
        await joining.joined(0.01)
    assert Frame.alive == 10


async def test_it_is_refused_in_words(tmp_path):
    async with Open(tmp_path / "shared") as panel:
        invite = panel.invite(hours=1)
        panel.panel.clock.advance(3601)
        with pytest.raises(NotWelcome, match="expired"):
            await panel.joined(invite)


def test_only_what_is_genuine_is_taken():
    panel = PackedPanel()
    bo, stranger = panel.join("bo"), PackedPanel(before="a note of another panel")
    genuine = (*panel.host.packets, bo.type("Bo's"))
    frames = [KEY.frame(packet) for packet in genuine]
    welcome = Welcome(session="s", host_key=panel.host.signer.public_key, group_keys=KEY.secrets)
    forged = msgspec.structs.replace(stranger.host.packets[-1], signature=bytes(64))
    noise = [b"", b"noise", frames[0][:-1], KEY.frame(forged)]
    gathered = Gathered(PANEL, welcome)
    for some in (list(reversed(frames))[:3], [*noise, *frames], frames):
        gathered.add(some)
    assert sorted(ids(gathered.packets)) == sorted(ids(genuine))
    assert gathered.admits(bo.device)


class TestWhatTimeItIs:
    ASKED = Reading(1_000_000, 5000, "boot")
    WELCOME = Welcome(at=70_000, wall=1_000_600)

    def test_wall_clocks_that_agree_are_believed(self):
        now = Reading(1_001_000, 6000, "boot")
        assert anchored(self.WELCOME, self.ASKED, now).at == 70_400

    @pytest.mark.parametrize(("wrong_by", "at"), [(3_600_000, 71_000), (-3_600_000, 70_000)])
    def test_a_wall_clock_that_is_an_hour_off_costs_no_more_than_the_answer_took(self, wrong_by, at):
        now = Reading(1_001_000 + wrong_by, 6000, "boot")
        assert anchored(self.WELCOME, self.ASKED, now).at == at
