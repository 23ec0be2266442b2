"""A test that is skipped has failed in CI, and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SKIPPED = """
import pytest

@pytest.mark.skipif(True, reason="no such program")
def test_before():
    pass

def test_within():
    pytest.skip("no such program")
"""
MARKED = SKIPPED + '\npytestmark = pytest.mark.may_skip("a container may not")\n'
EXPECTED_TO_FAIL = "import pytest\n@pytest.mark.xfail\ndef test_it():\n    assert False\n"


@pytest.mark.parametrize(
    ("source", "ci", "outcome"),
    [
        (SKIPPED, "true", "1 failed, 1 error"),
        (SKIPPED, "", "2 skipped"),
        (MARKED, "true", "2 skipped"),
        (EXPECTED_TO_FAIL, "true", "1 xfailed"),
    ],
)
def test_only_what_is_marked_may_be_skipped_in_ci(tmp_path: Path, source: str, ci: str, outcome: str):
    file = tmp_path / "test_something.py"
    file.write_text(source, "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.skips", "--strict-markers", "--rootdir", tmp_path, file],
        cwd=PROJECT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
    )
    assert run.stdout.splitlines()[-1].startswith(outcome), run.stdout + run.stderr
