"""A journal on a disk that may hang makes nobody wait for ever, and holds nothing twice."""

import threading
from contextlib import suppress
from pathlib import Path

import pytest

from facilitator.domain.facts.packet import Kept
from facilitator.files import durable
from facilitator.files.patience import Patience
from facilitator.storage import journal
from facilitator.storage.journal import Journal, JournalError
from facilitator.storage.places.patient_journal import PatientJournal
from tests.disks import LONGEST_WAIT_SECONDS, FailingFiles, HangingFiles, wait_until


@pytest.fixture
def path(home: Path) -> Path:
    return home / "library" / "s.journal"


def patient(path: Path) -> PatientJournal:
    return PatientJournal(path, Journal.create(path))


def test_it_keeps_like_any_journal(path, note):
    kept = patient(path)
    kept.append([note(1)])
    kept.append([note(2)])
    kept.close()
    assert journal.read_events(path) == [note(1), note(2)]


def test_what_is_complete_holds_each_event_once(path, note):
    kept = patient(path)
    kept.append([note(1)])
    kept.complete([note(1), note(2)])
    kept.close()
    again = PatientJournal(path)
    again.complete([note(1), note(2), note(3)])
    again.close()
    assert journal.read_events(path) == [note(1), note(2), note(3)]


def test_where_it_cannot_be_completed_no_empty_journal_stays(path, note, full_disk):
    with pytest.raises(JournalError, match="the disk is full"):
        PatientJournal(path).complete([note(1)])
    assert not path.exists()


def test_a_disk_that_gives_no_answer_is_told_and_what_it_takes_late_is_there_once(
    path, note, hanging_disk: HangingFiles
):
    kept = patient(path)
    kept.append([note(1)])
    hanging_disk.hang()
    for _ in range(2):
        with pytest.raises(JournalError, match="no answer"):
            kept.append([note(2)])
    assert kept.is_hanging
    hanging_disk.go_on()
    wait_until(lambda: not kept.is_hanging)
    kept.append([note(2), note(3)])
    kept.append([note(4)])
    kept.close()
    assert journal.read_events(path) == [note(number) for number in range(1, 5)]


def test_closing_does_not_wait_for_it(path, note, hanging_disk: HangingFiles):
    kept = patient(path)
    hanging_disk.hang()
    with pytest.raises(JournalError):
        kept.append([note(1)])
    kept.close()
    assert kept.is_hanging


def test_one_that_fails_while_it_is_being_closed_is_closed_once(path, note, monkeypatch):
    def fail_late(journal, events):
        is_appending.set()
        assert may_fail.wait(LONGEST_WAIT_SECONDS)
        raise JournalError("Not kept.")

    def do(patience, *deeds):
        if is_appending.is_set():
            may_fail.set()
        return in_turn(patience, *deeds)

    def append():
        with suppress(JournalError):
            kept.append([note(1)])

    is_appending, may_fail, in_turn = threading.Event(), threading.Event(), Patience.do
    kept = patient(path)
    monkeypatch.setattr(Journal, "append", fail_late)
    monkeypatch.setattr(Patience, "do", do)
    appending = threading.Thread(target=append)
    appending.start()
    assert is_appending.wait(LONGEST_WAIT_SECONDS)
    kept.close()
    appending.join()
    assert not path.exists()


def without_the_first(kept: Kept) -> Kept | None:
    return None if kept.id == "e1" else kept


def test_what_is_erased_goes_out_of_it_and_it_goes_on(path, note):
    kept = patient(path)
    kept.append([note(1), note(2)])
    kept.forget(without_the_first)
    kept.append([note(3)])
    kept.close()
    assert journal.read_events(path) == [note(2), note(3)]


def test_it_goes_out_of_one_that_was_not_opened_yet(path, note):
    kept = patient(path)
    kept.append([note(1), note(2)])
    kept.close()
    again = PatientJournal(path)
    again.forget(without_the_first)
    again.append([note(3)])
    again.close()
    assert journal.read_events(path) == [note(2), note(3)]


def test_where_there_is_no_journal_there_is_nothing_to_erase(path):
    PatientJournal(path).forget(without_the_first)
    assert not path.exists()


def test_what_could_not_be_erased_is_all_there_and_it_goes_on(path, note, monkeypatch):
    kept = patient(path)
    kept.append([note(1), note(2)])
    with monkeypatch.context() as full:
        full.setattr(durable, "write_all", FailingFiles(lambda path: True).write_all)
        with pytest.raises(JournalError, match="the disk is full"):
            kept.forget(without_the_first)
    kept.append([note(3)])
    kept.close()
    assert journal.read_events(path) == [note(1), note(2), note(3)]


def test_one_that_could_not_be_opened_again_after_erasing_keeps_nothing_until_it_is(path, note, monkeypatch):
    def fail(opened: Path, flags: int) -> int:
        if opened == path:
            raise OSError("too many open files")
        return open_private(opened, flags)

    open_private = durable.open_private
    kept = patient(path)
    kept.append([note(1), note(2)])
    with monkeypatch.context() as failing:
        failing.setattr(durable, "open_private", fail)
        with pytest.raises(JournalError, match="too many open files"):
            kept.forget(without_the_first)
    with pytest.raises(JournalError, match="isn't open"):
        kept.append([note(3)])
    kept.forget(without_the_first)
    kept.append([note(3)])
    kept.close()
    assert journal.read_events(path) == [note(2), note(3)]
