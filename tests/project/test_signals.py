"""A signal of a note is declared once, and everything that deals with signals asks that declaration."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.domain.facts.signal import Signal

PROJECT = Path(__file__).parents[2]
LAST = '    QUOTE = "quote", \'"\', "“", "accent", Direction.NEITHER\n'
SIXTH = '    DOUBT = "doubt", "~", "≈", "warn", Direction.AGAINST\n'


def test_a_sixth_is_one_line(tmp_path: Path):
    """The line is put into a copy of the program, which then reads, finds, weighs, shows, explains and exports it."""
    shutil.copytree(PROJECT / "facilitator", tmp_path / "facilitator", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("styles", "agendas"):
        (tmp_path / folder).symlink_to(PROJECT / folder)
    declaration = tmp_path / "facilitator/domain/facts/signal.py"
    text = declaration.read_text("utf-8")
    assert text.count(LAST) == 1
    declaration.write_text(text.replace(LAST, LAST + SIXTH), "utf-8")
    program = PROJECT / "tests/project/sixth_signal.py"
    run = subprocess.run(
        [sys.executable, program], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True
    )
    assert run.returncode == 0, run.stderr.decode()


def test_no_other_module_knows_one_from_another():
    """But the letter to the candidate, which has a section for strengths, one for concerns, and one for the rest."""
    named: dict[str, set[str]] = {}
    for path in (PROJECT / "facilitator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Signal":
                named.setdefault(path.name, set()).add(node.attr)
    several = {name for name, signals in named.items() if len(signals & Signal.__members__.keys()) > 1}
    assert several == {"feedback.py"}


@pytest.mark.parametrize("signal", Signal)
def test_each_stands_in_the_readme(signal: Signal):
    assert f"\n| `{signal.sign}" in (PROJECT / "README.md").read_text("utf-8")
