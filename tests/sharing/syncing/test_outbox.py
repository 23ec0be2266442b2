"""The outbox: what waits for a way, until that has taken it."""

from collections.abc import Sequence

import pytest

from facilitator.sharing.syncing.outbox import GOES_ON_SECONDS, Outbox
from facilitator.sharing.syncing.pace import MOST_UNDER_WAY
from facilitator.sharing.transports.memory import MemoryTransport
from facilitator.sharing.transports.transport import TransportDown


class Way(MemoryTransport):
    """A way that takes what is sent, unless it is down."""

    def __init__(self, remembers: bool = False) -> None:
        self.remembers = remembers
        self.taken: list[bytes] = []
        self.is_down = False

    async def send(self, frames: Sequence[bytes]) -> None:
        if self.is_down:
            raise TransportDown("cut")
        self.taken += frames


async def test_everything_goes_by_each_way_once():
    ways = Way(), Way()
    outbox = Outbox(ways)
    outbox.put([b"one", b"two", b"one"])
    assert [await outbox.send_by(number) for number in (0, 1)] == [True, True]
    assert [way.taken for way in ways] == [[b"one", b"two"]] * 2
    assert not await outbox.send_by(0)


async def test_what_a_way_did_not_take_waits_for_it_before_what_came_later():
    ways = Way(), Way()
    outbox = Outbox(ways)
    ways[0].is_down = True
    outbox.put([b"one"])
    with pytest.raises(TransportDown):
        await outbox.send_by(0)
    await outbox.send_by(1)
    outbox.put([b"one", b"two"])
    assert outbox.unsent == 2
    ways[0].is_down = False
    await outbox.send_by(0)
    assert ways[0].taken == [b"one", b"two"]


async def test_what_is_for_one_way_alone_goes_by_no_other():
    ways = Way(), Way()
    outbox = Outbox(ways)
    outbox.put_for(1, [b"one"])
    assert [await outbox.send_by(number) for number in (0, 1)] == [False, True]
    assert ways[0].taken == []


FLOOD = [b"%d" % number for number in range(500)]


async def test_where_others_are_there_a_flood_goes_at_a_pace_and_a_folder_takes_it_at_once():
    ways = Way(), Way(remembers=True)
    outbox = Outbox(ways)
    assert outbox.looked_again_seconds is None
    outbox.put(FLOOD)
    for number in (0, 1, 0):
        await outbox.send_by(number)
    assert [len(way.taken) for way in ways] == [MOST_UNDER_WAY, len(FLOOD)]
    assert outbox.unsent == len(FLOOD) - MOST_UNDER_WAY
    assert outbox.looked_again_seconds == GOES_ON_SECONDS
    outbox.are_kept(60, are_all=False)
    await outbox.send_by(0)
    assert ways[0].taken == FLOOD[: MOST_UNDER_WAY + 60]


async def test_what_everybody_has_asked_for_meanwhile_doesnt_go_again():
    way = Way()
    outbox = Outbox([way])
    outbox.put(FLOOD)
    await outbox.send_by(0)
    outbox.are_kept(len(FLOOD), are_all=True)
    assert outbox.unsent == 0


async def test_whoever_leaves_sends_all_that_is_left():
    way = Way()
    outbox = Outbox([way])
    outbox.put(FLOOD)
    await outbox.send_by(0)
    outbox.hurry()
    await outbox.send_by(0)
    assert way.taken == FLOOD
