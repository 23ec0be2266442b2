"""Only `facilitator/domain/text/dates.py` reads and writes dates, so that they look the same wherever they are seen."""

import ast
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
READS_AND_WRITES = {"strftime", "strptime", "isoformat", "fromisoformat", "fromtimestamp", "from_format", "format_diff"}
ALLOWED = {
    PROJECT / "facilitator/domain/text/dates.py",
    PROJECT / "facilitator/files/lock.py",  # “since 10:04” in whatever zone the machine is, also one without a name
}


def test_nobody_else_reads_or_writes_a_date():
    found = {
        f"{path.relative_to(PROJECT)}:{node.lineno}"
        for path in sorted((PROJECT / "facilitator").rglob("*.py"))
        if path not in ALLOWED
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.expr) and is_about_dates(node)
    }
    assert not found


def test_each_way_to_read_or_write_one_is_found():
    for expression in ("date.fromisoformat(text)", "moment.strftime('%H')", "f'{moment:%H:%M}'", "f'{day:%A}'"):
        assert any(map(is_about_dates, ast.walk(ast.parse(expression)))), expression


def is_about_dates(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in READS_AND_WRITES
    spec = node.format_spec if isinstance(node, ast.FormattedValue) else None
    return spec is not None and "%" in ast.unparse(spec).strip("f'\"").rstrip("%")
