"""A line on one device until it is on the other's disk, over the network of this computer: a host and a guest."""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from threading import Event
from time import perf_counter

import zenoh

from benchmarks.measure import Measure, Scale, percentile, ratio
from facilitator.conducting.sealing.group_key import FILLED_BYTES
from facilitator.sharing.transports.zenoh.zenoh_session import opened_session
from tests.sharing.transports.zenoh.panels import LivePanel
from tests.workspace.shared.devices import Devices

BETWEEN_SECONDS = 0.06
"""Nobody types faster; and no more lines are under way than may be until the others tell what they keep."""

Timed = Callable[[], float]


def live_line(scale: Scale, folder: Path) -> Iterator[Measure]:
    """From the line to the other's state, kept; beside bare Zenoh with TLS, and a write + fsync at each end."""
    with ExitStack() as opened:
        bare, ours = _bare(opened, folder), _ours(opened, folder / "devices")
        bare()
        ours()
        rounds = [[(bare(), ours()) for _ in range(scale.notes)] for _ in range(scale.pairs)]
    raw, own = ([[pair[side] for pair in some] for some in rounds] for side in (0, 1))
    for percent in (50, 99):
        pairs = [(percentile(one, percent), percentile(other, percent)) for one, other in zip(raw, own, strict=True)]
        against = "bare Zenoh with TLS + write + fsync at both ends"
        yield ratio(f"a line until it is the other's, p{percent}", against, 3.0, pairs, "ms")


def _bare(opened: ExitStack, folder: Path) -> Timed:
    panel, came = LivePanel(), Event()
    ends = (panel.listening(), panel.reaching())
    host, guest = (opened.enter_context(opened_session(end)) for end in ends)
    files = [opened.enter_context((folder / name).open("ab")) for name in ("here", "there")]
    key, payload = f"f/{panel.panel}/e/x", os.urandom(2 * FILLED_BYTES)
    there = host.declare_subscriber(key, lambda sample: came.set())
    here = guest.declare_publisher(key, congestion_control=zenoh.CongestionControl.BLOCK, express=True)
    opened.callback(lambda: (there, here))

    def timed() -> float:
        Event().wait(BETWEEN_SECONDS)
        began = perf_counter()
        came.clear()
        _keep(files[0].fileno(), payload)
        here.put(payload)
        while not came.wait(1):
            here.put(payload)
        _keep(files[1].fileno(), payload)
        return (perf_counter() - began) * 1000

    return timed


def _keep(descriptor: int, payload: bytes) -> None:
    os.write(descriptor, payload)
    os.fsync(descriptor)


def _ours(opened: ExitStack, folder: Path) -> Timed:
    """Both ends in one event loop, as on their live screens: what comes in rings, and the disk's answer is told."""
    devices = opened.enter_context(Devices(folder, live=True))
    ann = devices.open(devices.host)
    workspace, _ = devices.joined("bo", "bo")
    bo, loop = devices.open(workspace), opened.enter_context(asyncio.Runner())
    shared = ann.shared
    assert shared is not None
    came = asyncio.Event()
    ann.conductor.listen(came.set)
    shared.doorstep.ring = partial(loop.get_loop().call_soon_threadsafe, shared.take_in)
    opened.callback(setattr, shared.doorstep, "ring", int)

    async def timed() -> float:
        await asyncio.sleep(BETWEEN_SECONDS)
        before = len(ann.conductor.session.candidate_questions)
        began = perf_counter()
        bo.conductor.submit("/them How big is the team?")
        while len(ann.conductor.session.candidate_questions) == before or ann.conductor.is_keeping:
            await came.wait()
            came.clear()
        return (perf_counter() - began) * 1000

    return lambda: loop.run(timed())
