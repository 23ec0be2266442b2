"""What is left of a shared session that was erased: enough to know it again, and nothing to read."""

import pytest
from msgspec.structs import replace

from facilitator.storage.home import Home
from facilitator.storage.retaining.tombstones import (
    Tombstone,
    WasErased,
    raise_stone,
    refuse_erased,
    refuse_erased_panel,
    session_hash,
    stone_of_session,
    stones,
)

PANEL = "ab" * 32
STONE = Tombstone(
    panel=PANEL,
    session=session_hash(PANEL, "2026-12-01-vp-sales-3f2a"),
    device="d" * 16,
    letters={"d" * 16: "a"},
    words={"erase": b"signed"},
)


@pytest.fixture
def home(tmp_path) -> Home:
    home = Home(tmp_path)
    raise_stone(home, STONE)
    return home


def test_its_session_and_its_panel_are_known_again(home):
    assert stone_of_session(home, "2026-12-01-vp-sales-3f2a") == STONE
    assert stone_of_session(home, "another") is None
    with pytest.raises(WasErased):
        refuse_erased(home, "2026-12-01-vp-sales-3f2a")
    with pytest.raises(WasErased):
        refuse_erased_panel(home, PANEL)
    refuse_erased(home, "another")
    refuse_erased_panel(home, "cd" * 32)


def test_its_name_cant_be_read_in_it(home):
    assert not [path for path in home.root.rglob("*") if path.is_file() and b"vp-sales" in path.read_bytes()]
    assert not list(home.root.rglob("*vp-sales*"))


def test_a_later_one_takes_its_place(home):
    raise_stone(home, replace(STONE, heard={"e" * 16: "erased"}))
    assert [one.heard for one in stones(home)] == [{"e" * 16: "erased"}]


def test_what_is_damaged_is_passed_over(home):
    (home.erased / "junk.json").write_bytes(b"{")
    assert list(stones(home)) == [STONE]
