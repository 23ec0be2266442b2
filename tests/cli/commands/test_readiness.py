"""Panelists say that they are ready; before the start the interview tells it."""

from pathlib import Path

import pytest

from tests.cli.shell import facilitator, program, ran
from tests.preparing.briefs.agendas import HARBOUR


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(HARBOUR, "utf-8")
    return path


def test_who_is_ready_is_shown_before_the_start_and_blocks_nothing(agenda: Path, tmp_path: Path):
    data = ("--data-dir", tmp_path / "data")
    said = ran(*data, "ready", agenda, "--as", "bo", "--want", "Hear how they price")
    session = said.split()[-1]
    assert said.startswith("Bo Ek is ready. To begin: facilitator resume ")
    assert ran(*data, "ready", session, "--as", "ann").startswith("Ann Lee is ready.")
    assert "planned" in ran(*data, "sessions")
    told = program(*data, "resume", session, "--plain", stdin="/start\n/quit\n").stdout
    assert told.startswith("Bo Ek is ready: “Hear how they price”\nAnn Lee is ready.\nNot yet: Cy Oz.\n")
    assert "unfinished" in ran(*data, "sessions")


def test_a_stranger_opens_no_session(agenda: Path, tmp_path: Path):
    data = ("--data-dir", tmp_path / "data")
    assert facilitator(*data, "ready", agenda, "--as", "zz").exit_code == 2
    assert "No interviews yet" in ran(*data, "sessions")
