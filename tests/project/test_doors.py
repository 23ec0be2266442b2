"""Below the doors nobody says how something is typed in the shell: there may be no shell."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from facilitator.cli import cli

PACKAGE = Path(__file__).resolve().parents[2] / "facilitator"
DOORS = {"cli", "ui"}
OPTION = re.compile(r"(?<![\w-])--[a-z]")
COMMAND = re.compile(rf"\bfacilitator (?:{'|'.join(map(re.escape, cli.list_commands(click.Context(cli))))})\b")


def texts(path: Path) -> Iterator[str]:
    """The texts in a module that aren't docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements:
            yield node.value


ROOMS = sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name not in {*DOORS, "__pycache__"})


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_speaks_of_commands_or_options_of_the_shell(room: str):
    said = [text for path in (PACKAGE / room).rglob("*.py") for text in texts(path)]
    assert [text for text in said if OPTION.search(text) or COMMAND.search(text)] == []
