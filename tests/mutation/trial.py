"""The tests against one mutant, in a process of its own.

The process is forked from one that has loaded pytest but nothing of the program, which saves most of the
time. The changed module is handed to the import system and never written to disk, so that nothing has to
be put back, whenever a run is stopped.
"""

import os
import resource
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import hypothesis  # noqa: F401  loaded here once instead of in every child
import pytest

TESTS = Path("tests/domain")
ARGUMENTS = (
    "--ignore=tests/domain/time/test_generated_histories.py",  # a hundred thousand histories: 15 s
    # Measures time, and would kill whatever is tried while the machine is busy.
    "--deselect=tests/domain/time/test_clock_face.py::test_a_glance_at_a_long_interview_costs_little",
    *("--exitfirst", "--quiet", "--hypothesis-profile=mutants"),
    *("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:syrupy", "-p", "no:textual-snapshot"),
)
BROKEN = 3
"""The exit status where not even pytest could start."""
MEMORY = 4 << 30
"""Bytes that a mutant may take, which might append for ever."""


class Changed(SourceFileLoader):
    """Finds one module on the way of imports, and loads it from a changed source."""

    def __init__(self, path: Path, code: str):
        super().__init__(module_name(path), str(path.resolve()))
        self.code = code

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        return spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        return self.source_to_code(self.code.encode(), self.path)


class NearestFirst:
    """Runs a module's own tests first, and properties, which are slow, last."""

    def __init__(self, path: Path):
        self.own = f"test_{path.stem}.py"

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=self.distance)

    def distance(self, item: pytest.Item) -> tuple[bool, bool]:
        return item.get_closest_marker("hypothesis") is not None, item.path.name != self.own


def module_name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def start(path: Path, code: str, seconds: int) -> int:
    """Start the tests with `code` in place of what stands in `path`; return the number of the process.

    Its exit status is pytest's, or it is ended by a signal after `seconds` of processor time.
    """
    process = os.fork()
    if process == 0:
        status = BROKEN
        try:
            status = run_tests(path, code, seconds)
        finally:
            os._exit(status)
    return process


def run_tests(path: Path, code: str, seconds: int) -> int:
    """Run the tests of the module's room, which kill most, and if they pass, those of all the domain."""
    os.setpgid(0, 0)  # Ctrl-C stops the run, and is no test that failed.
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.meta_path.insert(0, Changed(path, code))
    room = TESTS / path.parts[2]
    near = pytest.main([str(room), "-m", "not hypothesis", *ARGUMENTS], plugins=[NearestFirst(path)])
    return near or pytest.main([str(TESTS), *ARGUMENTS], plugins=[NearestFirst(path)])
