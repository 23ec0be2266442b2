"""Invites and the keys of a guest: for their owner alone, the same after a restart, and gone with the session."""

import stat

import pytest
from msgspec.structs import replace

from facilitator.domain.facts.kinds.panel import Role
from facilitator.files.durable import StorageError
from facilitator.storage.home import Home
from facilitator.storage.invites import GuestKeys, Invites, KeptInvite
from facilitator.storage.retaining import collecting
from facilitator.storage.retaining.belongings import belongings

INVITE = KeptInvite(text="facilitator1-abc", seat="bo", role=Role.SHADOW, until=7)


@pytest.fixture
def home(tmp_path) -> Home:
    home = Home(tmp_path / "home")
    home.sessions.mkdir(parents=True)
    return home


def test_an_invite_is_found_by_its_id_and_nothing_else_is(home):
    Invites(home, "s").save("ab12", INVITE)
    assert Invites(home, "s").find("ab12") == INVITE
    assert Invites(home, "s").find("ab13") is None
    assert Invites(home, "t").find("ab12") is None
    assert Invites(home, "s").find("../s") is None


def test_a_damaged_one_is_none(home):
    Invites(home, "s").save("ab12", INVITE)
    home.path("s", "invite.ab12").write_bytes(b"{")
    assert Invites(home, "s").find("ab12") is None


def test_they_are_private_erased_with_the_session_and_never_handed_out(home):
    home.path("s", "journal").touch()
    Invites(home, "s").save("ab12", INVITE)
    path = home.path("s", "invite.ab12")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path in belongings(home, "s").kept
    assert not any("invite" in name for name in collecting.kept(home, "s"))


def test_where_one_cant_be_kept_that_is_told(tmp_path):
    with pytest.raises(StorageError, match="can't be written"):
        Invites(Home(tmp_path / "missing"), "s").save("ab12", INVITE)


def test_a_guest_has_the_same_keys_again_until_they_are_removed(home):
    made = GuestKeys(home, "ab12").load_or_make()
    assert [len(key) for key in made] == [32, 32]
    assert GuestKeys(home, "ab12").load_or_make() == made
    assert GuestKeys(home, "ab13").load_or_make() != made
    assert stat.S_IMODE((home.joining / "ab12.keys").stat().st_mode) == 0o600
    GuestKeys(home, "ab12").remove()
    assert GuestKeys(home, "ab12").load_or_make() != made


def test_half_written_keys_are_made_anew(home):
    GuestKeys(home, "ab12").load_or_make()
    (home.joining / "ab12.keys").write_bytes(b"half")
    assert len(GuestKeys(home, "ab12").load_or_make()[0]) == 32


def numbered(home: Home, number: int) -> str:
    name = f"{number:016d}"
    Invites(home, "s").save(name, replace(INVITE, until=number, is_numbered=True))
    return name


def test_each_is_kept_once_and_they_are_counted(home):
    assert Invites(home, "s").count() == 0
    assert Invites(home, "s").save("ab12", INVITE)
    assert not Invites(home, "s").save("ab12", replace(INVITE, seat="cy"))
    Invites(home, "t").save("cd34", INVITE)
    assert Invites(home, "s").count() == 1
    assert Invites(home, "s").find("ab12") == INVITE


def test_one_that_is_withdrawn_is_gone_and_those_to_other_seats_stay(home):
    invites = Invites(home, "s")
    invites.save("ab12", INVITE)
    invites.save("cd34", replace(INVITE, seat="cy"))
    home.path("s", "invite.ef56").write_bytes(b"{")
    invites.withdraw("bo")
    assert (invites.find("ab12"), invites.count()) == (None, 2)


def test_a_late_one_goes_a_day_after_and_of_a_numbered_one_the_name_stays(home):
    invites, day = Invites(home, "s"), 24 * 3_600_000
    invites.save("ab12", INVITE)
    name = numbered(home, 7)
    invites.clear_late(day + 7)
    assert invites.count() == 2
    invites.clear_late(day + 8)
    left = invites.find(name)
    assert left is not None
    assert (invites.count(), left.text, left.seat, left.is_numbered) == (1, "", "", True)
    invites.clear_late(day + 9)
    assert invites.find(name) == left


def test_where_nothing_can_be_read_nothing_is_withdrawn(tmp_path):
    Invites(Home(tmp_path / "missing"), "s").withdraw("bo")


def test_one_that_somebody_else_wrote_is_cleaned_and_none_if_it_is_nested_without_end(home):
    written = '{"text":"x","seat":"bo","role":"panelist","until":1,"name":"Di\\u001b]52;c;aGk=\\u0007"%s}'
    home.path("s", "invite.ab12").write_text(written % "")
    found = Invites(home, "s").find("ab12")
    assert found is not None
    assert found.name == "Di]52;c;aGk="
    home.path("s", "invite.ab12").write_text(written % f',"newer":{"[" * 5000}{"]" * 5000}')
    assert Invites(home, "s").find("ab12") is None
