"""The keys of a device stay on it, for its owner alone, and are never handed out with the session."""

import stat

import msgspec
import pytest
from msgspec.structs import replace

from facilitator.files.durable import StorageError
from facilitator.storage.home import Home
from facilitator.storage.panel_keys import PanelKeys, PanelKeysFile, Reaches
from facilitator.storage.retaining import collecting
from facilitator.storage.retaining.belongings import belongings

KEYS = PanelKeys(
    panel="0" * 32, seat="ann", sign_key=bytes(32), host_key=bytes(range(32)), group_keys=(bytes(64), bytes(range(64)))
)


@pytest.fixture
def home(tmp_path) -> Home:
    home = Home(tmp_path / "home")
    home.sessions.mkdir(parents=True)
    return home


def test_they_come_back_as_they_were(home):
    PanelKeysFile(home.path("s", "panel")).save(KEYS)
    assert PanelKeysFile(home.path("s", "panel")).load() == KEYS
    PanelKeysFile(home.path("s", "panel")).save(replace(KEYS, seat="bo"))
    assert PanelKeysFile(home.path("s", "panel")).load() == replace(KEYS, seat="bo")


def test_a_session_of_one_device_has_none(home):
    assert PanelKeysFile(home.path("s", "panel")).load() is None


def test_only_their_owner_can_read_them(home):
    PanelKeysFile(home.path("s", "panel")).save(KEYS)
    assert stat.S_IMODE(home.path("s", "panel").stat().st_mode) == 0o600


def test_they_are_erased_with_the_session_and_never_handed_out(home):
    home.path("s", "journal").touch()
    PanelKeysFile(home.path("s", "panel")).save(KEYS)
    assert home.path("s", "panel") in belongings(home, "s").kept
    assert not any(name.endswith(".panel") for name in collecting.kept(home, "s"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff",
        b'{"panel":"short"}',
        b'{"panel":"%b","seat":"a","sign_key":"AA==","host_key":""}' % (b"0" * 32),
        b'{"newer":%b%b}' % (b"[" * 5000, b"]" * 5000),
        msgspec.json.encode(KEYS)[:-1] + b',"clock_bound_ms":1%b}' % (b"0" * 30),
    ],
)
def test_damaged_ones_are_told(home, content):
    home.path("s", "panel").write_bytes(content)
    with pytest.raises(StorageError, match="needs a new invitation"):
        PanelKeysFile(home.path("s", "panel")).load()


def test_where_they_cant_be_kept_that_is_told(tmp_path):
    with pytest.raises(StorageError, match="can't be written"):
        PanelKeysFile(tmp_path / "missing" / "s.panel").save(KEYS)


def test_what_this_device_sent_is_known_by_its_name_in_the_folder_of_the_panel(tmp_path):
    keys = replace(KEYS, device="d1", folder=str(tmp_path))
    assert list(keys.sent()) == list(KEYS.sent()) == []
    keys.place.mkdir()
    for name in ("d1.1", "d1.crumbs", "d10.1", "d2.1"):
        (keys.place / name).touch()
    assert sorted(path.name for path in keys.sent()) == ["d1.1", "d1.crumbs"]


def test_a_standing_router_is_reached_through_a_room(home):
    reaches = Reaches(addresses=("127.0.0.1:1",), authority=bytes(32), user="u", password="p")
    assert KEYS.router is None
    assert replace(KEYS, reaches=reaches).router is None
    through = replace(reaches, room="0123456789abcdef")
    assert replace(KEYS, reaches=through).router == through
