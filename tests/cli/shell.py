"""The command line, run as a program of its own or within the test."""

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from facilitator.cli import cli


def program(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """What the installed program answers."""
    command = [sys.executable, "-m", "facilitator", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=60, check=False)


def facilitator(*arguments: str | Path, typed: str = "") -> Result:
    """The same within the test, which is faster; `typed` is what a person answers."""
    return CliRunner().invoke(cli, list(map(str, arguments)), input=typed)


def ran(*arguments: str | Path, typed: str = "") -> str:
    """The output of a command that must have worked."""
    run = facilitator(*arguments, typed=typed)
    assert run.exit_code == 0, run.output
    return run.output


def files_with(folder: Path, word: str) -> list[str]:
    """The names of the files in which `word` stands."""
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]
