"""Real programs on a network with real cables: one is cut, a port is blocked, a line is long and lopsided."""

import functools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.sharing.live_programs import Programs, until
from tests.sharing.networks import Network, why_impossible

FAR_MS = 100
"""Countdowns differ by no more than that, on the longest line that is asked for."""


class OnMachines(Programs):
    """Programs on a machine each of a network."""

    def __init__(self, root: Path, network: Network) -> None:
        self.network, self.here = network, network.address(0)
        super().__init__(root)

    def tell_until(self, number: int, line: str, answer: str) -> None:
        """Type a line again and again until the program says something new with `answer` in it."""
        before = len(self.said(number))

        def is_told() -> bool:
            self.say(number, line)
            return answer in self.said(number)[before:]

        until(is_told, f"{answer} at program {number}")

    def _given(self, invite: str) -> str:
        return invite.strip()

    def _command(self, number: int) -> list[str]:
        return [*self.network.on(number), *super()._command(number)]


class Told(NamedTuple):
    """What a device says of the panel's time: see `far_clock`."""

    ahead_ms: int
    bound_ms: int


class Clock:
    """The clock of a device on its machine, whose session goes on."""

    def __init__(self, programs: OnMachines, number: int) -> None:
        module = [sys.executable, "-m", "tests.sharing.far_clock", str(programs.root / str(number)), programs.session]
        command = [*programs.network.on(number), *module]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.read()

    def read(self) -> Told:
        """Return what it says next."""
        assert self._process.stdout is not None
        ahead, bound = self._process.stdout.readline().split()
        return Told(int(ahead), int(bound))

    def close(self) -> None:
        self._process.communicate(timeout=60)


@functools.cache
def why_not() -> str:
    return why_impossible()


@pytest.fixture
def network() -> Iterator[Network]:
    if why_not():
        pytest.skip(why_not())
    with Network(3) as network:
        yield network


@pytest.mark.may_skip("a container may not make networks")
def test_a_cable_is_cut_and_a_port_blocked_and_afterwards_all_are_together(network, tmp_path):
    programs = OnMachines(tmp_path, network)
    try:
        programs.join()
        network.block(0, programs.port)
        blocked = programs.begin_to_join()
        until(lambda: "share a folder: --folder" in programs.said(blocked), "whoever can't come through is told")
        assert f"{network.address(0)}:{programs.port} can't be reached" in programs.said(blocked)
        network.unblock(0, programs.port)
        until(lambda: "You are" in programs.said(blocked), "whoever waited gets through")

        network.cut(1)
        for number in range(3):
            programs.say(number, f"a note of {number}")
        programs.tell_until(1, "/panel", "can't be reached")
        until(lambda: programs.kept()[0] == programs.kept()[2] != programs.kept()[1], "the others go on")
        network.mend(1)
        programs.together_after()
        assert len(programs.digests()) == 1
    finally:
        assert programs.close() == [0, 0, 0]


@pytest.mark.may_skip("a container may not make networks")
def test_over_a_long_and_lopsided_line_that_loses_some_the_clocks_agree_as_far_as_they_say(network, tmp_path):
    network.join_far(0, 1, 0.04, 0.12, loss=0.02)
    programs = OnMachines(tmp_path, network)
    programs.join()
    assert programs.close() == [0, 0]
    clocks = [Clock(programs, number) for number in range(2)]
    try:

        def is_close() -> bool:
            host, guest = clocks[0].read(), clocks[1].read()
            assert abs(guest.ahead_ms - host.ahead_ms) <= guest.bound_ms + 1, "rounded to ms"
            return guest.bound_ms <= FAR_MS

        until(is_close, "the guest knows the time as well as it can be known")
        host, guest = clocks[0].read(), clocks[1].read()
        assert abs(guest.ahead_ms - host.ahead_ms) <= FAR_MS
    finally:
        for clock in clocks:
            clock.close()
