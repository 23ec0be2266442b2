"""A test that never ends is told with the place of each thread, and its process ends: nobody waits for it.

That is `faulthandler_exit_on_timeout` of pytest 9, which the snapshot plugin's own plugin does not allow yet. Python's
timer for it needs no lock of the interpreter, so it sees a process whose threads block each other, too; xdist then
reports the test and goes on with the rest in a new process.
"""

import faulthandler
import os

import pytest

_stderr = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_stderr] = os.dup(2)  # before the tests' output is caught


def pytest_unconfigure(config: pytest.Config) -> None:
    os.close(config.stash[_stderr])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    limit_seconds = float(item.config.getini("faulthandler_timeout"))
    if limit_seconds > 0:  # pytest has just begun to count, and ends it
        faulthandler.dump_traceback_later(limit_seconds, file=item.config.stash[_stderr], exit=True)
