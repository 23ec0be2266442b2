"""`kill -9` during note-taking, for real: no kept note is lost, and every session opens again."""

import json
import os
import subprocess
import sys
from pathlib import Path

KILLS = 300
SEED = 20261201


def test_kills_lose_no_kept_note(tmp_path):
    script = Path(__file__).with_name("killing.py")
    ran = subprocess.run(
        [sys.executable, script, tmp_path / "home", str(KILLS), str(SEED)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout)
    assert seen["kills"] == KILLS
    assert seen["kept"] > KILLS
    assert seen["torn"] > KILLS / 40  # the kills did strike while something was being written
