"""SECURITY.md promises nothing without a test, and is short enough to be read."""

import ast
import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PAGE = PROJECT / "SECURITY.md"
OF_THE_ROOM = PROJECT / "docs/page.md"
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_test_that_it_names_is_there():
    named = [one for page in (PAGE, OF_THE_ROOM) for one in TEST.findall(page.read_text("utf-8"))]
    assert len(named) > 30
    assert [f"{path}::{name}" for path, name in named if name not in names_in(PROJECT / path)] == []


def test_every_part_that_promises_something_names_tests():
    parts = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    without = {part.partition("\n")[0] for part in parts if not TEST.search(part)}
    assert without == {"Whom to write to", "What is kept where"}


def test_it_is_short_and_the_readme_leads_to_it():
    assert len(PAGE.read_text("utf-8").splitlines()) <= 200
    assert "(SECURITY.md)" in (PROJECT / "README.md").read_text("utf-8")


def names_in(path: Path) -> set[str]:
    """Return the names of the tests in a file; of one that isn't there, none."""
    if not path.is_file():
        return set()
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
