"""The shell completes the names of agendas, of sessions and of panelists."""

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


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("run vp-sales-final --as c", ["plain,ceo", "plain,cfo", "plain,cro"]),
        ("run --as cro vp-sales-final --as=cf", ["plain,cfo"]),
        ("run no-such-agenda --as c", []),
        ("run --as c", []),
        ("brief vp-sales-final --for c", ["plain,candidate", "plain,ceo", "plain,cfo", "plain,cro"]),
        ("card --as cfo --for gr", ["file,gr", "plain,greenhouse"]),
    ],
)
def test_what_an_option_takes_is_completed(line: str, offered: list[str]):
    assert completions(f"facilitator {line}") == offered


def test_the_panelists_of_a_session_are_completed():
    kept_session()
    for command in ("resume", "scorecard 2026-01-05", "amend"):
        assert completions(f"facilitator {command} --as cf") == ["plain,cfo"]
    assert completions("facilitator scorecard no-such-session --as cf") == []


def test_sessions_are_completed():
    kept_session()
    assert any(name.startswith("plain,2026-01-05-vp-sales") for name in completions("facilitator debrief 2026"))


def kept_session() -> None:
    subprocess.run(
        [sys.executable, "-m", "facilitator", "rehearse", "vp-sales-final", "--script", "/dev/stdin", "--keep"],
        input="00:00 /start\n",
        text=True,
        capture_output=True,
        timeout=60,
        check=True,
    )
