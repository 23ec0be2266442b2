"""The sessions are listed, and their library mends itself."""

from pathlib import Path

import pytest

from tests.cli.shell import facilitator, program, ran
from tests.disks import FailingFiles


def test_the_library_is_rebuilt_from_the_journals(agenda: Path, script: Path, home: Path):
    program("rehearse", agenda, "--script", script, "--keep")
    listed = program("sessions").stdout
    (home / "library" / "library.json").write_text("{torn", encoding="utf-8")
    assert program("reindex").stdout.startswith("1 session in the library.")
    assert program("sessions").stdout == listed


def test_a_damaged_library_mends_itself(agenda: Path, script: Path, home: Path):
    program("rehearse", agenda, "--script", script, "--keep")
    listed = program("sessions").stdout
    (home / "library" / "library.json").write_text("{torn", encoding="utf-8")
    assert program("sessions").stdout == listed


def test_what_is_elsewhere_is_told_with_its_place(agenda: Path, script: Path, home: Path, full_disk: FailingFiles):
    facilitator("rehearse", agenda, "--script", script, "--keep")
    [there] = home.glob("facilitator-*/*.journal")
    listed = ran("sessions")
    session = there.stem.partition("-")[2]
    assert f"Not in the data folder: {session} is in {there}. facilitator resume {session}" in " ".join(listed.split())


@pytest.mark.parametrize(
    ("lines", "took"),
    [
        ("20:00 /noshow", "no-show"),
        ("00:10 /cancel flu", "cancelled"),
        ("00:00 /start\n12:00 /cancel fire alarm", "12:00, cut off"),
        ("00:00 /start\n12:00 /end", "12:00"),
        ("00:00 /start\n12:00 /pause\n20:00:00 /resume\n20:10:00 /end", "22:00"),
        ("00:00 /start", "unfinished"),
    ],
)
def test_the_list_says_how_long_it_took_or_why_it_wasnt_held(agenda: Path, tmp_path: Path, lines: str, took: str):
    script = tmp_path / "lines.script"
    script.write_text(lines, encoding="utf-8")
    ran("rehearse", agenda, "--script", script, "--keep")
    listed = " ".join(ran("sessions").split())
    assert f"2026-12-01 {took} 0" in listed
    ran("reindex")
    assert " ".join(ran("sessions").split()) == listed
