"""The probe that watches an event loop sees it wait, and sees nothing where it works."""

import asyncio
import threading
import time
from collections.abc import Callable

import pytest

from tests.hanging import LagProbe


async def meanwhile(probe: LagProbe, deed: Callable[[], object]) -> None:
    beat = asyncio.create_task(probe.beat())
    await asyncio.sleep(0)
    deed()
    beat.cancel()
    await asyncio.wait([beat])


def compute() -> None:
    ends = time.monotonic() + 0.5
    while time.monotonic() < ends:
        pass


def wait_for_a_lock() -> None:
    lock = threading.Condition(threading.Lock())
    lock.acquire()
    threading.Timer(0.5, lock.release).start()
    with lock:
        pass


def wait_for_an_event() -> None:
    threading.Event().wait(0.5)


def wait_for_a_thread() -> None:
    thread = threading.Thread(target=time.sleep, args=[0.5])
    thread.start()
    thread.join()


@pytest.mark.parametrize("deed", [wait_for_a_lock, wait_for_an_event, wait_for_a_thread])
def test_a_loop_that_waits_is_seen(deed: Callable[[], None]):
    probe = LagProbe()
    with probe.watching():
        asyncio.run(meanwhile(probe, deed))
    assert probe.waits != []


def test_a_loop_that_computes_is_not_mistaken_for_one_that_waits():
    probe = LagProbe()
    with probe.watching():
        asyncio.run(meanwhile(probe, compute))
    assert probe.waits == []
