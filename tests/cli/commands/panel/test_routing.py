"""A company's router: what people type in the shell to run it and to let a panel use it, and what they are told."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import program
from tests.sharing.transports.zenoh.panels import HERE, free_port

AGENDA = "vp-sales-final"


class Process:
    """A router that runs in a process of its own, with its data in a folder."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "facilitator", "--data-dir", str(folder), "router", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline()

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        said, _ = self.process.communicate(timeout=60)
        self.said += said
        return self.process.returncode


def test_a_panel_uses_it_and_goes_on_after_it_was_killed(tmp_path):
    company, ann, bo = (tmp_path / name for name in ("router", "ann", "bo"))
    place = f"{HERE}:{free_port()}"
    router = Process(company, "--listen", place)
    assert router.said.startswith(f"Listens at {place}, reached at {place}, for no panel yet (--add lets one in).")
    added = program("--data-dir", company, "router", "--add", "VP Sales")
    assert added.stdout.startswith("facilitator-router1-")
    assert "send it as you would send a password" in added.stderr
    (tmp_path / "vp.pass").write_text(added.stdout)
    hosted = program("--data-dir", ann, "host", AGENDA, "--router", tmp_path / "vp.pass", "--plain", stdin="/start\n")
    assert hosted.returncode == 0, hosted.stderr
    (journal,) = (ann / "sessions").glob("*.journal")
    assert router.end(signal.SIGKILL) == -signal.SIGKILL
    router = Process(company)
    assert "for VP Sales." in router.said
    invite = program("--data-dir", ann, "invite", "cfo", journal.stem)
    assert invite.stderr.endswith("They type: facilitator join\n")
    with subprocess.Popen(
        [sys.executable, "-m", "facilitator", "--data-dir", ann, "resume", journal.stem, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as host:
        joined = program("--data-dir", bo, "join", "--plain", stdin=f"{invite.stdout}/them How big is the team?\n")
        assert "You are Daniel Owusu" in joined.stdout, joined.stderr
        host.communicate("", timeout=60)
    told = [program("--data-dir", who, "panel", journal.stem).stdout.splitlines()[-1] for who in (ann, bo)]
    assert told[0] == told[1]
    assert "How big is the team?" in program("--data-dir", ann, "debrief", journal.stem, "--format", "md").stdout
    assert program("--data-dir", company, "router", "--remove", "VP Sales").returncode == 0
    assert router.end(signal.SIGINT) == 0
    assert router.said.endswith("The router has stopped.\n")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("router", "--add", "VP Sales"), "has never run"),
        (("router", "--remove", "VP Sales"), "There is no panel “VP Sales”. Those that use the router: none."),
        (("router", "--listen", "nowhere"), "--listen: “nowhere” is not HOST:PORT"),
        (("router", "--listen", "203.0.113.1:1"), "not an address of this computer"),
        (("router", "--listen", ":1", "--add", "VP Sales"), "one of them at a time"),
    ],
)
def test_what_cant_be_is_told_in_words(tmp_path, arguments, why):
    answer = program("--data-dir", tmp_path, *arguments)
    assert answer.returncode == 2
    assert why in answer.stderr
