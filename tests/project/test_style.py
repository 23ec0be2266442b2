"""The code is written as agreed: ruff and strict mypy have nothing to say, colours stand in the stylesheets."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")


@pytest.mark.parametrize("command", ["ruff check .", "ruff format --check .", "mypy"])
def test_nothing_to_complain_about(command):
    run = subprocess.run([sys.executable, "-m", *command.split()], cwd=PROJECT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_colour_is_written_in_python():
    found = {
        f"{path.relative_to(PROJECT)}:{node.lineno}: {text!r}"
        for path in (PROJECT / "facilitator/ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(text := node.value, str) and HEX_COLOUR.fullmatch(text.strip())
    }
    assert not found
