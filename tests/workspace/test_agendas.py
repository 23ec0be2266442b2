"""Agendas by name: those that come with the program, and files of one's own."""

import json
from pathlib import Path

import pytest

from facilitator.agenda_files.outline import Outline
from facilitator.agenda_files.schema import schema
from facilitator.workspace.agendas import (
    bundled_names,
    find_agenda,
    is_bundled,
    load_named,
    name_schema,
    own_copy,
    source_of,
    write_outline,
)
from facilitator.workspace.workspace import Workspace

OUTLINE = Outline("VP Sales", "Find out", 3600, (("Ann Lee", "CEO"),), ("Hiring",))


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


def test_a_bundled_one_is_copied_but_never_over_a_file(tmp_path: Path):
    bundled = find_agenda("vp-sales-final")
    assert isinstance(bundled, Path)
    assert is_bundled(bundled)
    mine = own_copy(bundled, tmp_path)
    assert mine.read_bytes() == bundled.read_bytes()
    assert not is_bundled(mine)
    with pytest.raises(FileExistsError):
        own_copy(bundled, tmp_path)


def test_a_first_one_is_called_after_its_title_and_replaces_nothing(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert [write_outline(OUTLINE, None).name for _ in range(2)] == ["vp-sales.yaml", "vp-sales-2.yaml"]
    with pytest.raises(FileExistsError):
        write_outline(OUTLINE, tmp_path / "vp-sales.yaml")
    assert load_named("vp-sales.yaml").complaints == ()


def test_a_file_names_its_schema_and_stays_as_it_was_otherwise(tmp_path: Path, workspace: Workspace):
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"title: caf\xe9\n")
    path.chmod(0o644)
    name_schema(workspace, path)
    first, rest = path.read_bytes().split(b"\n", 1)
    assert rest == b"title: caf\xe9\n"
    assert path.stat().st_mode & 0o777 == 0o644
    assert first.decode().endswith(workspace.home.schema.as_uri())
    assert json.loads(workspace.home.schema.read_text("utf-8")) == schema()


def test_a_file_in_markdown_is_read_as_a_guide_whatever_the_case_of_its_suffix(tmp_path: Path):
    for name in ("guide.md", "guide.MD", "guide.markdown"):
        path = tmp_path / name
        path.write_text("# Talk\n\n## Hello (5 min)\n\n- How are you?\n", "utf-8")
        agenda = load_named(str(path)).agenda
        assert agenda is not None
        assert [question.ask for question in agenda.questions] == ["How are you?"]


def test_a_guide_in_markdown_has_no_schema(tmp_path: Path, workspace: Workspace):
    path = tmp_path / "mine.md"
    path.write_text("# Mine\n")
    name_schema(workspace, path)
    assert path.read_text() == "# Mine\n"
    assert not workspace.home.schema.exists()
