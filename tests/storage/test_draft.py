"""The unfinished note line is there after a crash, and gone after its note was kept."""

from pathlib import Path

import pytest

from facilitator.files.durable import StorageError
from facilitator.storage import draft
from facilitator.storage.draft import DraftInFile, DraftInTwoPlaces
from facilitator.storage.home import Home
from tests.disks import FailingFiles, HangingFiles, wait_until


@pytest.fixture
def path(tmp_path):
    return tmp_path / "s1.draft"


def test_there_is_no_draft_at_first(path):
    assert draft.load(path) == ""


@pytest.mark.parametrize("text", ["+ closed three of fi", "", "é 漢 🎤", "two\nlines"])
def test_the_last_draft_is_the_one_that_counts(path, text):
    draft.save(path, "+ clo")
    draft.save(path, text)
    assert draft.load(path) == text
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == ["s1.draft"]


def test_what_somebody_else_put_there_doesnt_act_on_the_terminal(path):
    path.write_bytes(b"+ closed\x1b]52;c;aGk=\x07 three\n\xe2\x80\xae\xff of five")
    assert draft.load(path) == "+ closed]52;c;aGk= three\n� of five"


def test_a_cleared_draft_is_gone(path):
    draft.save(path, "+ clo")
    draft.clear(path)
    draft.clear(path)
    assert draft.load(path) == ""


def test_it_is_private(path):
    draft.save(path, "+ clo")
    assert path.stat().st_mode & 0o777 == 0o600


def test_when_saving_fails_the_draft_before_still_stands(path, monkeypatch):
    draft.save(path, "first")

    def fail(fd):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("facilitator.files.durable.sync", fail)
        with pytest.raises(StorageError, match="disk is full"):
            draft.save(path, "second")
    assert draft.load(path) == "first"


def test_what_cannot_be_encoded_does_not_stop_a_draft(path):
    draft.save(path, "half a \ud83d pair")
    assert draft.load(path) == "half a ? pair"


@pytest.fixture
def in_two_places(home: Path) -> DraftInTwoPlaces:
    folder = Home(home / "library")
    folder.sessions.mkdir(parents=True)
    return DraftInTwoPlaces(folder.path("s", "draft"), folder.second_place, "s")


def of_another_process(home: Path) -> DraftInTwoPlaces:
    folder = Home(home / "library")
    return DraftInTwoPlaces(folder.path("s", "draft"), folder.second_place, "s")


def elsewhere(home: Path) -> list[Path]:
    return list(home.glob("facilitator-*/*"))


def test_on_a_full_disk_the_draft_is_kept_elsewhere_and_the_later_one_counts(home, in_two_places, full_disk):
    fails, full_disk.fails = full_disk.fails, lambda path: False
    in_two_places.save("first")
    full_disk.fails = fails
    in_two_places.save("first, and sec")
    assert len(elsewhere(home)) == 1
    assert of_another_process(home).load() == "first, and sec"


def test_when_the_disk_has_room_again_it_is_in_its_place_alone(home, in_two_places, full_disk):
    in_two_places.save("half")
    full_disk.fails = lambda path: False
    in_two_places.save("half a note")
    assert elsewhere(home) == []
    assert of_another_process(home).load() == "half a note"


@pytest.mark.parametrize("is_full", [True, False])
def test_a_cleared_draft_is_gone_from_both(home, in_two_places, full_disk: FailingFiles, is_full):
    in_two_places.save("half")
    if not is_full:
        full_disk.fails = lambda path: False
    in_two_places.clear()
    assert of_another_process(home).load() == ""
    assert elsewhere(home) == []


def test_on_a_disk_that_hangs_as_well(home, in_two_places, hanging_disk: HangingFiles):
    in_two_places.save("half")
    hanging_disk.hang()
    in_two_places.save("half a no")
    in_two_places.save("half a note")
    assert of_another_process(home).load() == "half a note"
    in_two_places.clear()
    assert of_another_process(home).load() == ""
    hanging_disk.go_on()
    wait_until(lambda: not in_two_places.is_hanging)
    in_two_places.save("another")
    assert of_another_process(home).load() == "another"
    assert elsewhere(home) == []


def test_a_draft_of_no_session_waits_for_no_disk_that_hangs(home, hanging_disk: HangingFiles):
    kept = DraftInFile(home / "library" / "agenda.draft")
    kept.save("first")
    hanging_disk.hang()
    with pytest.raises(StorageError, match="gives no answer"):
        kept.save("second")
    with pytest.raises(StorageError, match="gives no answer"):
        kept.clear()
    assert kept.load() == "first"


def test_where_no_data_folder_can_be_made_there_is_a_draft(home):
    (home / "library").touch()
    kept = of_another_process(home)
    assert kept.load() == ""
    kept.save("half")
    assert of_another_process(home).load() == "half"
    kept.clear()
    assert of_another_process(home).load() == ""


def test_where_nothing_takes_it_that_is_told(in_two_places, full_disk):
    full_disk.fails = lambda path: True
    with pytest.raises(StorageError, match="the disk is full"):
        in_two_places.save("half")


def test_who_opens_the_session_next_brings_it_back(home, in_two_places, full_disk):
    in_two_places.save("half a note")
    in_two_places.close()
    assert len(elsewhere(home)) == 1
    full_disk.fails = lambda path: False
    of_another_process(home).close()
    assert elsewhere(home) == []
    assert of_another_process(home).load() == "half a note"


def test_lines_have_the_names_under_which_they_are_recorded(path):
    draft.save(path, "/next\n+ closed\nthree", ("a1", "b2", "b2"))
    assert draft.load(path) == "/next\n+ closed\nthree"
    assert draft.lines(path) == DraftInFile(path).lines() == [("/next", "a1"), ("+ closed", "b2"), ("three", "b2")]


def test_names_come_back_from_the_second_place(home, in_two_places, full_disk):
    in_two_places.save("half a note", ("a1",))
    assert in_two_places.lines() == [("half a note", "a1")]
    full_disk.fails = lambda path: False
    of_another_process(home).close()
    assert of_another_process(home).lines() == [("half a note", "a1")]


@pytest.mark.parametrize("names", [b"", b"\n\x1f", b"\n\x1fa b c d", b"\n\x1f\xff\x00", b"\n\x1fa\n\x1fb"])
def test_names_that_somebody_else_wrote_cost_no_text(path, names):
    path.write_bytes(b"one\ntwo" + names)
    assert draft.load(path) == "one\ntwo"


def test_without_a_draft_there_are_no_lines(path):
    assert draft.lines(path) == []
