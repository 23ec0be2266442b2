"""What belongs to a session is known by its list and by what a file holds, and a name decides only where it can."""

from pathlib import Path

import pytest

from facilitator.files import durable
from facilitator.storage.home import Home
from facilitator.storage.retaining import written_files
from facilitator.storage.retaining.belongings import belongings


@pytest.fixture
def home(tmp_path: Path, note) -> Home:
    """A data folder with the sessions `VP` and `VP-2`, and without exports."""
    home = Home(tmp_path / "data")
    for session in ("VP", "VP-2"):
        with home.new_session(session, "Ann", 0) as held:
            held.journal.append([note(1)])
    durable.make_folder(home.debriefs)
    return home


def written(home: Home, session: str, path: Path, content: str = "x") -> Path:
    path.write_text(content)
    written_files.add(home.path(session, "files"), home.root, {path: content.encode()})
    return path


def test_it_is_all_that_lies_beside_its_journal(home):
    home.path("VP", "draft").touch()
    names = {path.name for path in belongings(home, "VP").kept}
    assert names == {"VP.journal", "VP.draft", "VP.lock"}


def test_an_export_that_is_on_no_list_belongs_to_the_session_that_it_is_named_like(home):
    for name in ("vp-debrief.md", "vp-2-debrief.md", "vpx-debrief.md"):
        (home.debriefs / name).touch()
    for session, name in (("VP", "vp-debrief.md"), ("VP-2", "vp-2-debrief.md")):
        found = belongings(home, session)
        assert [path.name for path in found.kept if path.parent == home.debriefs] == [name]
        assert found.doubtful == ()


def test_one_that_is_named_like_two_sessions_is_doubtful_unless_it_is_on_a_list(home, note):
    with home.new_session("vp", "Ann", 0) as held:
        held.journal.append([note(1)])
    listed = written(home, "vp", home.debriefs / "vp-debrief.md")
    unlisted = home.debriefs / "vp-debrief.html"
    unlisted.touch()
    assert belongings(home, "VP").doubtful == (unlisted,)
    assert listed in belongings(home, "vp").kept
    assert listed not in belongings(home, "VP").whole


def test_outside_of_our_folder_it_is_what_is_there_as_it_was_written(home, tmp_path: Path):
    same = written(home, "VP", tmp_path / "same.md")
    changed = written(home, "VP", tmp_path / "changed.md")
    written(home, "VP", tmp_path / "gone.md").unlink()
    changed.write_text("mine")
    found = belongings(home, "VP")
    assert (found.elsewhere, found.doubtful) == ((same,), (changed,))


def test_in_our_folder_it_is_ours_even_if_it_was_changed(home):
    changed = written(home, "VP", home.debriefs / "other-name.md")
    changed.write_text("changed")
    assert changed in belongings(home, "VP").kept


def test_a_copy_that_cannot_be_read_is_not_taken_for_one(home, monkeypatch, tmp_path: Path):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "VP-copy-1.journal").symlink_to("nowhere")
    assert belongings(home, "VP").elsewhere == ()


def test_keys_of_a_panel_that_cannot_be_read_hide_nothing_else(home):
    home.path("VP", "panel").write_text("{")
    home.path("VP", "draft").touch()
    assert home.path("VP", "draft") in belongings(home, "VP").kept
