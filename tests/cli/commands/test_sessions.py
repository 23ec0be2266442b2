"""The sessions are listed, and their library mends itself."""

from pathlib import Path

from tests.cli.shell import program


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
