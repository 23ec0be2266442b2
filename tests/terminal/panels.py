"""A panel in real terminals: each device has a data folder of its own, and all share a folder."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

from tests.terminal.program import Spawn, Terminal
from tests.terminal.test_interview import enter


class Panel:
    """Programs that share an interview of `agenda`; the host's device is called `ann`."""

    def __init__(self, spawn: Spawn, agenda: Path, home: Path) -> None:
        self.spawn, self.home, self.shared = spawn, home, home / "shared"
        self.shared.mkdir()
        self.terminals: dict[str, Terminal] = {}
        self.run("ann", "host", agenda, "--folder", self.shared).wait_for("you have the clock")

    def __getitem__(self, name: str) -> Terminal:
        return self.terminals[name]

    @property
    def session(self) -> str:
        (journal,) = (self.home / "ann" / "sessions").glob("*.journal")
        return journal.stem

    def run(self, device: str, *arguments: str | Path) -> Terminal:
        """Run a command in a terminal on a device; it takes the place of the one before."""
        terminal = self.terminals[device] = self.spawn("--data-dir", self.home / device, *arguments)
        for each in self.terminals.values():
            each.others = list(self.terminals.values())
        return terminal

    def ran(self, device: str, *arguments: str | Path) -> str:
        """What a command that must have worked prints on a device."""
        command = [sys.executable, "-m", "facilitator", "--data-dir", str(self.home / device), *map(str, arguments)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert run.returncode == 0, run.stderr
        return run.stdout

    def join(self, device: str, seat: str) -> None:
        """Invite a panelist, and join on their device; both see the same four words."""
        invite = self.ran("ann", "invite", seat, self.session).strip()
        joining = self.run(device, "join", "--folder", self.shared)
        joining.wait_for("Invite")
        enter(joining, invite)
        shown = joining.wait_for(r"by voice:\s+(\w+\s+){4}")
        assert invite[20:60] not in shown
        words = re.findall(r"by voice:\s+(\w+)\s+(\w+)\s+(\w+)\s+(\w+)", shown)[0]
        self["ann"].wait_until(lambda text: all(word in text for word in words), f"the words {words}")
        joining.press("enter")
        joining.wait_for("ha(s|ve) the clock")

    def digests(self, *devices: str) -> set[str]:
        """What stands in the debriefs of these devices, and what they say that they keep, each as a digest."""
        found = set[str]()
        for device in devices:
            kept = self.ran(device, "panel", self.session).splitlines()[-1]
            said = self.ran(device, "debrief", self.session, "--format", "json")
            found.add(f"{kept} {hashlib.sha256(said.encode()).hexdigest()}")
        return found
