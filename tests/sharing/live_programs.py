"""Real programs that share an interview over the network, with TLS, through cables that are cut and darkened.

`python -m tests.sharing.live_programs 12 60` runs twelve for a minute, kills the host and others (-9), and says how
soon after healing all keep the same.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from facilitator.conducting.sealing.invite import invite_in
from facilitator.domain.facts.packet import Packet
from facilitator.storage.home import Home
from tests.sharing.cables import Cable
from tests.sharing.transports.zenoh.panels import HERE, free_port

AGENDA = "vp-sales-final"
SEATS = ("cfo", "cro", "people")
LONGEST_WAIT_SECONDS = 60


class Programs:
    """A host and guests, each a program in lines of text with a data folder of its own; the first is the host's.

    It listens at the address `here`.
    """

    here = HERE

    def __init__(self, root: Path, seed: int = 1) -> None:
        self.root, self.port = root, free_port()
        self.cables: list[Cable] = []
        self.typed: list[str] = []
        self._chance = random.Random(seed)
        self._running: list[subprocess.Popen[str]] = []
        self._start(0, "host", AGENDA, "--listen", f"{self.here}:{self.port}")
        until(lambda: bool(list(self._home(0).sessions.glob("*.panel"))), "the host has begun")
        self.session = next(self._home(0).sessions.glob("*.panel")).stem
        self.say(0, "/start")

    def join(self) -> None:
        """Let one more take part."""
        number = self.begin_to_join()
        until(lambda: "You are" in self.said(number), f"program {number} has joined")

    def begin_to_join(self) -> int:
        """Let one more ask to take part; return its number."""
        number = len(self._running)
        text = self._answer(0, "invite", SEATS[number % len(SEATS)], self.session)
        self._start(number, "join")
        self.say(number, self._given(text))
        return number

    def said(self, number: int) -> str:
        """Return all that a program has said."""
        return (self.root / f"{number}.txt").read_text()

    def say(self, number: int, line: str) -> None:
        process = self._running[number]
        assert process.stdin is not None
        try:
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
        except BrokenPipeError:
            ended = f"program {number} has ended by itself, with {process.wait(LONGEST_WAIT_SECONDS)}"
            raise AssertionError(f"{ended}; the last it said: {self.said(number)[-2000:]}") from None

    def say_something(self) -> None:
        """Let somebody type something."""
        word = f"secret{self._chance.getrandbits(40):010x}"
        self.typed.append(word)
        number = self._chance.randrange(len(self._running))
        cover = f"/cover {self._chance.randint(1, 12)}"
        self.say(number, self._chance.choice([f"+ {word}", f"/them {word}", cover, "/undo" if number else "/next"]))

    def disturb(self) -> None:
        """Cut or darken a cable now and then, and mend some."""
        cable = self._chance.choice(self.cables)
        what = self._chance.random()
        if what < 0.06:
            cable.cut()
        elif what < 0.1:
            cable.darken()
        elif what < 0.2:
            for some in self._chance.sample(self.cables, min(3, len(self.cables))):
                some.mend()

    def kill(self, number: int) -> None:
        """Kill a program (-9), as it is."""
        self._running[number].kill()
        self._running[number].communicate()

    def resume(self, number: int) -> None:
        """Let a program that was killed go on, and wait until it does."""
        said = self.root / f"{number}.txt"
        before = said.stat().st_size
        self._start(number, "resume", self.session)
        until(lambda: said.stat().st_size > before, f"program {number} goes on")

    def mend(self) -> None:
        for cable in self.cables:
            cable.mend()

    def together_after(self) -> float:
        """Wait until all keep the same; return how long that took, in seconds."""
        began = time.monotonic()
        until(lambda: len({frozenset(kept) for kept in self.kept()}) == 1, "all keep the same")
        return time.monotonic() - began

    def kept(self) -> list[set[str]]:
        """The packets that each keeps, by their ids."""
        kept = [self._home(number).read_session(self.session).kept for number in range(len(self._running))]
        return [{one.id for one in journal if isinstance(one, Packet)} for journal in kept]

    def digests(self) -> set[str]:
        """What each says that it keeps, in words."""
        return {self._answer(number, "panel", self.session).splitlines()[-1] for number in range(len(self._running))}

    def in_the_clear(self) -> list[str]:
        """What was typed, and who and what it was about, as far as it went through a cable as it is."""
        seen = b"".join(bytes(cable.seen) for cable in self.cables)
        return [word for word in (*self.typed, "Lindqvist", "VP Sales", "NoteTaken") if word.encode() in seen]

    def close(self) -> list[int]:
        """End all; return their exit codes."""
        for process in self._running:
            assert process.stdin is not None
            process.stdin.close()
        try:
            return [process.wait(LONGEST_WAIT_SECONDS) for process in self._running]
        finally:
            for process in self._running:
                process.kill()

    def _home(self, number: int) -> Home:
        return Home(self.root / str(number))

    def _given(self, invite: str) -> str:
        """Return an invite as it is given to a guest: with a cable of their own."""
        self.cables.append(cable := Cable(self.port))
        return replace(invite_in(invite), addresses=(cable.address,)).text

    def _start(self, number: int, *arguments: str) -> None:
        command = [*self._command(number), *arguments, "--plain"]
        with (self.root / f"{number}.txt").open("a") as said:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said, stderr=said, text=True)
        self._running[number : number + 1] = [process]

    def _command(self, number: int) -> list[str]:
        return [sys.executable, "-m", "facilitator", "--data-dir", str(self._home(number).root)]

    def _answer(self, number: int, *arguments: str) -> str:
        command = [*self._command(number), *arguments]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_WAIT_SECONDS, check=True)
        return ran.stdout


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds that another process brings about."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < LONGEST_WAIT_SECONDS, f"it never came to that: {what}"
        time.sleep(0.05)


def main() -> None:
    count, seconds = int(sys.argv[1]), float(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    with tempfile.TemporaryDirectory() as root:
        programs = Programs(Path(root), seed)
        for _ in range(count - 1):
            programs.join()
        plan = [(0.3, 0), (0.5, 1), (0.7, 0)]
        began = time.monotonic()
        while (now := (time.monotonic() - began) / seconds) < 1:
            if plan and plan[0][0] < now:
                number = plan.pop(0)[1]
                programs.kill(number)
                programs.resume(number)
            programs.say_something()
            programs.disturb()
            time.sleep(random.uniform(0.05, 0.2))
        programs.mend()
        took = programs.together_after()
        kept = len(programs.kept()[0])
        print(f"{count} programs, {len(programs.typed)} lines, {kept} packets, together {took:.1f} s after healing")
        print(f"digests: {programs.digests()}; in the clear: {programs.in_the_clear()}; exits: {programs.close()}")


if __name__ == "__main__":
    main()
