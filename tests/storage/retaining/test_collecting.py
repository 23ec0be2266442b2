"""Everything that is kept of a session, handed over in a private folder or archive, without locks and keys."""

import stat
import zipfile
from pathlib import Path

import pytest

from facilitator.files import durable
from facilitator.files.durable import StorageError
from facilitator.storage.home import Home, UnknownSession
from facilitator.storage.retaining import collecting

FILES = {"s/debrief.md": b"# Debrief", "s/kept/s.journal": b"\x00"}


@pytest.fixture
def home(tmp_path: Path, note) -> Home:
    """A data folder with the sessions `s` and `s-2`, and an export of each."""
    home = Home(tmp_path / "data")
    for session in ("s", "s-2"):
        with home.new_session(session, "Ann", 0) as held:
            held.journal.append([note(1, session)])
            held.draft.save(session)
        home.keys(session).add("k", bytes(32))
    durable.make_folder(home.debriefs / "s-debrief-csv")
    (home.debriefs / "s-debrief-csv/notes.csv").write_text("s")
    (home.debriefs / "s-2-debrief.md").write_text("s-2")
    (home.debriefs / "clipboard.txt").write_text("of whichever session")
    return home


def test_it_is_all_of_one_session_and_nothing_of_another_or_of_the_keys(home):
    kept = collecting.kept(home, "s")
    assert set(kept) == {"s.journal", "s.draft", "s-debrief-csv/notes.csv"}
    assert b"s-2" not in b"".join(kept.values())


@pytest.mark.parametrize("kind", ["keys.new", "card-0a1b2c3d.keys", "card-0a1b2c3d.keys.new", "lock", "holder"])
def test_no_key_is_handed_out_that_a_crash_has_left(home, kind):
    home.path("s", kind).write_bytes(b"secret")
    assert b"secret" not in collecting.kept(home, "s").values()


def test_nothing_is_handed_out_to_which_a_link_leads(home, tmp_path: Path):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/mail").write_bytes(b"theirs")
    (home.sessions / "s.journal.torn-1").symlink_to(tmp_path / "theirs/mail")
    (home.debriefs / "s-debrief.md").symlink_to(tmp_path / "theirs/mail")
    (home.debriefs / "s-debrief-mail").symlink_to(tmp_path / "theirs")
    (home.debriefs / "s-debrief-csv/mail.csv").symlink_to(tmp_path / "theirs/mail")
    assert set(collecting.kept(home, "s")) == {"s.journal", "s.draft", "s-debrief-csv/notes.csv"}


def test_a_session_that_is_not_there_is_unknown(home):
    with pytest.raises(UnknownSession):
        collecting.kept(home, "../s")


def test_a_folder_is_private_and_has_every_file(tmp_path: Path):
    collecting.write(tmp_path / "out", FILES)
    assert {name: (tmp_path / "out" / name).read_bytes() for name in FILES} == FILES
    for path in (tmp_path / "out").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_an_archive_is_private_and_so_is_what_is_taken_out_of_it(tmp_path: Path):
    out = tmp_path / "out.ZIP"
    collecting.write(out, FILES)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with zipfile.ZipFile(out) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert {member.external_attr >> 16 for member in archive.infolist()} == {0o600}


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_nothing_is_overwritten(tmp_path: Path, name):
    (tmp_path / name).write_text("mine")
    with pytest.raises(StorageError, match="already exists; nothing was written"):
        collecting.write(tmp_path / name, FILES)
    assert (tmp_path / name).read_text() == "mine"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="can't be written"):
        collecting.write(tmp_path / "file/all", FILES)
