"""What else there is of an erased note goes too: drafts, damage, copies, debriefs; what was begun is finished."""

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.storage.journal import Journal
from facilitator.workspace.erasing.clearing_away import begin, is_begun
from facilitator.workspace.exports import save_all
from facilitator.workspace.retention import erase_session
from facilitator.workspace.workspace import Workspace
from tests.workspace.erasing.secrets_of_sessions import ended as ended
from tests.workspace.erasing.secrets_of_sessions import said, with_secret


def test_drafts_damage_and_copies_go_as_well(workspace, ended, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    journal = workspace.home.path(ended, "journal")
    copy = tmp_path / f"{ended}-copy-1.journal"
    copy.write_bytes(journal.read_bytes())
    (line,) = [line for line in journal.read_bytes().splitlines(keepends=True) if b"of zanzibar" in line]
    torn = workspace.home.path(ended, "journal.torn-1")
    torn.write_bytes(line[:-4] + b"\n" + b"something else\n")
    workspace.home.path(ended, "draft").write_text("better: zanzibar")
    (workspace.debriefs() / "clipboard.txt").write_text("zanzibar")
    said(workspace, ended, "/erase 2")
    assert with_secret(tmp_path) == []
    assert torn.read_bytes() == b"something else\n"
    with Journal.open(copy) as left:
        assert len(left.events) > 4


def test_damage_that_may_have_it_is_named(workspace, ended):
    torn = workspace.home.path(ended, "journal.torn-1")
    torn.write_bytes(b'{"id":"??","fact":{"text":"zanzibar"}}\n')
    said(workspace, ended, "/erase 2")
    assert torn.exists()
    assert str(torn) in workspace.notices[f"damage {ended}"]


def test_where_no_damage_is_left_none_is_named(workspace, ended):
    said(workspace, ended, "/erase 2")
    assert f"damage {ended}" not in workspace.notices


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("/edit 2 worse: zanzi", True),
        ("a thought\n/EDIT n2 zanzi", True),
        ("/edit 3 the third one", False),
        ("/goto 2 zanzi", False),
        ("a new thought", False),
    ],
)
@pytest.mark.parametrize("killed", [False, True])
def test_a_draft_that_was_to_change_an_erased_note_goes_and_no_other(workspace, ended, monkeypatch, line, goes, killed):
    draft = workspace.home.path(ended, "draft")
    draft.write_text(line)
    with monkeypatch.context() as broken:
        if killed:
            broken.setattr("facilitator.workspace.erasing.note_erasing.NoteErasing.close", lambda erasing: None)
        said(workspace, ended, "/erase 2")
    workspace.finish_what_was_begun()
    assert draft.exists() is not goes


def test_a_process_that_was_killed_meanwhile_is_gone_on_with(workspace, ended, tmp_path, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("facilitator.storage.places.two_places.LogInTwoPlaces.forget", lambda log, left_of: None)
        broken.setattr("facilitator.workspace.erasing.note_erasing.NoteErasing.close", lambda erasing: None)
        said(workspace, ended, "/erase 2")
    assert with_secret(tmp_path)
    assert "zanzibar" not in str(workspace.events(ended))
    assert is_begun(workspace.home, ended)
    next_one = Workspace(workspace.home.root, warn=print)
    next_one.finish_what_was_begun()
    assert with_secret(tmp_path) == []
    assert not is_begun(workspace.home, ended)


def test_what_was_begun_and_never_recorded_is_no_more_than_that(workspace, ended, tmp_path):
    begin(workspace.home, ended)
    before = with_secret(tmp_path)
    workspace.finish_what_was_begun()
    assert with_secret(tmp_path) == before
    assert not is_begun(workspace.home, ended)


def test_an_interview_that_never_ended_is_written_anew_as_well(workspace, ended, tmp_path):
    said(workspace, ended, "/reopen")
    save_all(workspace, debrief(*workspace.read(ended)), ("md",), follows=True)
    said(workspace, ended, "/erase 2")
    assert with_secret(tmp_path) == []


def test_what_was_begun_of_a_session_that_is_gone_is_no_more_than_that(workspace, ended):
    begin(workspace.home, ended)
    erase_session(workspace, ended)
    workspace.finish_what_was_begun()
    assert not is_begun(workspace.home, ended)
