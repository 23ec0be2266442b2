"""Agendas are listed, checked and described; whatever a file holds, there is no traceback."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import program


def test_the_bundled_agendas_are_listed():
    answer = program("agendas")
    assert answer.returncode == 0
    assert "vp-sales-final" in answer.stdout
    assert "1:30:00" in answer.stdout


@pytest.mark.parametrize("command", ["run", "check", "rehearse"])
def test_a_wrong_agenda_is_exit_2_with_every_complaint_located(command: str, tmp_path: Path, script: Path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("titel: X\nsegments:\n  - {title: A, length: -5m}\n", encoding="utf-8")
    arguments = (command, wrong, "--script", script) if command == "rehearse" else (command, wrong)
    answer = program(*arguments)
    told = answer.stdout + answer.stderr
    assert answer.returncode == 2
    assert f"{wrong}:1:1: error:" in told
    assert "did you mean 'title'?" in told
    assert f"{wrong}:3:24: error:" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[[[[", b"a: &a [*a]", b"just text", b"\x00"])
def test_whatever_a_file_holds_there_is_no_traceback(content: bytes, tmp_path: Path):
    path = tmp_path / "agenda.yaml"
    path.write_bytes(content)
    answer = program("check", path)
    assert answer.returncode == 2
    assert answer.stdout.startswith(f"{path}:")
    assert "Traceback" not in answer.stderr


def test_a_sound_agenda_is_told_so():
    answer = program("check", "vp-sales-final")
    assert answer.returncode == 0
    assert "nothing to complain of" in answer.stdout


def test_the_schema_is_json():
    assert json.loads(program("schema").stdout)["$schema"].startswith("https://json-schema.org/")
