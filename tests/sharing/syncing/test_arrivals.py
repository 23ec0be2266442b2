"""The first frame is taken in at once, what comes in the moment after it together, and nothing once it is closed."""

import asyncio

from facilitator.sharing.syncing.arrivals import Arrivals
from facilitator.sharing.waiting_frames import MOST_WAITING_FRAMES


class Taken:
    """Notes what was taken in together."""

    def __init__(self) -> None:
        self.batches: list[list[bytes]] = []
        self.has_taken = asyncio.Event()

    def __call__(self, frames) -> int:
        self.batches.append(list(frames))
        self.has_taken.set()
        return len(frames)


async def test_the_first_is_taken_at_once_and_what_follows_together():
    taken = Taken()
    arrivals = Arrivals(taken)
    for frame in (b"1", b"2", b"3"):
        arrivals.hear(frame)
    assert taken.batches == [[b"1"]]
    taken.has_taken.clear()
    async with asyncio.timeout(60):
        await taken.has_taken.wait()
    assert taken.batches == [[b"1"], [b"2", b"3"]]


async def test_what_was_asked_for_is_taken_with_what_waits_and_counted():
    taken = Taken()
    arrivals = Arrivals(taken)
    arrivals.hear(b"1")
    arrivals.hear(b"2")
    assert arrivals.take_in([b"3"]) == 2
    assert taken.batches == [[b"1"], [b"2", b"3"]]


async def test_what_comes_when_too_much_waits_is_dropped():
    taken = Taken()
    arrivals = Arrivals(taken)
    for _ in range(MOST_WAITING_FRAMES + 10):
        arrivals.hear(b"frame")
    arrivals.close()
    assert [len(batch) for batch in taken.batches] == [1, MOST_WAITING_FRAMES]


async def test_what_waits_at_the_end_is_taken_in_and_nothing_after_it():
    taken = Taken()
    arrivals = Arrivals(taken, shortly=1000)
    arrivals.hear(b"1")
    arrivals.hear(b"2")
    arrivals.close()
    arrivals.hear(b"3")
    await asyncio.sleep(0)
    assert taken.batches == [[b"1"], [b"2"]]
