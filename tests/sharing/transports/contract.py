"""What every transport does: the contract, held by each in its own test module."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import pytest

from facilitator.sharing.transports.transport import CannotAsk, Ears, Transport

LONGEST_WAIT_SECONDS = 60


async def until(holds: Callable[[], bool]) -> None:
    """Return when it holds, for what happens in another task or thread."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < LONGEST_WAIT_SECONDS
        await asyncio.sleep(0.002)


class Listener:
    """What came to one end."""

    def __init__(self, answers: bool = False) -> None:
        self.frames: list[bytes] = []
        self.whispers: list[tuple[str, bytes]] = []
        self.there: set[str] = set()
        self.troubles: list[str] = []
        self._answers = answers

    @property
    def ears(self) -> Ears:
        return Ears(
            frame=self.frames.append,
            whisper=lambda kind, data: self.whispers.append((kind, data)),
            asked=self._asked,
            trouble=self.troubles.append,
            present=lambda device, is_there: (self.there.add if is_there else self.there.discard)(device),
        )

    def _asked(self, kind: str, data: bytes) -> bytes:
        if not self._answers:
            raise CannotAsk(kind)
        return kind.encode() + data


class Ways:
    """Two ends of one way, `one` and `other`, which are open; `make` makes another.

    A way that takes a moment to come about tells who is there: it `tells_presence`.
    """

    def __init__(self, make: Callable[[], Transport], tells_presence: bool = False) -> None:
        self.make = make
        self.one, self.other = make(), make()
        self.here, self.there = Listener(), Listener(answers=True)
        self._tells_presence = tells_presence

    async def open(self, way: Transport, listener: Listener) -> None:
        """Open another end, so that it hears `one`."""
        before = set(self.here.there)
        await way.open(listener.ears)
        if self._tells_presence:
            await until(lambda: bool(self.here.there - before))

    async def is_heard(self, kind: str, data: bytes) -> None:
        """Whisper from `one` until the other has heard it: a whisper may get lost."""
        began = time.monotonic()
        while (kind, data) not in self.there.whispers:
            assert time.monotonic() - began < LONGEST_WAIT_SECONDS
            await self.one.whisper(kind, data)
            await asyncio.sleep(0.05)

    async def __aenter__(self) -> "Ways":
        await self.one.open(self.here.ears)
        await self.open(self.other, self.there)
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.one.close()
        await self.other.close()


class Contract:
    """To be derived from, with a fixture `ways`."""

    @pytest.fixture
    def ways(self) -> AsyncIterator[Ways]:
        raise NotImplementedError

    async def test_what_one_sends_comes_to_the_other(self, ways):
        await ways.one.send([b"first", b"second"])
        await until(lambda: len(ways.there.frames) == 2)
        assert sorted(ways.there.frames) == [b"first", b"second"]

    async def test_it_doesnt_come_back(self, ways):
        await ways.one.send([b"frame"])
        await until(lambda: bool(ways.there.frames))
        assert ways.here.frames == []

    async def test_both_ways_at_once(self, ways):
        await asyncio.gather(ways.one.send([b"there"]), ways.other.send([b"here"]))
        await until(lambda: bool(ways.there.frames and ways.here.frames))
        assert (ways.here.frames, ways.there.frames) == ([b"here"], [b"there"])

    async def test_sending_nothing_is_nothing(self, ways):
        await ways.one.send([])
        await ways.one.send([b"something"])
        await until(lambda: bool(ways.there.frames))
        assert ways.there.frames == [b"something"]

    async def test_sending_again_does_no_harm(self, ways):
        await ways.one.send([b"frame"])
        await ways.one.send([b"frame"])
        await ways.one.send([b"last"])
        await until(lambda: b"last" in ways.there.frames)
        assert set(ways.there.frames) == {b"frame", b"last"}

    async def test_a_large_frame_and_thousands_of_small_ones(self, ways):
        frames = [b"x" * 256 * 1024, *(b"frame %d" % number for number in range(3000))]
        await ways.one.send(frames)
        await until(lambda: len(ways.there.frames) >= len(frames))
        assert set(ways.there.frames) == set(frames)

    async def test_whispers_come_with_their_kind(self, ways):
        await ways.is_heard("heads", b"data")
        assert set(ways.there.whispers) == {("heads", b"data")}
        assert ways.here.whispers == []

    async def test_a_later_whisper_of_a_kind_replaces_the_one_before(self, ways):
        for number in range(2):
            await ways.one.whisper("heads", b"%d" % number)
        await ways.is_heard("heads", b"2")
        assert ways.there.whispers[-1] == ("heads", b"2")

    async def test_asking_gives_an_answer_or_is_refused(self, ways):
        try:
            assert await ways.one.ask("time", b"?") == b"time?"
        except CannotAsk:
            assert ways.one.remembers

    async def test_whoever_comes_later_finds_what_was_sent_if_it_is_remembered(self, ways):
        await ways.one.send([b"early"])
        late, heard = ways.make(), Listener()
        await ways.open(late, heard)
        await ways.one.send([b"late"])
        await until(lambda: b"late" in heard.frames)
        assert (b"early" in heard.frames) is ways.one.remembers
        await late.close()

    async def test_after_it_was_closed_nothing_comes(self, ways):
        await ways.other.close()
        await ways.other.close()
        await ways.one.send([b"frame"])
        third, heard = ways.make(), Listener()
        await ways.open(third, heard)
        await ways.one.send([b"for the third"])
        await until(lambda: b"for the third" in heard.frames)
        assert ways.there.frames == []
        await third.close()
