"""The demo in a real terminal: it plays by itself, a key makes it one's own, and nothing of it is left behind."""

from pathlib import Path

import pytest

from tests.terminal.program import Spawn


@pytest.mark.parametrize("size", [{}, {"columns": 80, "lines": 24}], ids=["120x40", "80x24"])
def test_it_plays_and_whoever_presses_a_key_has_it(spawn: Spawn, home: Path, size: dict[str, int]):
    terminal = spawn("demo", **size)
    terminal.wait_for("in three minutes")
    terminal.wait_for(r"left of 4:00")  # it has started by itself
    terminal.type("what I saw")
    terminal.press("enter")
    terminal.wait_for("yours now")
    terminal.wait_for("what I saw")
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert b"Nothing of the demo is kept" in terminal.raw
    assert not (home / "library").exists()
    assert list(home.rglob("*")) == []


def test_it_can_be_left_at_once(spawn: Spawn, home: Path):
    terminal = spawn("demo")
    terminal.wait_for("in three minutes")
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    assert list(home.rglob("*")) == []
