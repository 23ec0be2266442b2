"""CardKeys are private, there as soon as `add` returns, and gone for good once forgotten."""

import stat
from pathlib import Path

import pytest

from facilitator.files.durable import StorageError
from facilitator.storage.card_keys import CardKeys

KEY = bytes(range(32))


def test_a_key_is_there_for_the_next_process_and_for_nobody_else(tmp_path: Path):
    CardKeys(tmp_path / "s.keys").add("k1", KEY)
    assert CardKeys(tmp_path / "s.keys").get("k1") == KEY
    assert CardKeys(tmp_path / "s.keys").get("k2") is None
    assert stat.S_IMODE((tmp_path / "s.keys").stat().st_mode) == 0o600


def test_a_forgotten_key_is_in_no_file(tmp_path: Path):
    keys = CardKeys(tmp_path / "s.keys")
    keys.add("k1", KEY)
    keys.add("k2", bytes(32))
    keys.forget(key_id for key_id in ("k1", "unknown"))
    assert (keys.get("k1"), keys.get("k2")) == (None, bytes(32))
    keys.forget(["k2"])
    assert not list(tmp_path.glob("s.*"))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"k1": 1}', b"\xff"])
def test_a_damaged_file_is_said_to_be_so(tmp_path: Path, content):
    (tmp_path / "s.keys").write_bytes(content)
    with pytest.raises(StorageError, match="damaged"):
        CardKeys(tmp_path / "s.keys").get("k1")
