"""A TinyDB storage that no crash, full disk or second process can damage."""

from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

from facilitator.files.durable import StorageError
from facilitator.files.lock import exclusive
from facilitator.storage.forms.framing import framed
from facilitator.storage.safe_json import DamagedFile, SafeJson

TABLES = {"sessions": {"a": {"title": "Ä"}}}


@pytest.fixture
def storage(tmp_path: Path) -> SafeJson:
    return SafeJson(tmp_path / "library.json")


def test_it_gives_back_what_was_written_and_none_before(storage):
    assert storage.read() is None
    storage.write(TABLES)
    assert storage.read() == TABLES
    assert storage.path.stat().st_mode & 0o777 == 0o600


def test_tinydb_reads_and_writes_through_it(storage):
    with TinyDB(storage.path, storage=SafeJson) as database:
        database.table("other").insert({"b": 1})
    assert storage.read() == {"other": {"1": {"b": 1}}}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"sessions": 1}', b"\xff"])
def test_what_tinydb_did_not_write_is_damaged(storage, content):
    storage.path.write_bytes(content)
    with pytest.raises(DamagedFile):
        storage.read()


def test_a_flipped_bit_is_damage_even_if_it_is_still_json(storage):
    storage.write(TABLES)
    written = storage.path.read_bytes()
    for change in ((b'"a"', b'"b"'), (b"sessions", b"sessionz"), (b"\n", b"")):
        storage.path.write_bytes(written.replace(*change))
        with pytest.raises(DamagedFile):
            storage.read()


def test_a_file_from_before_there_was_a_checksum_is_read_and_gets_one(storage):
    storage.path.write_bytes(msgspec.json.encode(TABLES))
    assert storage.read() == TABLES
    storage.write(TABLES)
    assert storage.path.read_bytes() == framed(msgspec.json.encode(TABLES))


def test_a_failed_write_leaves_the_old_file(storage, monkeypatch):
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    storage.write(TABLES)
    with monkeypatch.context() as full:
        full.setattr("facilitator.files.durable.sync", fail)
        with pytest.raises(StorageError, match="disk is full"):
            storage.write({})
    assert storage.read() == TABLES


def test_damage_is_put_aside_where_it_can_be_looked_at(storage):
    storage.path.write_bytes(b"{torn")
    assert storage.put_aside().read_bytes() == b"{torn"
    assert storage.read() is None


def test_one_process_changes_it_at_a_time(storage):
    lock = storage.path.with_name("library.json.lock")
    with storage.exclusive(), pytest.raises(StorageError, match="locked"), exclusive(lock, longest_seconds=0.01):
        pass
