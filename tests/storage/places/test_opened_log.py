"""A log is opened within seconds, whatever the disk of its own journal does."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.files import own_folder
from facilitator.files.patience import Patience
from facilitator.files.unfinished import UnfinishedFiles
from facilitator.storage.home import Home
from facilitator.storage.journal import Journal, JournalError
from facilitator.storage.places.opened_log import opened_log
from facilitator.storage.places.two_places import LogInTwoPlaces, held_already
from tests.disks import LONGEST_WAIT_SECONDS, wait_until


@pytest.fixture
def hung(monkeypatch: pytest.MonkeyPatch) -> Iterator[Patience]:
    """A disk that gives no answer to what it was asked first."""
    answers = threading.Event()
    disk = Patience()
    with monkeypatch.context() as hurry:
        hurry.setattr("facilitator.files.patience.HANGING_SECONDS", 0.1)
        with pytest.raises(TimeoutError):
            disk.do(lambda: answers.wait(LONGEST_WAIT_SECONDS))
    yield disk
    answers.set()


def opened(tmp_path: Path, disk: Patience, *, is_new: bool) -> LogInTwoPlaces:
    path = tmp_path / "a.journal"
    home = Home(tmp_path)
    return opened_log(path, "a", home.second_place, disk, held_already, home.unfinished, is_new=is_new)


def test_a_new_one_begins_without_its_own_journal(tmp_path: Path, hung: Patience):
    with_trouble = opened(tmp_path, hung, is_new=True)
    assert with_trouble.events == ()
    assert not (tmp_path / "a.journal").exists()
    with_trouble.close()


def test_one_that_is_there_is_not_gone_on_with(tmp_path: Path, hung: Patience):
    Journal.create(tmp_path / "a.journal").close()
    with pytest.raises(JournalError, match="gives no answer"):
        opened(tmp_path, hung, is_new=False)


def test_on_a_disk_that_answers_it_is_the_journal(tmp_path: Path, note):
    disk = Patience()
    new = opened(tmp_path, disk, is_new=True)
    new.append([note(1)])
    new.close()
    with pytest.raises(JournalError, match="already exists"):
        opened(tmp_path, disk, is_new=True)
    assert opened(tmp_path, disk, is_new=False).trouble == ""


def test_a_journal_that_is_opened_too_late_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 0.1)
    answers = threading.Event()
    create, created = Journal.create, list[Journal]()

    def create_late(path: Path, unfinished: UnfinishedFiles) -> Journal:
        assert answers.wait(LONGEST_WAIT_SECONDS)
        created.append(create(path, unfinished=unfinished))
        return created[0]

    monkeypatch.setattr(Journal, "create", create_late)
    opened(tmp_path, Patience(), is_new=True).close()
    answers.set()
    wait_until(lambda: bool(created) and created[0].is_closed)


def test_where_there_is_none_too_late_nothing_is_closed(tmp_path: Path, note, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("facilitator.files.patience.HANGING_SECONDS", 0.1)
    answers, asked = threading.Event(), threading.Event()
    is_there = own_folder.is_there

    def found_late(path: Path) -> bool:
        if path.name == "a.journal" and not asked.is_set():
            asked.set()
            assert answers.wait(LONGEST_WAIT_SECONDS)
        return is_there(path)

    monkeypatch.setattr(own_folder, "is_there", found_late)
    disk = Patience()
    with pytest.raises(JournalError, match="gives no answer"):
        opened(tmp_path, disk, is_new=False)
    answers.set()
    wait_until(lambda: not disk.is_at_an_end)
