"""What is being typed survives `kill -9`, wherever one types; of a card nothing is readable on the disk meanwhile."""

import json
import os
import signal
import time
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.conducting.sealing import seals
from facilitator.storage.draft import load
from tests.cli.shell import files_with
from tests.terminal.program import LONGEST_WAIT_SECONDS, MOMENT_SECONDS, Spawn, Terminal
from tests.terminal.test_interview import agenda, debrief_of, enter
from tests.terminal.test_meeting import ended

__all__ = ["agenda", "ended"]

PASSPHRASE = "nobody guesses it"


def kill(terminal: Terminal) -> None:
    os.kill(terminal.process.pid, signal.SIGKILL)
    terminal.wait_for_exit()


def wait_until(holds: Callable[[], bool]) -> None:
    """Return when it holds: for what another process writes."""
    deadline = time.monotonic() + LONGEST_WAIT_SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(MOMENT_SECONDS)


def content(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


@pytest.mark.parametrize("begun", ["/decide no after two ref", "/dissent by cfo I saw mo"])
def test_the_line_of_the_debrief(spawn: Spawn, ended: str, home: Path, begun: str):
    terminal = spawn("debrief", ended)
    terminal.wait_for("Debrief: Final round")
    terminal.type(begun)
    draft = home / "library" / "sessions" / f"{ended}.meeting"
    terminal.wait_until(lambda _: load(draft) == begun, "the draft")
    kill(terminal)
    again = spawn("debrief", ended)
    again.wait_for(f"Begun last time, and there again with /: {begun}")
    again.type("/")
    again.wait_for("Vote, decide, dissent")
    again.wait_for(begun)
    enter(again, "erences")
    again.wait_for("saves the debrief again")
    again.wait_until(lambda _: not draft.exists(), "no draft")
    again.type("q")
    assert again.wait_for_exit() == 0


def asked_for_the_card(spawn: Spawn, session: str, passphrase: str = "") -> Terminal:
    terminal = spawn("scorecard", session, "--as", "cfo")
    terminal.wait_for("at least 8 characters.*:")
    enter(terminal, passphrase)
    if passphrase:
        terminal.wait_for("Once more")
        enter(terminal, passphrase)
    terminal.wait_for(r"Rating 1-5 \[not rated")
    return terminal


def test_ctrl_c_leaves_the_questions_at_once(spawn: Spawn, ended: str):
    terminal = asked_for_the_card(spawn, ended)
    terminal.write(b"\x03")
    assert terminal.wait_for_exit() == 130
    assert "Traceback" not in terminal.text


def write(terminal: Terminal, half: str) -> None:
    terminal.type("4")
    terminal.wait_for("Evidence:")
    terminal.type(half)


def test_a_scorecard_under_a_key(spawn: Spawn, ended: str, home: Path, tmp_path: Path):
    sessions = home / "library" / "sessions"
    write(asked := asked_for_the_card(spawn, ended), "canary, three of fi")

    def saved() -> str:
        for draft in sessions.glob("*.card-????????"):
            (secret,) = json.loads(content(draft.with_name(f"{draft.name}.keys"))).values()
            return seals.unsealed(content(draft), f"{ended}/cfo/draft", b64decode(secret)).decode()
        return ""

    asked.wait_until(lambda _: "canary, three of fi" in saved(), "the draft")
    kill(asked)
    assert files_with(home, "canary") == []
    again = spawn("scorecard", ended, "--as", "cfo")
    again.wait_for("You had begun it")
    again.wait_for(r"Rating 1-5 \[4 strong; canary, three of fi\]:")
    enter(again, "e")
    again.wait_for("Evidence: canary, three of fi")
    enter(again, "ve")
    again.wait_for(r"Rating 1-5 \[4 strong; canary, three of five\]:")
    again.press("enter")
    again.wait_for("Recommendation")
    again.type("2")
    again.wait_for("Strengths")
    enter(again, "")
    again.wait_for("Concerns")
    enter(again, "")
    again.wait_for("changes that line:")
    enter(again, "")
    assert again.wait_for_exit() == 0
    assert "scorecard is in" in again.text
    assert list(sessions.glob("*.card-*")) == []
    assert files_with(home, "canary") == []
    assert spawn("unseal", ended, "--reason", "it's late").wait_for_exit() == 0
    (competency,) = debrief_of(spawn, home, tmp_path / "debrief.json")["competencies"]
    assert [row["evidence"] for row in competency["ratings"]] == ["canary, three of five"]


def test_a_scorecard_under_a_passphrase(spawn: Spawn, ended: str, home: Path):
    sessions = home / "library" / "sessions"
    write(asked := asked_for_the_card(spawn, ended, PASSPHRASE), "canary, three of fi")

    def saved() -> bool:
        for draft in sessions.glob("*.card-????????"):
            text = content(draft)
            secret = known.get(text.split(":")[1]) or seals.key_again(text, PASSPHRASE).secret
            known[text.split(":")[1]] = secret
            return b"canary, three of fi" in seals.unsealed(text, f"{ended}/cfo/draft", secret)
        return False

    known: dict[str, bytes] = {}
    asked.wait_until(lambda _: saved(), "the draft")
    kill(asked)
    assert files_with(home, "canary") == []
    assert list(sessions.glob("*.keys")) == []
    again = spawn("scorecard", ended, "--as", "cfo")
    again.wait_for("Passphrase under which you began it")
    enter(again, "somebody's guess")
    again.wait_for(r"That isn't the passphrase[^\n]*\s+Passphrase under which")
    enter(again, PASSPHRASE)
    again.wait_for(r"Rating 1-5 \[4 strong; canary, three of fi\]:")


def test_the_answers_about_a_new_agenda(spawn: Spawn, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    asked = spawn("new")
    asked.wait_for("Which interview is it")
    enter(asked, "VP Sales, final round")
    asked.wait_for("What should both sides know")
    asked.type("Whether to build it to")
    draft = home / "library" / "agenda.draft"
    asked.wait_until(lambda _: "to build it to" in content(draft), "the draft")
    assert draft.stat().st_mode & 0o777 == 0o600
    kill(asked)
    again = spawn("new")
    again.wait_for("You had begun one")
    again.wait_for("final round”\\)\\? VP Sales, final round")
    again.press("enter")
    again.wait_for("Whether to build it to")
    for text in ("gether", "60m", "Ann Lee (CEO), Bo Ek", "Hiring", ""):
        enter(again, text)
    assert again.wait_for_exit() == 0
    assert "Written to vp-sales-final-round.yaml" in again.text
    assert "Whether to build it together" in (tmp_path / "here/vp-sales-final-round.yaml").read_text()
    wait_until(lambda: not draft.exists())
