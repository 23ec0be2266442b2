"""A test that never ends is told of, and the others still run."""

import subprocess
import sys

LIMIT_SECONDS = "2"

THREE_TESTS = """
import signal

def test_before():
    pass

def test_that_never_ends():
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    while True:
        signal.pause()

def test_after():
    pass
"""


def test_a_test_that_never_ends_is_told_and_the_others_run(tmp_path):
    file = tmp_path / "test_three.py"
    file.write_text(THREE_TESTS)
    plugins = ["-p", "tests.time_limit", "-p", "xdist", "-n", "1"]
    limit = ["-o", f"faulthandler_timeout={LIMIT_SECONDS}"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plugins, *limit, "--rootdir", tmp_path, file],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "1 failed, 2 passed" in done.stdout
    assert "crashed while running 'test_three.py::test_that_never_ends'" in done.stdout
    assert "in test_that_never_ends" in done.stderr
