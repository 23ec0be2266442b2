"""`kill -9` at every call of the file system: what has its final name is whole, and the next start clears up."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("deed", ["export", "csv", "export-all", "start", "import", "erase"])
def test_what_has_its_name_is_whole_whenever_its_process_is_killed(deed, tmp_path: Path):
    ran = subprocess.run(
        [sys.executable, Path(__file__).with_name("killing_calls.py"), deed, tmp_path / "home"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["kills"] > 50
