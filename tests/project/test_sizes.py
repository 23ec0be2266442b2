"""Nothing grows beyond what one can take in at a look: no folder, file, class or function."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
MOST_MODULES = 12
MOST_LINES = {"file": 300, "class": 250, "function": 40}


@pytest.mark.parametrize("package", ["benchmarks", "facilitator"])
def test_no_folder_has_more_modules_than_one_can_take_in(package):
    crowded = {
        f"{folder}: {modules} modules"
        for folder in (PROJECT / package, *(PROJECT / package).rglob("*/"))
        if (modules := sum(path.name != "__init__.py" for path in folder.glob("*.py"))) > MOST_MODULES
    }
    assert not crowded


@pytest.mark.parametrize("package", ["benchmarks", "facilitator"])
def test_nothing_is_longer_than_one_can_take_in(package):
    long = {
        f"{path.relative_to(PROJECT)}: the {kind} {name} has {lines} lines"
        for path in sorted((PROJECT / package).rglob("*.py"))
        for kind, name, lines in sizes(path)
        if lines > MOST_LINES[kind]
    }
    assert not long


def sizes(path: Path) -> Iterator[tuple[str, str, int]]:
    """Kind, name and number of lines of the file and of each class and function in it."""
    source = path.read_text("utf-8")
    yield "file", path.name, len(source.splitlines())
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            yield kind, node.name, (node.end_lineno or 0) - node.lineno + 1
