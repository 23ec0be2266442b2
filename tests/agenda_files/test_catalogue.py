"""Bundled agendas go by name, all others by path."""

from pathlib import Path

import pytest

from facilitator.agenda_files import Complaint, bundled, resolve


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "agendas"
    folder.mkdir()
    for name in ("sales-final.yaml", "screen.yaml", "script.txt"):
        (folder / name).write_text("title: x\n")
    return folder


def test_agendas_are_listed_by_name(folder: Path):
    assert bundled(folder) == ["sales-final", "screen"]
    assert bundled(folder / "none") == []


def test_a_name_or_a_path_is_found(folder: Path):
    assert resolve("screen", folder) == folder / "screen.yaml"
    assert resolve(str(folder / "screen.yaml"), folder) == folder / "screen.yaml"


def test_a_misspelt_name_is_told_with_the_nearest(folder: Path):
    found = resolve("sales-finl", folder)
    assert isinstance(found, Complaint)
    assert str(found).endswith("'sales-finl' is neither a file nor a bundled agenda (did you mean 'sales-final'?)")
    assert isinstance(resolve("x\0y", folder), Complaint)
    assert "the bundled ones are: sales-final, screen" in str(resolve("zzz", folder))


def test_a_path_to_nothing_is_left_to_the_reader_to_complain_about(folder: Path):
    assert resolve("plans/no.yaml", folder) == Path("plans/no.yaml")
