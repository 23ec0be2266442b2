"""The data folder is the one that was opened, whatever is put in its place, and no link in it is followed."""

import errno
import os
from pathlib import Path

import pytest

from facilitator.files import durable, foreign, own_folder
from facilitator.files.final_name import give_name
from facilitator.files.own_folder import OwnFolder
from facilitator.files.unfinished import remove


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A folder of somebody else's, in which the same names stand."""
    for name in ("sessions", "gone"):
        (tmp_path / "theirs" / name).mkdir(parents=True)
    (tmp_path / "theirs/sessions/a").write_text("theirs")
    return tmp_path / "theirs"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data/sessions").mkdir(parents=True)
    (tmp_path / "data/sessions/a").write_text("ours")
    return tmp_path / "data"


@pytest.fixture
def own(root: Path) -> OwnFolder:
    """The data folder, after something in it was used."""
    own = OwnFolder(root)
    durable.sync_folder(root)
    return own


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_a_link_in_its_place_leads_nobody_away(own, root: Path, theirs: Path, tmp_path: Path):
    root.rename(tmp_path / "moved")
    root.symlink_to(theirs)
    a = root / "sessions/a"
    assert foreign.content(a) == b"ours"
    durable.replace(a, b"new")
    durable.create_with(root / "sessions/b", b"b")
    durable.put_aside(a, b"damage", "torn")
    durable.make_folder(root / "debriefs")
    durable.tighten(root / "sessions")
    own_folder.remove(root / "sessions/b")
    give_name(root / "debriefs", root / "exports")
    remove(root / "exports")
    assert contents(theirs) == {"sessions/a": "theirs"}
    assert sorted(path.name for path in theirs.iterdir()) == ["gone", "sessions"]
    assert contents(tmp_path / "moved") == {"sessions/a": "new", "sessions/a.torn-1": "damage"}


def test_what_is_looked_for_is_looked_for_in_it_whatever_stands_in_its_place(own, root: Path, theirs: Path, tmp_path):
    (theirs / "sessions/bait").write_text("theirs")
    root.rename(tmp_path / "moved")
    root.symlink_to(theirs)
    bait = root / "sessions/bait"
    assert bait.exists(), "by its path"
    assert (own_folder.is_there(bait), own_folder.is_file(bait), own_folder.status(bait)) == (False, False, None)
    assert own_folder.paths_in(root / "sessions") == [root / "sessions/a"]
    assert not own_folder.is_folder(root / "gone")
    found = own_folder.status(root / "sessions/a")
    assert found is not None
    assert found.st_size == len("ours")


def test_of_a_link_it_is_known_that_it_is_there_and_no_file(own, root: Path, theirs: Path):
    link = root / "sessions/link"
    link.symlink_to(theirs / "sessions/a")
    assert (own_folder.is_there(link), own_folder.is_file(link)) == (True, False)
    assert own_folder.paths_in(root / "nothing") == own_folder.paths_in(root / "sessions/a") == []
    link.unlink()
    own_folder.name_too(root / "sessions/a", link)
    assert (own_folder.is_file(link), link.read_text()) == (True, "ours")


def test_another_folder_in_its_place_is_not_taken_for_it(own, root: Path, theirs: Path, tmp_path: Path):
    root.rename(tmp_path / "moved")
    theirs.rename(root)
    assert foreign.content(root / "sessions/a") == b"ours"


@pytest.mark.parametrize(
    "use",
    [
        foreign.content,
        durable.create,
        own_folder.remove,
        lambda path: durable.replace(path, b"new"),
        lambda path: durable.sync_folder(path.parent),
        lambda path: own_folder.make_folder(path.with_name("new"), 0o700),
        lambda path: own_folder.rename(path, path.with_name("new")),
        lambda path: own_folder.remove_folder(path.with_name("gone")),
        lambda path: own_folder.rename(path.parents[1] / "there", path),
    ],
)
def test_a_link_inside_is_told_and_not_followed(own, use, root: Path, theirs: Path):
    (root / "sessions").rename(root / "before")
    (root / "there").write_text("ours")
    (root / "sessions").symlink_to(theirs / "sessions")
    with pytest.raises(OSError, match="symbolic") as raised:
        use(root / "sessions/a")
    assert raised.value.errno == errno.ELOOP
    assert contents(theirs) == {"sessions/a": "theirs"}


def test_a_file_where_a_folder_should_be_is_no_link(own, root: Path):
    with pytest.raises(NotADirectoryError):
        foreign.content(root / "sessions/a/b")


def test_its_owner_may_have_put_a_link_there(root: Path, tmp_path: Path):
    (tmp_path / "link").symlink_to(root)
    own = OwnFolder(tmp_path / "link")
    durable.replace(tmp_path / "link/sessions/a", b"new")
    assert own.opened().number >= 0
    assert (root / "sessions/a").read_text() == "new"


def test_it_may_be_named_from_the_current_folder(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(root.parent)
    own = OwnFolder(Path("data"))
    assert foreign.content(Path("data/sessions/a")) == b"ours"
    assert own.opened().number >= 0


def test_a_new_one_takes_the_place_of_one_that_is_gone(own, root: Path):
    remove(root)
    with pytest.raises(FileNotFoundError):
        durable.create(root / "a")
    durable.make_folder(root / "sessions")
    durable.create_with(root / "sessions/a", b"new")
    assert (root / "sessions/a").read_text() == "new"


@pytest.mark.parametrize("is_link", [True, False])
def test_but_no_link_and_none_of_somebody_elses(own, root: Path, theirs: Path, is_link, monkeypatch):
    remove(root)
    if is_link:
        root.symlink_to(theirs)
    else:
        theirs.rename(root)
        monkeypatch.setattr(os, "getuid", lambda: 4711)
    with pytest.raises(OSError, match="symbolic" if is_link else "permitted"):
        foreign.content(root / "sessions/a")


def test_removing_says_whether_there_was_something(own, root: Path):
    assert own_folder.remove(root / "sessions/a")
    assert not own_folder.remove(root / "sessions/a")


def test_it_is_closed_when_nobody_remembers_it(root: Path):
    own = OwnFolder(root)
    number = own.opened().number
    assert os.fstat(number).st_ino == root.stat().st_ino
    del own
    with pytest.raises(OSError, match="descriptor"):
        os.fstat(number)
