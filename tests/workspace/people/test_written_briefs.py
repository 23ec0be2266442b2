"""A brief that was written is found again: to be replaced, and to be erased with whom it is about."""

from pathlib import Path

import pytest

from facilitator.delivery.writing import write_content
from facilitator.files.durable import StorageError
from facilitator.workspace.people.written_briefs import briefs_about, erase_briefs, traces_of_brief
from facilitator.workspace.retention import belongings_of, erase_session
from facilitator.workspace.running_session import start
from tests.preparing.briefs.agendas import harbour
from tests.ui.sessions import small_agenda


def write(workspace, path: Path, candidate: str = "Robin Reyes", source: str = "small") -> Path:
    return write_content("a brief", path, path.name, traces_of_brief(workspace, source, candidate))


def session_of(workspace, candidate: str = "Robin Reyes", source: str = "small", agenda=None) -> str:
    with start(workspace, agenda or small_agenda(), source, candidate, None) as running:
        return running.conductor.session.id


def test_it_knows_its_own_as_long_as_nobody_changed_it(workspace, tmp_path: Path):
    path = write(workspace, tmp_path / "brief.md")
    traces = traces_of_brief(workspace, "small", "Robin Reyes")
    assert traces.wrote(path)
    path.write_text("mine now")
    assert not traces.wrote(path)


def test_it_goes_with_the_session_that_it_is_about_and_no_other(workspace, tmp_path: Path):
    theirs = write(workspace, tmp_path / "theirs.md", "reyes, ROBIN")
    others = [write(workspace, tmp_path / "a.md", "Sam Vale"), write(workspace, tmp_path / "b.md", source="another")]
    session = session_of(workspace)
    assert belongings_of(workspace, session).elsewhere == (theirs,)
    erase_session(workspace, session)
    assert not theirs.exists()
    assert all(path.exists() for path in others)
    assert "Robin" not in workspace.home.briefs.read_text("utf-8").replace('"another","candidate":"Robin Reyes"', "")


def test_one_with_an_earlier_name_goes_as_well(workspace, tmp_path: Path):
    earlier = write(workspace, tmp_path / "brief.md", "Robin R.")
    with start(workspace, small_agenda(), "small", "Robin R.", None) as running:
        running.conductor.submit("/with Sam Vale")
    erase_session(workspace, running.conductor.session.id)
    assert not earlier.exists()


def test_one_without_a_name_goes_with_a_session_that_has_adjustments(workspace, tmp_path: Path):
    unnamed = write(workspace, tmp_path / "brief.md", "")
    erase_session(workspace, session_of(workspace))
    assert unnamed.exists()
    erase_session(workspace, session_of(workspace, agenda=harbour()))
    assert not unnamed.exists()
    assert not workspace.home.briefs.exists()


def test_about_whom_there_is_no_session_it_is_erased_alone(workspace, tmp_path: Path):
    first, second = write(workspace, tmp_path / "a.md"), write(workspace, tmp_path / "b.md")
    second.write_text("changed")
    found = briefs_about(workspace, "Robin Reyes")
    assert erase_briefs(workspace, found) == [second]
    assert not first.exists()
    assert briefs_about(workspace, "Robin Reyes") == ()


def test_one_that_cant_be_removed_keeps_no_other_and_is_found_again(workspace, tmp_path: Path, stuck):
    paths = [write(workspace, tmp_path / name) for name in ("a.md", "b.md", "c.md")]
    stuck.add(paths[1])
    with pytest.raises(StorageError, match=f"{paths[1]} can't be erased: the disk is read-only."):
        erase_briefs(workspace, briefs_about(workspace, "Robin Reyes"))
    assert [path.exists() for path in paths] == [False, True, False]
    stuck.clear()
    assert erase_briefs(workspace, briefs_about(workspace, "Robin Reyes")) == []
    assert not paths[1].exists()
