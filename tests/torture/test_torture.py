"""The short form of `make torture`: each deed is stopped at some of its calls, and finds what a power cut may leave."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from facilitator.files import durable
from facilitator.storage.retaining import written_files
from tests.torture.deeds import DEEDS
from tests.torture.power import cut

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize("deed", DEEDS)
def test_what_was_said_holds_whenever_the_process_is_killed(deed: str, tmp_path: Path):
    ran = subprocess.run(
        [sys.executable, "-m", "tests.torture.calls", deed, tmp_path / "home", "10"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(PROJECT), *sys.path])},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout.splitlines()[-1])["kills"] > 10


@pytest.mark.parametrize("deed", DEEDS)
def test_what_was_said_holds_whenever_the_power_is_cut(deed: str, tmp_path: Path):
    found = cut(deed, tmp_path, most=40, seed="0")
    assert found.faults == []
    assert found.states >= found.distinct >= 15


def test_a_disk_that_was_never_told_to_sync_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(durable, "sync", lambda descriptor: None)
    assert any("lost" in fault for fault in cut("keep", tmp_path, most=40, seed="0").faults)


def test_a_list_of_files_that_was_never_synced_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    add = written_files.add

    def hasty(*given: Any, **named: Any) -> None:
        with patch.object(durable, "sync", lambda descriptor: None):
            add(*given, **named)

    monkeypatch.setattr(written_files, "add", hasty)
    assert any("still in" in fault for fault in cut("csv", tmp_path, most=200, seed="0").faults)


def test_a_folder_that_was_never_synced_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(durable, "sync_folder", lambda folder: None)
    assert cut("erase", tmp_path, most=200, seed="0").faults
