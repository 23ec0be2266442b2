"""What a router keeps: its own key and its rooms, some of them beforehand."""

import pytest
from msgspec.structs import replace

from facilitator.files.durable import StorageError
from facilitator.files.lock import exclusive
from facilitator.storage.routing.router_keys import ROOMS_BEFOREHAND, RouterKeysFile


@pytest.fixture
def file(tmp_path) -> RouterKeysFile:
    return RouterKeysFile(tmp_path / "data" / "router.keys")


def test_it_comes_back_with_as_many_rooms_beforehand_as_there_should_be(file):
    keys = file.load()
    assert keys.rooms == ()
    file.save(replace(keys, place="0.0.0.0:1", addresses=("10.0.0.5:1",)))
    first = file.load()
    assert (first.authority, first.place, len(first.rooms)) == (keys.authority, "0.0.0.0:1", ROOMS_BEFOREHAND)
    file.save(replace(first, rooms=(replace(first.rooms[0], panel="VP Sales"), *first.rooms[1:])))
    second = file.load()
    assert second.panels == ("VP Sales",)
    assert len({room.room for room in second.rooms}) == len({room.password for room in second.rooms}) == 17
    assert [room.room for room in second.rooms[:16]] == [room.room for room in first.rooms]


@pytest.mark.parametrize("content", ['{"authority": 1}', f'{{"newer":{"[" * 5000}{"]" * 5000}}}'])
def test_damage_is_told(file, tmp_path, content):
    file.save(file.load())
    (tmp_path / "data" / "router.keys").write_text(content)
    with pytest.raises(StorageError, match="damaged"):
        file.load()


def test_nobody_else_changes_it_meanwhile(file, tmp_path):
    with file.alone(), pytest.raises(StorageError, match="locked"), exclusive(tmp_path / "data" / "router.lock", 0.01):
        pass
