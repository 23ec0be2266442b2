"""A disk that hangs costs nothing but seconds: the session goes on elsewhere and comes back when it answers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.facts.event import Event
from facilitator.domain.facts.packet import Kept
from facilitator.files import durable
from facilitator.storage import journal
from facilitator.storage.home import Home
from facilitator.storage.journal import JournalError
from facilitator.storage.second_place import SecondPlace
from tests.disks import FailingFiles, HangingFiles, folder_in_memory, wait_until


@pytest.fixture
def folder(home: Path) -> Home:
    return Home(home / "library")


def second_places(home: Path) -> list[Path]:
    return list(home.glob("facilitator-*/*"))


def test_what_a_hanging_disk_does_not_take_is_kept_elsewhere_and_told(folder, home, note, hanging_disk: HangingFiles):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
        hanging_disk.hang()
        session.journal.append([note(2)])
        session.journal.append([note(3)])
        [there] = second_places(home)
        assert "gives no answer" in session.journal.trouble
        assert f"Kept in {there} instead." in session.journal.trouble
        assert journal.read_events(there) == [note(1), note(2), note(3)]
        hanging_disk.go_on()


def test_when_it_answers_again_all_of_it_is_in_its_own_journal_and_nothing_twice(
    folder, home, note, hanging_disk: HangingFiles
):
    with folder.new_session("s", "Alex", 0) as session:
        hanging_disk.hang()
        session.journal.append([note(1)])
        session.journal.append([note(2)])
        session.journal.catch_up()
        assert session.journal.trouble
        hanging_disk.go_on()
        wait_until(lambda: not session.journal.is_hanging)
        session.journal.catch_up()
        assert session.journal.trouble == ""
        assert second_places(home) == []
        session.journal.append([note(3)])
    assert journal.read_events(folder.path("s", "journal")) == [note(1), note(2), note(3)]


def test_leaving_waits_for_no_disk_that_hangs_and_who_opens_it_next_finds_all(
    folder, home, note, hanging_disk: HangingFiles
):
    session = folder.new_session("s", "Alex", 0)
    hanging_disk.hang()
    session.journal.append([note(1)])
    session.close()
    hanging_disk.go_on()
    wait_until(lambda: not session.journal.is_hanging)
    session.close()
    with folder.open_session("s", "Alex", 0) as again:
        assert again.journal.events == (note(1),)
        assert again.journal.trouble == ""
    assert second_places(home) == []


def test_where_every_disk_hangs_nobody_is_told_that_anything_is_kept(
    folder, note, hanging_disk: HangingFiles, home, tmp_path
):
    hanging_disk.folder = tmp_path
    with folder.new_session("s", "Alex", 0) as session:
        hanging_disk.hang()
        for _ in range(2):
            with pytest.raises(JournalError, match=r"(?s)library.*no answer.*facilitator-.*no answer"):
                session.journal.append([note(1)])
        hanging_disk.go_on()
        wait_until(lambda: not session.journal.is_hanging)
        session.journal.append([note(1)])
        session.journal.catch_up()
        assert session.journal.events == (note(1),)
    assert folder.read_session("s").events == [note(1)]


@pytest.mark.parametrize("place", ["own", "second"])
def test_damage_that_is_put_aside_on_opening_is_told(folder, home, note, full_disk, place):
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
    [there] = second_places(home)
    full_disk.fails = lambda path: False
    path = there
    if place == "own":
        folder.open_session("s", "Alex", 0).close()
        path = folder.path("s", "journal")
    path.write_bytes(path.read_bytes() + b"half a li")
    assert "1 line damaged" in folder.read_session("s").amiss
    with folder.open_session("s", "Alex", 0) as session:
        assert "1 line damaged, set aside in " in session.journal.amiss


STEPS = st.lists(st.sampled_from(["hang", "answer", "leave", "keep"]), min_size=1, max_size=8)


@given(steps=STEPS)
def test_however_often_it_hangs_what_was_called_kept_is_there_once_in_the_end(note, steps):
    with folder_in_memory() as top, pytest.MonkeyPatch.context() as patch:
        (top / "home").mkdir()
        disk = HangingFiles(top / "data")
        patch.setenv("HOME", str(top / "home"))
        disk.put_in_place(patch)
        home = Home(top / "data")
        session = home.new_session("s", "Alex", 0)
        kept: list[Event] = []
        for number, step in enumerate(steps):
            if step == "hang":
                disk.hang()
            elif step == "leave":
                disk.go_on()
                wait_until(lambda: not session.journal.is_hanging)  # noqa: B023 - called at once
                session.close()
                session = home.open_session("s", "Alex", 0) if kept else session
            elif step == "answer":
                disk.go_on()
                wait_until(lambda: not session.journal.is_hanging)  # noqa: B023 - called at once
                session.journal.catch_up()
            else:
                session.journal.append([note(number)])
                kept.append(note(number))
        disk.go_on()
        wait_until(lambda: not session.journal.is_hanging)
        session.close()
        if kept:
            home.open_session("s", "Alex", 0).close()
            assert journal.read_events(home.path("s", "journal")) == kept
            assert list(top.glob("*/facilitator-*/*")) == []


def test_where_the_second_place_fails_as_well_the_first_is_tried_again(folder, home, note, monkeypatch):
    def fails(path: Path) -> bool:
        tried.append(path)
        return len(tried) in (1, 2)

    tried: list[Path] = []
    with folder.new_session("s", "Alex", 0) as session:
        session.journal.append([note(1)])
        monkeypatch.setattr(durable, "write_all", FailingFiles(fails).write_all)
        session.journal.append([note(2)])
        assert session.journal.trouble == ""
    assert second_places(home) == []
    assert folder.read_session("s").events == [note(1), note(2)]


class TestErasing:
    """What is erased is in no place any more; as long as it is in one, that is told."""

    def test_what_is_erased_goes_out_of_both_places_and_is_told_until_it_has(
        self, folder, home, note, hanging_disk: HangingFiles
    ):
        with folder.new_session("s", "Alex", 0) as session:
            session.journal.append([note(1), note(2)])
            hanging_disk.hang()
            session.journal.append([note(3)])
            with pytest.raises(JournalError, match=r"Not erased in .*library.*no answer"):
                session.journal.forget(without_the_first)
            assert journal.read_events(second_places(home)[0]) == [note(2), note(3)]
            assert session.journal.events == (note(1), note(2), note(3))
            hanging_disk.go_on()
            wait_until(lambda: not session.journal.is_hanging)
            session.journal.forget(without_the_first)
            assert session.journal.events == (note(2), note(3))
            session.journal.catch_up()
        assert journal.read_events(folder.path("s", "journal")) == [note(2), note(3)]
        assert second_places(home) == []

    def test_where_there_is_nothing_of_it_no_disk_is_asked(self, folder, note, hanging_disk: HangingFiles):
        with folder.new_session("s", "Alex", 0) as session:
            session.journal.append([note(2)])
            hanging_disk.hang()
            session.journal.forget(without_the_first)
            assert not session.journal.is_hanging
            hanging_disk.go_on()

    def test_where_all_of_the_session_is_elsewhere_it_goes_out_of_there(self, folder, home, note, full_disk):
        with folder.new_session("s", "Alex", 0) as session:
            session.journal.append([note(1), note(2)])
            session.journal.forget(without_the_first)
            session.journal.append([note(3)])
            assert session.journal.events == (note(2), note(3))
            assert journal.read_events(journal_elsewhere(home)) == [note(2), note(3)]

    def test_it_goes_out_of_every_other_place_that_has_it(self, folder, home, note, tmp_path, monkeypatch):
        (home / ".local/state").mkdir(parents=True)
        full = {folder.root, home / ".local/state"}
        files = FailingFiles(lambda path: any(path.is_relative_to(there) for there in full))
        monkeypatch.setattr(durable, "write_all", files.write_all)
        with folder.new_session("s", "Alex", 0) as session:
            full.remove(home / ".local/state")
            session.journal.append([note(1)])
            full.add(home / ".local/state")
            session.journal.append([note(2)])
            full.remove(home / ".local/state")
            found = sorted(home.rglob("*-s.journal"))
            assert [journal.read_events(path) for path in found] == [[note(1)], [note(1), note(2)]]
            session.journal.forget(without_the_first)
            assert [journal.read_events(path) for path in found] == [[], [note(2)]]
            session.journal.append([note(3)])
            full.clear()
            session.journal.catch_up()
        assert journal.read_events(folder.path("s", "journal")) == [note(2), note(3)]

    def test_it_goes_out_of_what_could_not_be_removed_when_all_was_brought_back(
        self, folder, home, note, full_disk, monkeypatch
    ):
        def fail(place: SecondPlace, session: str) -> list[str]:
            raise OSError("it can't be removed")

        with folder.new_session("s", "Alex", 0) as session:
            session.journal.append([note(1), note(2)])
            full_disk.fails = lambda path: False
            with monkeypatch.context() as patch:
                patch.setattr(SecondPlace, "remove", fail)
                session.journal.catch_up()
            assert session.journal.trouble == ""
            session.journal.forget(without_the_first)
            assert journal.read_events(journal_elsewhere(home)) == [note(2)]
        with folder.open_session("s", "Alex", 0) as again:
            assert again.journal.events == (note(2),)


def without_the_first(kept: Kept) -> Kept | None:
    return None if kept.id == "e1" else kept


def journal_elsewhere(home: Path) -> Path:
    [there] = home.glob("facilitator-*/*.journal")
    return there
