"""The list of what was written of a session says which file was meant, whatever has become of it since."""

from pathlib import Path

import pytest

from facilitator.files import foreign
from facilitator.files.durable import StorageError
from facilitator.storage.retaining import written_files
from facilitator.storage.retaining.written_files import WrittenFile, is_as_written, written


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    (tmp_path / "data/sessions").mkdir(parents=True)
    return tmp_path / "data/sessions/s.files"


def test_it_has_the_path_and_the_digest_of_each_file_in_order(listing, tmp_path: Path):
    root = tmp_path / "data"
    for path, content in ((root / "debriefs/a.md", b"a"), (tmp_path / "b.md", b"b"), (tmp_path / "c", None)):
        if content is not None:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        written_files.add(listing, root, {path: content})
    first, second, third = written(listing)
    assert (first.path, second.path) == (b"debriefs/a.md", bytes(tmp_path / "b.md"))
    assert (first.at(Path("/moved")), second.at(Path("/moved"))) == (Path("/moved/debriefs/a.md"), tmp_path / "b.md")
    assert is_as_written(root / "debriefs/a.md", first.digest)
    assert not is_as_written(root / "debriefs/a.md", second.digest)
    assert third.digest == ""
    assert listing.stat().st_mode & 0o777 == 0o600


def test_any_name_comes_back(listing, tmp_path: Path):
    path = tmp_path / "na\udcffme\n.md"
    written_files.add(listing, tmp_path / "data", {path: b""})
    assert [one.at(tmp_path) for one in written(listing)] == [path]


def test_damage_hides_no_other_line(listing, tmp_path: Path):
    for name in ("a", "b"):
        written_files.add(listing, tmp_path, {tmp_path / name: b""})
        listing.write_bytes(listing.read_bytes() + b"torn {")
    assert [one.path for one in written(listing)] == [b"a", b"b"]


def test_what_can_be_no_path_is_no_file(listing, tmp_path: Path):
    written_files.append(listing, [WrittenFile(b"a\0b", ""), WrittenFile(b"c", "")])
    assert [one.path for one in written(listing)] == [b"c"]


def test_no_list_is_an_empty_one_and_a_link_is_none(listing, tmp_path: Path):
    assert list(written(listing)) == []
    listing.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageError):
        list(written(listing))
    with pytest.raises(StorageError):
        written_files.add(listing, tmp_path, {tmp_path / "a": b""})


def test_what_cannot_be_read_is_not_as_it_was_written(tmp_path: Path, monkeypatch):
    def refuse(path: Path, most: int) -> bytes:
        raise PermissionError

    (tmp_path / "a.md").write_bytes(b"a")
    monkeypatch.setattr(foreign, "content", refuse)
    assert not is_as_written(tmp_path / "a.md", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")


def test_what_another_list_has_can_be_put_on_this_one(listing, tmp_path: Path):
    written_files.add(listing, tmp_path, {tmp_path / "a": b"a"})
    written_files.append(listing.with_name("t.files"), written(listing))
    assert list(written(listing.with_name("t.files"))) == list(written(listing))


def test_what_is_gone_can_be_taken_off_the_list(listing, tmp_path: Path):
    written_files.add(listing, tmp_path, {tmp_path / "a": b"a", tmp_path / "b": b"b"})
    written_files.list_only(listing, [one for one in written(listing) if one.path == b"b"])
    assert [one.path for one in written(listing)] == [b"b"]
