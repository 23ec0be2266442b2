"""What every event log does: the contract, held by each implementation."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.storage.journal import EventLog, Journal, MemoryJournal

MAKERS: dict[str, Callable[[Path], EventLog]] = {
    "file": lambda folder: Journal.create(folder / "s.journal"),
    "empty file": lambda folder: opened_empty(folder / "s.journal"),
    "memory": lambda folder: MemoryJournal(),
}


def opened_empty(path: Path) -> Journal:
    """A journal as an earlier version left it that was killed before its first event."""
    path.touch()
    return Journal.open(path)


@pytest.fixture(params=MAKERS)
def log(request, tmp_path) -> Iterator[EventLog]:
    log = MAKERS[request.param](tmp_path)
    yield log
    log.close()


def test_a_new_log_is_empty(log):
    assert log.events == ()


def test_what_is_appended_is_there_in_order(log, note):
    log.append([note(1)])
    log.append([note(2), note(3)])
    assert log.events == (note(1), note(2), note(3))


def test_appending_nothing_is_fine(log, note):
    log.append([])
    log.append([note(1)])
    log.append(())
    assert log.events == (note(1),)


def test_the_events_that_were_handed_out_do_not_change(log, note):
    log.append([note(1)])
    before = log.events
    log.append([note(2)])
    assert before == (note(1),)


def test_any_text_comes_back_as_it_was(log, note):
    text = 'line\nbreak, "quote", \u2028, é, 漢, 🎤, \\n, \x00'
    log.append([note(1, text)])
    assert log.events[0].fact.text == text


def test_closing_twice_is_fine(log):
    log.close()
    log.close()
