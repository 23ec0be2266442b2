"""CardKeys are private, there as soon as `add` returns, and gone for good once nothing needs them."""

import stat
from pathlib import Path

import pytest

from facilitator.files import durable
from facilitator.files.durable import StorageError
from facilitator.storage.card_keys import CardKeys

KEY = bytes(range(32))


def test_a_key_is_there_for_the_next_process_and_for_nobody_else(tmp_path: Path):
    CardKeys(tmp_path / "s.keys").add("k1", KEY)
    assert CardKeys(tmp_path / "s.keys").get("k1") == KEY
    assert CardKeys(tmp_path / "s.keys").get("k2") is None
    assert stat.S_IMODE((tmp_path / "s.keys").stat().st_mode) == 0o600


def test_a_key_that_nothing_needs_is_in_no_file(tmp_path: Path):
    keys = CardKeys(tmp_path / "s.keys")
    keys.add("k1", KEY)
    keys.add("k2", bytes(32))
    keys.keep_only({"k2", "unknown"})
    assert (keys.get("k1"), keys.get("k2")) == (None, bytes(32))
    keys.keep_only(frozenset())
    assert not list(tmp_path.glob("s.*"))


@pytest.mark.parametrize("needed", [frozenset(), {"k1"}])
def test_neither_is_one_that_a_killed_process_was_writing(tmp_path: Path, needed):
    keys = CardKeys(tmp_path / "s.keys")
    keys.add("k1", KEY)
    durable.half_written(tmp_path / "s.keys").write_bytes(b'{"k1": "AAEC", "k2": "')
    keys.keep_only(needed)
    assert [path.name for path in tmp_path.glob("s.*")] == (["s.keys"] if needed else [])


def test_a_damaged_file_that_nothing_needs_goes_as_well(tmp_path: Path):
    (tmp_path / "s.keys").write_bytes(b"{")
    CardKeys(tmp_path / "s.keys").keep_only(frozenset())
    assert not list(tmp_path.glob("s.*"))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"k1": 1}', b"\xff"])
def test_a_damaged_file_is_said_to_be_so(tmp_path: Path, content):
    (tmp_path / "s.keys").write_bytes(content)
    with pytest.raises(StorageError, match="damaged"):
        CardKeys(tmp_path / "s.keys").get("k1")
