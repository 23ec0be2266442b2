"""The command line as a whole: its help, its commands, its data folder."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from facilitator.cli import cli
from tests.cli.shell import program


def test_help_names_every_command_and_an_example():
    answer = program("--help")
    assert answer.returncode == 0
    for command in ("run", "resume", "agendas", "check", "schema", "sessions", "reindex", "debrief", "rehearse"):
        assert f"  {command} " in answer.stdout
        assert f"facilitator {command}" in program(command, "--help").stdout


def test_without_a_terminal_to_pick_on_there_is_the_help():
    assert program().stdout == program("--help").stdout


def test_the_first_help_says_of_each_command_what_the_command_says_of_itself():
    context = click.Context(cli, terminal_width=200)
    shown = cli.get_help(context)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        assert re.search(rf"^  {name} +{re.escape(command.get_short_help_str(200))}$", shown, re.MULTILINE)


def test_a_misspelt_command_is_exit_2_with_the_nearest_one():
    answer = program("rehears")
    assert answer.returncode == 2
    assert "Did you mean 'rehearse'?" in answer.stderr


@pytest.mark.parametrize("arguments", [("--help",), ("agendas",), ("sessions",), ("check", "vp-sales-final")])
def test_what_opens_no_screen_loads_none(arguments: tuple[str, ...]):
    loaded = (
        "import sys; from facilitator.__main__ import main\n"
        f"sys.argv = ['facilitator', *{arguments!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('textual' in sys.modules, file=sys.stderr)"
    )
    answer = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, timeout=60, check=True)
    assert answer.stderr.strip() == "False"


def test_the_data_folder_is_named_before_or_after_the_command(home: Path, tmp_path: Path):
    other = tmp_path / "other"
    rehearsal = ("rehearse", "vp-sales-final", "--script", "/dev/stdin", "--keep", "--data-dir", other)
    answer = program(*rehearsal, stdin="00:00 /start\n")
    assert answer.returncode == 0, answer.stderr
    assert list(home.iterdir()) == []
    for arguments in (("--data-dir", other, "sessions"), ("sessions", "--data-dir", other)):
        assert "VP Sales, final round" in program(*arguments).stdout
    assert "VP Sales" not in program("--data-dir", other, "sessions", "--data-dir", home).stdout
