"""The shell completes the names of agendas and of sessions."""

import os
import subprocess
import sys

import pytest


def completions(line: str) -> list[str]:
    words = line.split(" ")
    environment = {
        **os.environ,
        "_FACILITATOR_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    answer = subprocess.run(
        [sys.executable, "-m", "facilitator"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    return answer.stdout.split()


@pytest.mark.parametrize("command", ["run", "check", "rehearse"])
def test_the_bundled_agendas_are_completed(command: str):
    assert "plain,vp-sales-final" in completions(f"facilitator {command} vp")


def test_commands_are_completed():
    assert "plain,rehearse" in completions("facilitator reh")


def test_sessions_are_completed():
    subprocess.run(
        [sys.executable, "-m", "facilitator", "rehearse", "vp-sales-final", "--script", "/dev/stdin", "--keep"],
        input="00:00 /start\n",
        text=True,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert any(name.startswith("plain,2026-01-05-vp-sales") for name in completions("facilitator debrief 2026"))
