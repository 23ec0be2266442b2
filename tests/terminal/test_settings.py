"""Settings in a real terminal: what is wrong in the file is said, the rest works, and a change changes nothing else."""

from pathlib import Path

import pytest

from tests.terminal.program import Spawn, Terminal
from tests.terminal.test_interview import agenda, enter

__all__ = ["agenda"]


@pytest.fixture
def settings(home: Path) -> Path:
    settings = home / "library" / "config.toml"
    settings.parent.mkdir()
    return settings


def choose_theme(terminal: Terminal) -> None:
    """Take the theme below the one that is used, in the palette."""
    terminal.press("ctrl+p")
    terminal.type("settings: theme")
    terminal.wait_for("Colours, ")
    terminal.press("enter")
    terminal.wait_for("● dark")
    terminal.press("down", "enter")


def test_what_is_wrong_is_said_on_the_screen_with_its_place_and_the_rest_works(
    spawn: Spawn, agenda: Path, settings: Path
):
    settings.write_text('theme = "drak"\n[keys]\nnxt = "f6"\nask = "f7"\ncover = "f7"\nstart = "ctrl+k"\n', "utf-8")
    terminal = spawn("run", agenda, columns=200)
    shown = " ".join(terminal.wait_for("already the key of").split())
    for part in ("config.toml:1:1", "did you mean 'dark'?", "config.toml:3:1", "did you mean 'next'?"):
        assert part in shown
    assert "config.toml:5:1: warning: keys.cover: F7 is already the key of “ask”" in shown
    terminal.press("ctrl+k")
    terminal.wait_for("Welcome")
    enter(terminal, "and a note")
    terminal.wait_for("Kept")


def test_a_theme_that_is_chosen_is_written_and_nothing_else(spawn: Spawn, agenda: Path, settings: Path):
    settings.write_text("# mine\nlater = 1  # newer\n\n[keys]\nnext = 'f9' # so\n", "utf-8")
    terminal = spawn("run", agenda)
    terminal.wait_for("Final round")
    choose_theme(terminal)
    terminal.wait_for("Theme: high-contrast")
    assert settings.read_text("utf-8") == (
        "# mine\nlater = 1  # newer\ntheme = \"high-contrast\"\n\n[keys]\nnext = 'f9' # so\n"
    )


def test_a_file_that_cannot_be_parsed_is_never_overwritten(spawn: Spawn, agenda: Path, settings: Path):
    settings.write_text('bell = true\n[keys\nnext = "f9"\n', "utf-8")
    terminal = spawn("run", agenda)
    terminal.wait_for("config.toml:2:")
    choose_theme(terminal)
    shown = " ".join(terminal.wait_for("It applies until you leave").split())
    assert "config.toml:2:" in shown
    assert settings.read_text("utf-8") == 'bell = true\n[keys\nnext = "f9"\n'
    enter(terminal, "and a note")
    terminal.wait_for("Kept")


def test_without_a_screen_the_settings_are_told_with_their_file(spawn: Spawn, agenda: Path, settings: Path):
    settings.write_text('bell = true\n[keys]\nnext = "f9"\n', "utf-8")
    terminal = spawn("run", agenda, "--plain", columns=200)
    terminal.type("/settings\r")
    shown = terminal.wait_for("apply from the next start")
    assert "bell: on" in shown
    assert "keys.next: f9" in shown
    assert str(settings) in shown
