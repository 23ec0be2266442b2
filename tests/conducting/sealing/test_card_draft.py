"""A card that is being written is on the disk under its own key alone, and goes together with it."""

from pathlib import Path

import pytest

from facilitator.conducting.sealing import seals
from facilitator.conducting.sealing.card_draft import CannotUnseal, CardDraft
from facilitator.storage.card_keys import CardKeys
from facilitator.storage.draft import DraftInFile
from tests.disks import HangingFiles

pytestmark = pytest.mark.usefixtures("cheap_guesses")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sessions"
    folder.mkdir()
    return folder


def draft_in(folder: Path, panelist: str = "cfo") -> CardDraft:
    """The draft as another process finds it."""
    return CardDraft(DraftInFile(folder / "s.card"), CardKeys(folder / "s.card.keys"), "s", panelist)


def begun(folder: Path, passphrase: str = "") -> CardDraft:
    draft = draft_in(folder)
    draft.begin(passphrase)
    draft.save("a canary, three of fi")
    return draft


def test_nobody_waits_for_a_disk_that_hangs_to_take_its_key(home, hanging_disk: HangingFiles):
    (home / "library").mkdir()
    draft = draft_in(home / "library")
    draft.begin()
    hanging_disk.hang()
    with pytest.raises(OSError, match="no answer"):
        draft.save("half a card")


@pytest.mark.parametrize("passphrase", ["", "long enough"])
def test_it_is_there_again_under_its_key_and_nowhere_readable(folder: Path, passphrase: str):
    draft = begun(folder, passphrase)
    assert not any(b"canary" in path.read_bytes() for path in folder.iterdir())
    again = draft_in(folder)
    assert (again.is_there, again.needs_passphrase) == (True, bool(passphrase))
    again.resume(passphrase)
    assert again.load() == "a canary, three of fi"
    assert again.key == draft.key
    again.save("a canary, three of five")
    last = draft_in(folder)
    last.resume(passphrase)
    assert last.load() == "a canary, three of five"


def test_with_a_passphrase_there_is_no_key_in_any_file(folder: Path):
    begun(folder, "long enough")
    assert [path.name for path in folder.iterdir()] == ["s.card"]


def test_it_opens_with_nothing_else(folder: Path):
    begun(folder, "long enough")
    for guess in ("", "a guess"):
        with pytest.raises(CannotUnseal):
            draft_in(folder).resume(guess)
    with pytest.raises(CannotUnseal):
        draft_in(folder, "ceo").resume("long enough")


def test_without_its_key_it_can_only_be_begun_anew(folder: Path):
    begun(folder)
    (folder / "s.card.keys").unlink()
    again = draft_in(folder)
    with pytest.raises(CannotUnseal):
        again.resume()
    again.begin()
    assert again.load() == ""
    again.save("anew")
    last = draft_in(folder)
    last.resume()
    assert last.load() == "anew"


def test_a_damaged_key_file_is_no_key(folder: Path):
    begun(folder)
    (folder / "s.card.keys").write_bytes(b"{")
    with pytest.raises(CannotUnseal):
        draft_in(folder).resume()


def test_it_goes_with_its_key(folder: Path):
    begun(folder).clear()
    assert list(folder.iterdir()) == []


def test_what_is_only_begun_leaves_nothing(folder: Path):
    draft_in(folder).begin()
    assert list(folder.iterdir()) == []


def test_its_draft_does_not_open_as_the_card(folder: Path):
    draft = begun(folder)
    with pytest.raises(CannotUnseal):
        seals.unsealed((folder / "s.card").read_text(), "s/cfo/1", draft.key.secret)


def test_where_no_key_can_be_kept_no_card_is(folder: Path):
    draft = CardDraft(DraftInFile(folder / "s.card"), CardKeys(folder / "nowhere/s.card.keys"), "s", "cfo")
    draft.begin()
    with pytest.raises(OSError, match="can't be written"):
        draft.save("a canary")
    assert not (folder / "s.card").exists()


def test_a_key_that_cannot_be_destroyed_is_told(folder: Path):
    draft = begun(folder)
    (folder / "s.card.keys").unlink()
    (folder / "s.card.keys").mkdir()
    with pytest.raises(OSError, match="can't be removed"):
        draft.clear()


@pytest.mark.parametrize("passphrase", ["", "long enough"])
def test_what_was_submitted_under_its_key_is_no_draft_any_more(folder: Path, passphrase: str):
    key = begun(folder, passphrase).key
    submitted = seals.sealed(b"the card", "another context", key)
    place = DraftInFile(folder / "s.card"), CardKeys(folder / "s.card.keys"), "s", "cfo"
    assert CardDraft(*place, [seals.sealed(b"", "", seals.random_key())]).is_there
    assert not CardDraft(*place, [submitted]).is_there
    assert list(folder.iterdir()) == []
