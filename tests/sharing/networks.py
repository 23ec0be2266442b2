"""A network of its own, with real cables: its machines are namespaces of the kernel, joined by a switch or a long line.

It takes root, iproute2, and a kernel that has namespaces, bridges and TUN. `why_impossible` says what is missing.
"""

import fcntl
import os
import random
import shutil
import struct
import subprocess
import threading
import time
from contextlib import suppress
from itertools import count

_MAKE_TUN, _IS_TUN, _WITHOUT_HEADER = 0x400454CA, 0x0001, 0x1000
_LARGEST_PACKET = 1 << 16
_numbers = count(os.getpid() * 100)


class Network:
    """Machines called by their numbers, each at `address`, on a switch; those that a long line joins are apart."""

    def __init__(self, machines: int) -> None:
        self._name = f"fac{next(_numbers)}"
        self._machines = machines
        self._lines: list[LongLine] = []

    def __enter__(self) -> "Network":
        try:
            self._lay()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        for namespace in (self._switch, *map(self._machine, range(self._machines))):
            with suppress(subprocess.CalledProcessError):
                _ip("netns", "del", namespace)
        for line in self._lines:
            line.close()

    def address(self, number: int) -> str:
        return f"10.77.0.{number + 1}"

    def on(self, number: int) -> list[str]:
        """What stands before a command that is to run on a machine."""
        return ["ip", "netns", "exec", self._machine(number)]

    def cut(self, number: int) -> None:
        """Cut the cable of a machine; it isn't told."""
        _ip("-n", self._switch, "link", "set", f"p{number}", "down")

    def mend(self, number: int) -> None:
        _ip("-n", self._switch, "link", "set", f"p{number}", "up")

    def block(self, number: int, port: int) -> None:
        """Let nothing out of a machine that comes from a port, as if a firewall dropped whatever is for it."""
        self._rule("add", number, port)

    def unblock(self, number: int, port: int) -> None:
        self._rule("del", number, port)

    def join_far(self, one: int, other: int, there: float, back: float, loss: float = 0) -> None:
        """Join two machines by a long line: it takes so many seconds from one to the other, and back."""
        for number in (one, other):
            self.cut(number)
            _ip("-n", self._machine(number), "link", "set", "eth0", "down")
        self._lines.append(line := LongLine(there, back, loss))
        for number, end, peer in ((one, line.ends[0], other), (other, line.ends[1], one)):
            machine = self._machine(number)
            _ip("link", "set", end, "netns", machine)
            _ip("-n", machine, "addr", "add", self.address(number), "peer", self.address(peer), "dev", end)
            _ip("-n", machine, "link", "set", end, "up")

    @property
    def _switch(self) -> str:
        return f"{self._name}-s"

    def _machine(self, number: int) -> str:
        return f"{self._name}-{number}"

    def _lay(self) -> None:
        _ip("netns", "add", self._switch)
        _ip("-n", self._switch, "link", "add", "bridge", "type", "bridge")
        _ip("-n", self._switch, "link", "set", "bridge", "up")
        for number in range(self._machines):
            machine, port = self._machine(number), f"p{number}"
            _ip("netns", "add", machine)
            _ip("-n", machine, "link", "add", "eth0", "type", "veth", "peer", "name", port, "netns", self._switch)
            _ip("-n", self._switch, "link", "set", port, "master", "bridge", "up")
            _ip("-n", machine, "addr", "add", f"{self.address(number)}/24", "dev", "eth0")
            for link in ("lo", "eth0"):
                _ip("-n", machine, "link", "set", link, "up")

    def _rule(self, what: str, number: int, port: int) -> None:
        _ip("-n", self._machine(number), "rule", what, "ipproto", "tcp", "sport", str(port), "blackhole")


class LongLine:
    """A line between two ends, which takes its time, not the same there and back, and may lose some packets."""

    def __init__(self, there: float, back: float, loss: float = 0) -> None:
        name = f"far{next(_numbers)}"
        self.ends = f"{name}a", f"{name}b"
        self._is_closed = False
        self._tuns = [_tun(end) for end in self.ends]
        self._chance, self._loss = random.Random(1), loss
        for source, target, seconds in ((0, 1, there), (1, 0, back)):
            carrying = (self._tuns[source], self._tuns[target], seconds)
            threading.Thread(target=self._carry, args=carrying, daemon=True).start()

    def close(self) -> None:
        self._is_closed = True
        for tun in self._tuns:
            os.close(tun)

    def _carry(self, source: int, target: int, seconds: float) -> None:
        """Carry packets: what was sent first arrives first."""
        under_way: list[tuple[float, bytes]] = []
        came = threading.Event()

        def deliver() -> None:
            while not self._is_closed:
                came.wait(1)
                came.clear()
                while under_way:
                    due, packet = under_way.pop(0)
                    time.sleep(max(0.0, due - time.monotonic()))
                    with suppress(OSError):
                        os.write(target, packet)

        threading.Thread(target=deliver, daemon=True).start()
        with suppress(OSError):
            while not self._is_closed:
                packet = os.read(source, _LARGEST_PACKET)
                if self._chance.random() >= self._loss:
                    under_way.append((time.monotonic() + seconds, packet))
                    came.set()


def why_impossible() -> str:
    """Return why there can be no such network here; empty if there can."""
    if shutil.which("ip") is None:
        return "iproute2 isn't installed"
    if os.geteuid() != 0:
        return "only root may make a network"
    try:
        with Network(2) as network:
            network.block(0, 1)
            network.join_far(0, 1, 0.01, 0.01)
            pinged = [*network.on(0), "true"]
            subprocess.run(pinged, check=True, capture_output=True)
    except (subprocess.CalledProcessError, OSError) as error:
        said = error.stderr.strip() if isinstance(error, subprocess.CalledProcessError) else str(error)
        return f"no network can be made here: {said}"
    return ""


def _tun(name: str) -> int:
    descriptor = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(descriptor, _MAKE_TUN, struct.pack("16sH", name.encode(), _IS_TUN | _WITHOUT_HEADER))
    return descriptor


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)
