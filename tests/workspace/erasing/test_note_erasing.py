"""A note that is erased is gone from every file that the program wrote by itself, for good; who did it is told."""

from collections.abc import Mapping
from contextlib import suppress

import pytest

from facilitator.domain.debrief.debrief import debrief
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Refusal
from facilitator.domain.plan.scale import Recommendation
from facilitator.files.durable import StorageError
from facilitator.reports import FORMATS, Options, export
from facilitator.workspace.cards import submit_card
from facilitator.workspace.exports import traces_of, write_export
from facilitator.workspace.retention import place_hold, release_hold
from facilitator.workspace.running_session import in_hand
from tests.workspace.erasing.secrets_of_sessions import SECRET, said, with_secret
from tests.workspace.erasing.secrets_of_sessions import ended as ended


def test_not_a_byte_of_it_is_left_and_the_debrief_says_that_it_was_erased(workspace, ended, tmp_path):
    assert len(with_secret(tmp_path)) > 3
    assert said(workspace, ended, "/erase n2") == "Note 2 is erased."
    assert with_secret(tmp_path) == []
    (written,) = workspace.debriefs().glob("*.md")
    assert "Note n2 was erased by Ann Lee (" in written.read_text()
    session, _ = workspace.read(ended)
    assert [note.text for note in session.notes.values()] == ["the first", "the third"]


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_says_so_without_a_word_of_it(workspace, ended, format_name: str):
    said(workspace, ended, "/erase n2")
    value = debrief(*workspace.read(ended))
    made = export(value, format_name, Options(events=workspace.events(ended))).content
    sheets = made.values() if isinstance(made, Mapping) else [made]
    whole = b"".join(text if isinstance(text, bytes) else text.encode() for text in sheets)
    assert SECRET not in whole
    if isinstance(made, str):
        assert "erased" in whole.decode() or format_name not in ("md", "html", "json", "txt")


def test_what_was_called_something_is_still_called_so(workspace, ended):
    with in_hand(workspace, ended) as running:
        running.conductor.submit("/erase 2")
        running.conductor.submit("the fourth")
        running.conductor.submit("/erase 4")
        running.conductor.submit("the fifth")
        session = running.conductor.session
        assert {note.label: note.text for note in session.notes.values()} == {
            "1": "the first",
            "3": "the third",
            "5": "the fifth",
        }
    again, _ = workspace.read(ended)
    assert again == session


def test_nothing_brings_it_back(workspace, ended):
    said(workspace, ended, "/strike 2")
    said(workspace, ended, "/erase 2")
    for line in ("/undo", "/redo", "/undo"):
        with suppress(Refusal):
            assert "zanzibar" not in said(workspace, ended, line)
    with pytest.raises(Refusal, match="was erased"):
        said(workspace, ended, "/edit 2 once more")
    assert [one.called for one in workspace.read(ended)[0].erased.values()] == ["n2"]


def test_a_rating_that_cites_it_says_that_it_was_erased(workspace, ended):
    (note,) = [note.id for note in workspace.read(ended)[0].notes.values() if note.label == "2"]
    rating = Assessment(competency="craft", rating=4, evidence="see n2", notes=(note,))
    for panelist in ("ann", "bo"):
        submit_card(workspace, ended, panelist, Scorecard(recommendation=Recommendation.YES, ratings=(rating,)))
    said(workspace, ended, "/erase 2")
    (written,) = workspace.debriefs().glob("*.md")
    assert "see n2 (n2 was erased)" in written.read_text()


def test_a_hold_stops_it_and_says_so(workspace, ended, tmp_path):
    place_hold(workspace, ended, "a complaint")
    before = with_secret(tmp_path)
    with pytest.raises(Refusal, match=r"on hold by .*: a complaint"):
        said(workspace, ended, "/erase 2")
    assert with_secret(tmp_path) == before
    release_hold(workspace, ended)
    said(workspace, ended, "/erase 2")
    assert with_secret(tmp_path) == []


def test_what_was_exported_is_named_and_stays(workspace, ended, tmp_path):
    value = debrief(*workspace.read(ended))
    path = write_export(value, "md", tmp_path / "mine.md", traces=traces_of(workspace, ended))
    said(workspace, ended, "/erase 2")
    assert with_secret(tmp_path) == [str(path)]
    assert str(path) in workspace.notices[f"exports {ended}"]


def test_a_full_disk_is_told_and_it_is_tried_again(workspace, ended, tmp_path, monkeypatch):
    def full(path, data):
        raise OSError(28, "")

    with monkeypatch.context() as broken:
        broken.setattr("facilitator.files.durable.replace", full)
        with pytest.raises(StorageError, match=r"Not erased in .*: the disk is full"):
            said(workspace, ended, "/erase 2")
    workspace.finish_what_was_begun()
    assert with_secret(tmp_path) == []


def test_where_it_can_not_be_begun_nothing_was_erased(workspace, ended, tmp_path, monkeypatch):
    def full(home, session):
        raise OSError(28, "")

    before = with_secret(tmp_path)
    monkeypatch.setattr("facilitator.workspace.erasing.clearing_away.begin", full)
    with pytest.raises(Refusal, match=r"Nothing was erased: the disk is full\."):
        said(workspace, ended, "/erase 2")
    assert with_secret(tmp_path) == before


def test_what_was_undone_goes_as_well_once_it_is_erased(workspace, ended, tmp_path):
    for line in ("/erase 2", "again: zanzibar", "/undo", "something else", "zanzibar, once more", "/undo", "the last"):
        said(workspace, ended, line)
    assert with_secret(tmp_path)
    assert said(workspace, ended, "/erase undone") == "2 undone notes are erased."
    assert with_secret(tmp_path) == []
    (written,) = workspace.debriefs().glob("*.md")
    assert "**2 undone notes were erased by Ann Lee (" in written.read_text()
    session, _ = workspace.read(ended)
    assert [note.label for note in session.notes.values()] == ["1", "3", "4", "5"]


def test_what_could_be_redone_is_gone_for_good_as_well(workspace, ended, tmp_path):
    for line in ("/erase 2", "again: zanzibar", "/undo", "/erase undone"):
        said(workspace, ended, line)
    assert with_secret(tmp_path) == []
    with pytest.raises(Refusal, match="nothing to redo"):
        said(workspace, ended, "/redo")
