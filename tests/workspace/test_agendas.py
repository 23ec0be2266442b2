"""Agendas by name: those that come with the program, and files of one's own."""

from pathlib import Path

import pytest

from facilitator.workspace.agendas import bundled_names, find_agenda, load_named, load_source, source_of


@pytest.mark.parametrize("name", bundled_names())
def test_every_bundled_agenda_is_found_and_loaded_by_its_name(name):
    found = find_agenda(name)
    assert isinstance(found, Path)
    assert load_named(name).agenda is not None


def test_one_of_ones_own_is_found_by_its_path(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    path.write_text("title: Mine\nsegments:\n  - {title: Talk, length: 5m}\n", encoding="utf-8")
    loaded = load_named(str(path))
    assert loaded.agenda is not None
    assert loaded.agenda.title == "Mine"


def test_one_that_is_not_there_is_a_complaint():
    loaded = load_named("vp-sales-finl")
    assert loaded.agenda is None
    assert "did you mean 'vp-sales-final'?" in str(loaded.errors[0])


def test_a_session_remembers_the_whole_path_or_the_name_of_a_bundled_one(tmp_path: Path, monkeypatch):
    (tmp_path / "mine.yaml").touch()
    monkeypatch.chdir(tmp_path)
    assert source_of("mine.yaml") == str((tmp_path / "mine.yaml").resolve())
    assert source_of("vp-sales-final") == "vp-sales-final"


def test_the_file_that_a_session_was_opened_from_is_looked_at_again(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    path.write_text("title: Mine\nsegments:\n  - {title: Talk, length: 5m}\n", encoding="utf-8")
    loaded = load_source(str(path))
    assert loaded is not None
    assert loaded.title == "Mine"
    path.write_text("title: Mine\nsegments: none\n", encoding="utf-8")
    assert load_source(str(path)) is None
    path.unlink()
    assert load_source(str(path)) is None
    assert load_source("vp-sales-final") is None
