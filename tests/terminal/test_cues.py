"""Cues in a real terminal: a command of the user's runs, and one that isn't there is said without harm."""

import json
from pathlib import Path

from tests.terminal.program import Spawn
from tests.terminal.test_interview import agenda, enter

__all__ = ["agenda"]


def test_a_command_gets_the_facts_and_one_that_is_not_there_is_said(
    spawn: Spawn, agenda: Path, home: Path, tmp_path: Path
):
    told = tmp_path / "told"
    settings = home / "library" / "config.toml"
    settings.parent.mkdir()
    settings.write_text(
        f'[cues]\nsegment = ["/bin/sh", "-c", \'cat > "$0.part"; mv "$0.part" "$0"\', "{told}"]\n'
        'danger = "none-such --loud"\n',
        encoding="utf-8",
    )
    terminal = spawn("run", agenda)
    terminal.wait_for("Final round")
    enter(terminal, "/start")
    terminal.wait_until(lambda _: told.exists(), "the cue")
    assert json.loads(told.read_text())["segment"]["title"] == "Welcome"
    terminal.wait_for("no program “none-such”")
    enter(terminal, "and a note")
    terminal.wait_for("Kept")
