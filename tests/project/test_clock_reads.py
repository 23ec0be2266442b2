"""Only `facilitator/clock.py` reads a clock; everybody else is told the time."""

import ast
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

# By the last two words of a call, so that `pendulum.now`, `datetime.datetime.now` and `dt.date.today` are all found.
READS = {
    *(f"time.{name}" for name in ("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns")),
    *(f"time.{name}" for name in ("clock_gettime", "clock_gettime_ns", "localtime", "gmtime", "ctime", "strftime")),
    *(f"datetime.{name}" for name in ("now", "utcnow", "today")),
    *(f"DateTime.{name}" for name in ("now", "utcnow", "today")),
    *(f"date.{name}" for name in ("today",)),
    *(f"pendulum.{name}" for name in ("now", "today", "tomorrow", "yesterday")),
    *(f"uuid.{name}" for name in ("uuid1", "uuid6", "uuid7")),
}


def test_nobody_but_the_clock_reads_a_clock():
    found = {
        f"{path.relative_to(PROJECT)}:{line}: {read}"
        for path in sorted((PROJECT / "facilitator").rglob("*.py"))
        if path != PROJECT / "facilitator/clock.py"
        for line, read in clock_reads(path.read_text("utf-8"))
    }
    assert not found


def test_a_clock_read_is_found_however_it_was_imported():
    source = (
        "from datetime import datetime as d\nimport pendulum as p\nfrom time import time as t\nd.now(); p.now(); t()"
    )
    assert {read for _, read in clock_reads(source)} == {"datetime.now", "pendulum.now", "time.time"}


def clock_reads(source: str) -> list[tuple[int, str]]:
    """Line and name of each mention of a clock in `source`, names resolved through its imports."""
    tree = ast.parse(source)
    imported = {
        alias.asname or alias.name: f"{node.module}.{alias.name}" if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            first, dot, rest = ast.unparse(node).partition(".")
            words = (imported.get(first, first) + dot + rest).split(".")
            if ".".join(words[-2:]) in READS:
                found.append((node.lineno, ".".join(words[-2:])))
    return found
