"""Asking for the time: countdowns agree whatever the wall clocks show and however lopsided the delays are."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import cycle
from random import Random

import msgspec
import pytest

from facilitator.domain.facts.kinds.running import ClockAnchored
from facilitator.sharing.right_now.time_asking import TIME, TimeAsking
from facilitator.sharing.transports.memory import Air, Lag, MemoryTransport
from facilitator.sharing.transports.transport import CannotAsk, Ears
from tests.conducting.packed_panels import KEY, PackedDevice, PackedPanel
from tests.sharing.transports.contract import until


class AskingPanel:
    """A panel whose devices ask each other for the time; simulated clocks go on while something is under way."""

    def __init__(self, others: Sequence[str] = ("bo",), out_ms: Sequence[int] = (0,), back_ms: Sequence[int] = (0,)):
        self.panel = PackedPanel(before="/start")
        for name in others:
            self.panel.join(name)
        self.panel.exchange()
        self.air = Air()
        self.told: list[str] = []
        self.asking = {device.name: self.asking_of(device) for device in self.panel.devices}
        self.ways = {
            device.name: MemoryTransport(self.air, self.lag(out_ms), self.lag(back_ms)) for device in self.panel.devices
        }

    def asking_of(self, device: PackedDevice) -> TimeAsking:
        return TimeAsking(device.conductor, KEY, lambda deed: deed(), self.told.append, 10_000)

    def lag(self, ms: Sequence[int]) -> Lag:
        delays = cycle(ms)

        async def wait() -> None:
            self.passes(next(delays))

        return wait

    def passes(self, ms: int) -> None:
        for device in self.panel.devices:
            device.clock.advance(ms / 1000)

    async def open(self) -> None:
        for name, way in self.ways.items():
            await way.open(Ears(ignore, ignore, self.answering(name)))

    def answering(self, name: str) -> Callable[[str, bytes], bytes]:
        def asked(kind: str, data: bytes) -> bytes:
            assert kind == TIME
            return self.asking[name].answer(data)

        return asked

    async def ask(self, name: str, until_holds: Callable[[], bool]) -> None:
        """Let a device ask until it holds."""
        task = asyncio.ensure_future(self.asking[name].keep_asking([self.ways[name]]))
        try:
            await until(until_holds)
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    def off(self, name: str) -> int:
        """By how many ms the clock of a device differs from that of the opener."""
        return self.device(name).conductor.now() - self.panel.host.conductor.now()

    def device(self, name: str) -> PackedDevice:
        return next(device for device in self.panel.devices if device.name == name)

    def bound(self, name: str) -> int:
        return self.device(name).conductor.clock.bound_ms()

    def is_sure(self, name: str) -> bool:
        return self.bound(name) < 1000

    def restart(self, device: PackedDevice, wall_ahead_ms: int = 0) -> None:
        """Switch a device off, and on again ten minutes later; its wall clock is wrong then."""
        for other in self.panel.devices:
            if other is not device:
                other.clock.advance(600)
        device.clock.reboot(600)
        device.clock.set_wall_clock(device.clock.read().wall_ms + wall_ahead_ms)
        device.conductor.watch_clocks()


def ignore(*args: object) -> None:
    pass


@pytest.mark.parametrize("wall_ahead_ms", [3_600_000, -3_600_000, 90_000])
async def test_countdowns_agree_over_lopsided_delays_whatever_the_wall_clocks_show(wall_ahead_ms):
    room = AskingPanel(out_ms=[40], back_ms=[120])
    bo = room.device("bo")
    room.restart(bo, wall_ahead_ms)
    await room.open()
    await room.ask("bo", lambda: room.bound("bo") < 1000)
    assert abs(room.off("bo")) <= 100
    assert abs(room.off("bo")) <= room.bound("bo")
    room.passes(20_000)
    assert abs(room.off("bo")) <= room.bound("bo") <= 90
    panels = [round(device.session.visits[-1].started_at / 1000) for device in room.panel.devices]
    assert panels[0] == panels[1]


async def test_it_is_never_further_off_than_it_says_whatever_the_delays():
    chance = Random(17)
    for _ in range(20):
        delays = [[chance.randrange(200) for _ in range(5)] for _ in range(2)]
        room = AskingPanel(out_ms=delays[0], back_ms=delays[1])
        room.restart(room.device("bo"), chance.randrange(-3_600_000, 3_600_000))
        await room.open()
        await room.ask("bo", partial(room.is_sure, "bo"))
        assert abs(room.off("bo")) <= room.bound("bo")


async def test_a_clock_that_was_put_right_at_once_is_marked_and_told():
    room = AskingPanel()
    bo = room.device("bo")
    room.restart(bo, 65_000)
    await room.open()
    await room.ask("bo", lambda: bool(room.told))
    [said] = room.told
    assert said == "The clock of this device was set 1:05 back, to the panel's."
    marks = [event.fact.reason for event in bo.conductor.events if isinstance(event.fact, ClockAnchored)]
    assert marks[-1] == said
    assert abs(room.off("bo")) <= room.bound("bo") <= 2


async def test_what_is_off_by_little_is_put_right_unseen_and_nothing_is_recorded():
    room = AskingPanel()
    bo = room.device("bo")
    room.restart(bo, 40)
    before, shown = len(bo.conductor.events), bo.conductor.now()
    await room.open()
    await room.ask("bo", lambda: room.bound("bo") < 1000)
    assert bo.conductor.now() == shown
    room.passes(10_000)
    assert abs(room.off("bo")) <= 1
    assert len(bo.conductor.events) == before
    assert room.told == []


async def test_what_would_be_off_again_after_a_start_is_recorded():
    room = AskingPanel()
    bo = room.device("bo")
    room.restart(bo, 400)
    before = len(bo.conductor.events)
    await room.open()
    await room.ask("bo", lambda: room.bound("bo") < 1000)
    assert [type(event.fact) for event in bo.conductor.events[before:]] == [ClockAnchored]
    bo.start_again()
    assert abs(room.off("bo")) <= 2


async def test_anchors_of_one_device_never_move_anothers_clock():
    room = AskingPanel(("bo", "cy"))
    bo = room.device("bo")
    room.restart(bo, 3_600_000)
    before = room.off("cy"), room.panel.host.conductor.now()
    await room.open()
    await room.ask("bo", lambda: bool(room.told))
    room.panel.exchange()
    assert (room.off("cy"), room.panel.host.conductor.now()) == before
    assert room.panel.host.session.clock_marks == []


async def test_any_peer_answers_who_knows_better_and_no_other():
    room = AskingPanel(("bo", "cy"))
    room.restart(room.device("bo"), 65_000)
    await room.open()
    await room.ways["ann"].close()
    await room.ask("bo", lambda: room.bound("bo") < 1000)
    assert abs(room.off("bo")) <= room.bound("bo")
    question = KEY.whisper(TIME, msgspec.msgpack.encode((b"12345678", 0)))
    with pytest.raises(CannotAsk, match="know better"):
        room.asking["cy"].answer(question)


async def test_an_opener_that_was_restarted_learns_the_time_from_the_others():
    room = AskingPanel()
    host = room.panel.host
    before = room.off("bo")
    room.restart(host, -1_800_000)
    await room.open()
    await room.ask("ann", lambda: room.bound("ann") < 1000)
    assert abs(room.off("bo") - before) <= room.bound("ann") + 2


async def test_stamps_are_of_panel_time():
    room = AskingPanel()
    bo = room.device("bo")
    room.restart(bo, -3_600_000)
    await room.open()
    await room.ask("bo", lambda: bool(room.told))
    bo.type("a note")
    [note] = bo.session.notes.values()
    assert abs(note.at - room.panel.host.conductor.now()) <= 3
    assert abs(bo.conductor.events[-1].stamp.ms - room.panel.host.conductor.now()) <= 3


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", KEY.whisper(TIME, b"\xc1"), KEY.whisper(TIME, msgspec.msgpack.encode((b"", -5)))]
)
def test_a_question_that_makes_no_sense_is_not_answered(data):
    with pytest.raises(CannotAsk):
        AskingPanel().asking["ann"].answer(data)


async def test_an_answer_to_another_question_is_not_believed():
    room = AskingPanel()
    bo = room.device("bo")
    room.restart(bo, 65_000)
    old = room.asking["ann"].answer(KEY.whisper(TIME, msgspec.msgpack.encode((b"12345678", 9_000_000))))
    asked: list[bytes] = []

    def replay(kind: str, data: bytes) -> bytes:
        asked.append(data)
        return old

    await room.ways["bo"].open(Ears(ignore, ignore, room.answering("bo")))
    await room.ways["ann"].open(Ears(ignore, ignore, replay))
    await room.ask("bo", lambda: len(asked) > 2)
    assert room.told == []


async def test_where_nobody_is_it_asks_again_and_the_own_clock_goes_on():
    room = AskingPanel()
    bo = room.device("bo")
    room.restart(bo)
    await room.ways["bo"].open(Ears(ignore, ignore, room.answering("bo")))
    tries: list[int] = []
    room.ways["bo"]._out = lambda: _counted(tries)
    await room.ask("bo", lambda: len(tries) > 2)
    assert room.told == []


async def _counted(tries: list[int]) -> None:
    tries.append(1)
