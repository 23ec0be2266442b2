"""The keys that act while one types, as they arrive through tmux, which has its own idea of some of them."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.test_interview import agenda  # noqa: F401 - a fixture

LONGEST_WAIT_SECONDS = 60

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")


class Tmux:
    """A tmux server of its own with one window of 120 × 40."""

    def __init__(self, socket: Path, *command: str | Path) -> None:
        self._socket = socket
        self._run("-f", os.devnull, "new-session", "-d", "-x", "120", "-y", "40", *map(str, command))

    def press(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        self._run("send-keys", "-l", text)

    def wait_for(self, text: str) -> None:
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        while text not in (shown := self._run("capture-pane", "-p")):
            if time.monotonic() > deadline:
                pytest.fail(f"waited for {text}; the screen shows:\n{shown}")
            time.sleep(0.05)

    def close(self) -> None:
        self._run("kill-server")

    def _run(self, *arguments: str) -> str:
        command = ["tmux", "-S", str(self._socket), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def window(home: Path, tmp_path: Path, agenda: Path) -> Iterator[Tmux]:  # noqa: F811 - the fixture
    found = Tmux(tmp_path / "tmux", sys.executable, "-m", "facilitator", "run", agenda, "--candidate", "Robin")
    found.wait_for("Final round")
    yield found
    found.close()


def test_each_chord_acts_and_the_half_typed_note_stays(window: Tmux):
    window.type("half a note")
    for keys, said in (
        (("C-n",), "Now: Welcome"),
        (("C-g",), "q1"),
        (("C-o",), "has covered q1"),
        (("C-_",), "Undone: q1 covered"),
        (("F8",), "Undone: q1"),
        (("Escape", "+"), "Added 2:00"),
        (("C-r",), "a letter chooses"),
        (("a",), "F8 undoes"),
        (("F9",), "/them"),
    ):
        window.press(*keys)
        window.wait_for(said)
    window.type("Why?")
    window.press("Enter")
    window.wait_for("Their question is kept as t1")
    window.press("Escape")
    window.press("w")
    window.wait_for("/owed")
    window.type("1 cfo")
    window.press("Enter")
    window.wait_for("owes an answer")
    window.press("C-n")
    window.wait_for("Ended “Welcome”")
    window.press("C-n")
    window.wait_for("Enter to end anyway")
    window.wait_for("half a note")
    window.press("Enter")
    window.wait_for("Debrief: Final round")
