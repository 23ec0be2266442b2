"""The code is written as agreed: ruff and strict mypy have nothing to say, colours stand in the stylesheets."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")


@pytest.mark.parametrize("command", ["ruff check .", "ruff format --check .", "mypy"])
def test_nothing_to_complain_about(command):
    run = subprocess.run([sys.executable, "-m", *command.split()], cwd=PROJECT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_colour_is_written_in_python():
    found = {
        f"{place}: {text!r}"
        for place, text in screen_nodes(ast.Constant, lambda node: node.value)
        if isinstance(text, str) and HEX_COLOUR.fullmatch(text.strip())
    }
    assert not found


def test_no_private_name_of_another_object_is_used_on_the_screen():
    own = ("self", "cls")
    public = ("_replace", "_asdict")  # a NamedTuple's, which has them underscored to keep clear of its fields
    found = {
        f"{place}: .{name}"
        for place, (owner, name) in screen_nodes(ast.Attribute, lambda node: (ast.unparse(node.value), node.attr))
        if re.match(r"_[^_]", name) and owner not in own and name not in public
    }
    assert not found


def test_no_private_name_of_textual_is_used_or_replaced():
    private = private_names_of_textual()
    found = {
        f"{place}: {name}"
        for place, name in [
            *screen_nodes(ast.Attribute, lambda node: node.attr),
            *screen_nodes(ast.FunctionDef, lambda node: node.name),
            *screen_nodes(ast.AsyncFunctionDef, lambda node: node.name),
        ]
        if name in private
    }
    assert not found


def screen_nodes(kind, value) -> Iterator[tuple[str, Any]]:
    """`value` of each node of `kind` in the modules of the screen, with the place where it stands."""
    for path in sorted((PROJECT / "facilitator/ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, kind):
                yield f"{path.relative_to(PROJECT)}:{node.lineno}", value(node)


def private_names_of_textual() -> set[str]:
    """What a subclass could reach by accident, such as `_render` or `_on_key`."""
    from textual.app import App
    from textual.screen import Screen
    from textual.widgets import DataTable, Digits, Input, OptionList, TextArea

    kinds = (App, Screen, DataTable, Digits, Input, OptionList, TextArea)
    return {name for kind in kinds for name in dir(kind) if re.match(r"_[^_]", name)}
