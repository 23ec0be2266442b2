"""The keeper loses nothing, keeps the order, and makes nobody wait for a disk."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.conducting.keeper import Keeper
from facilitator.domain.facts.event import Author, Event, Stamp
from facilitator.domain.facts.kinds.notes import NoteTaken
from facilitator.domain.facts.packet import Kept
from facilitator.storage.forms.left_lines import Left
from facilitator.storage.journal import JournalError, MemoryJournal
from tests.disks import LONGEST_WAIT_SECONDS, Disk


def note(text: str) -> Event:
    return Event(id=text, session="s", stamp=Stamp(0, 0, Author("a", "d")), at=0, group=text, fact=NoteTaken(text=text))


A, B, C = note("a"), note("b"), note("c")


def without(*erased: Event) -> Left:
    return lambda one: None if one in erased else one


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def keeper(disk: Disk) -> Keeper:
    return Keeper(disk)


@pytest.fixture
def started(disk: Disk, keeper: Keeper) -> Iterator[Keeper]:
    keeper.start()
    yield keeper
    disk.go_on()
    keeper.close()


def test_without_a_thread_everything_is_on_disk_when_it_returns(disk: Disk, keeper: Keeper):
    number = keeper.keep([A])
    assert disk.events == (A,)
    assert keeper.kept == number
    assert keeper.unkept == ()


def test_what_could_not_be_kept_is_tried_again_with_what_comes_next(disk: Disk, keeper: Keeper):
    disk.is_full = True
    first = keeper.keep([A])
    assert keeper.tried == first
    assert keeper.kept < first
    assert (keeper.trouble, keeper.unkept) == ("Not kept: no space left on the disk.", (A,))
    disk.is_full = False
    second = keeper.keep([B])
    assert keeper.kept == second
    assert (keeper.trouble, keeper.unkept) == ("", ())
    assert disk.events == (A, B)


def test_everything_is_what_the_log_has_and_what_it_has_not_yet(disk: Disk, keeper: Keeper):
    keeper.keep([A])
    disk.is_full = True
    keeper.keep([B])
    assert keeper.everything == (A, B)


def test_closing_tries_once_more_and_lets_the_log_go(disk: Disk, keeper: Keeper):
    disk.is_full = True
    keeper.keep([A])
    disk.is_full = False
    keeper.close()
    assert disk.events == (A,)
    assert disk.is_closed


def test_with_a_thread_nobody_waits_for_the_disk_and_nothing_counts_as_kept_before(disk: Disk, started: Keeper):
    disk.hang()
    number = started.keep([A])
    assert started.tried < number
    assert started.is_busy
    assert started.unkept == (A,)
    disk.go_on()
    started.wait(number)
    assert started.kept == number
    assert not started.is_busy
    assert disk.events == (A,)


def test_what_comes_during_a_write_goes_together_into_the_next(disk: Disk, started: Keeper):
    disk.hang()
    started.keep([A])
    disk.wait_until_asked()
    started.keep([B])
    last = started.keep([C])
    disk.go_on()
    started.wait(last)
    assert disk.batches == [(A,), (B, C)]


def test_what_waits_is_called_once_the_disk_has_answered(disk: Disk, started: Keeper):
    called = threading.Event()
    disk.hang()
    number = started.keep([A])
    kept_when_called: list[int] = []
    started.when_tried(number, lambda: kept_when_called.append(started.kept))
    started.when_tried(number, called.set)
    assert kept_when_called == []
    disk.go_on()
    assert called.wait(LONGEST_WAIT_SECONDS)
    assert kept_when_called == [number]


def test_what_waits_for_what_was_answered_already_is_called_at_once(keeper: Keeper):
    called: list[str] = []
    keeper.when_tried(keeper.keep([A]), lambda: called.append("at once"))
    assert called == ["at once"]


def test_whoever_listens_is_told_of_each_write_once_it_shows(disk: Disk, started: Keeper):
    shown: list[tuple[int, int]] = []
    started.listen(lambda: shown.append((started.kept, len(started.unkept))))
    for event in (A, B):
        started.wait(started.keep([event]))
    assert shown == [(1, 0), (2, 0)]


def test_what_is_kept_later_after_all_is_told_too(disk: Disk, keeper: Keeper):
    shown: list[int] = []
    keeper.listen(lambda: shown.append(keeper.kept))
    disk.is_full = True
    keeper.keep([A])
    disk.is_full = False
    keeper.try_again()
    assert shown == [0, 1]


def test_closing_waits_for_the_write_in_flight_and_writes_nothing_twice(disk: Disk, started: Keeper):
    disk.hang()
    started.keep([A])
    started.keep([B])
    later = threading.Timer(0.05, disk.go_on)
    later.start()
    started.close()
    later.join()
    assert disk.events == (A, B)
    assert disk.is_closed


def test_after_it_is_closed_it_says_that_nothing_is_kept_any_more():
    keeper = Keeper(ClosedFile())
    keeper.start()
    keeper.close()
    number = keeper.keep([A])
    assert keeper.tried == number
    assert keeper.trouble == "the file is closed"


def test_whatever_goes_wrong_is_trouble_and_the_next_write_is_tried(disk: Disk, started: Keeper, monkeypatch):
    monkeypatch.setattr(disk, "append", lambda events: 1 / 0)
    started.wait(started.keep([A]))
    assert started.trouble == "division by zero"
    monkeypatch.undo()
    started.wait(started.keep([B]))
    assert (started.trouble, disk.events) == ("", (A, B))


@given(
    batches=st.lists(st.integers(0, 3), max_size=8),
    is_full=st.lists(st.booleans(), max_size=8),
    in_background=st.booleans(),
)
def test_whenever_the_disk_fails_in_the_end_all_is_there_once_and_in_order(batches, is_full, in_background):
    disk = Disk()
    full = iter(is_full)
    keeper = Keeper(Moody(disk, lambda: next(full, False)))
    if in_background:
        keeper.start()
    events = [[note(f"{number}.{place}") for place in range(size)] for number, size in enumerate(batches)]
    for batch in events:
        keeper.keep(batch)
    list(full)  # from now on there is room
    keeper.close()
    assert list(disk.events) == [event for batch in events for event in batch]
    assert keeper.unkept == ()


def test_what_is_not_kept_is_tried_again_by_itself():
    disk = Recovering(after=3)
    keeper = Keeper(disk, retry_seconds=0.001)
    keeper.start()
    number = keeper.keep([A])
    keeper.wait(number)
    assert disk.recovered.wait(LONGEST_WAIT_SECONDS)
    keeper.close()
    assert (disk.events, keeper.kept, keeper.trouble) == ((A,), number, "")


def test_what_is_kept_elsewhere_is_kept_and_told_until_it_is_back():
    log = InAnotherPlace()
    keeper = Keeper(log)
    number = keeper.keep([A])
    assert (keeper.kept, keeper.unkept, keeper.trouble) == (number, (), "Kept elsewhere.")
    keeper.try_again()
    assert keeper.trouble == ""


def test_a_log_that_begins_elsewhere_is_trouble_from_the_first_moment():
    log = InAnotherPlace()
    log.append([A])
    assert Keeper(log).trouble == "Kept elsewhere."


def test_closing_tries_to_bring_back_what_is_elsewhere():
    log = InAnotherPlace()
    keeper = Keeper(log)
    keeper.keep([A])
    keeper.close()
    assert keeper.trouble == ""


def test_what_is_erased_is_out_of_the_log_with_what_is_kept_then(disk: Disk, keeper: Keeper):
    keeper.keep([A, B])
    number = keeper.keep([C], without(A))
    assert (disk.events, keeper.kept, keeper.trouble) == ((B, C), number, "")


def test_what_could_not_be_erased_is_tried_again_with_what_comes_next_and_told_until_then():
    log = WritableOnce()
    keeper = Keeper(log)
    keeper.keep([A])
    number = keeper.keep([B], without(A))
    assert (keeper.unkept, keeper.trouble, keeper.has_yet_to_erase(number)) == ((), "not erased", True)
    log.is_writable = True
    later = keeper.keep([C])
    assert (log.events, keeper.trouble, keeper.kept) == ((B, C), "", later)
    assert not keeper.has_yet_to_erase(number)


def test_what_can_not_be_erased_keeps_nothing_from_being_kept():
    log = WritableOnce()
    keeper = Keeper(log)
    numbers = [keeper.keep([A]), keeper.keep([B], without(A)), keeper.keep([C])]
    assert (keeper.kept, keeper.unkept, log.events) == (numbers[-1], (), (A, B, C))
    assert [keeper.has_yet_to_erase(number) for number in numbers] == [False, True, False]


def test_where_it_is_kept_instead_is_told_before_what_is_not_erased():
    log = WritableOnce()
    log.trouble = "Kept elsewhere."
    keeper = Keeper(log)
    keeper.keep([A], without(B))
    assert keeper.trouble == "Kept elsewhere.\nnot erased"


def test_what_is_erased_while_something_is_erased_goes_as_well(disk: Disk, started: Keeper):
    started.keep([A, B])
    disk.hang()
    started.keep([C], without(A))
    disk.wait_until_asked()
    last = started.keep((), without(A, B))
    disk.go_on()
    started.wait(last)
    assert disk.events == (C,)


def test_a_disk_that_hangs_does_not_keep_the_process_from_ending():
    program = (
        "import threading\n"
        "from facilitator.conducting.keeper import Keeper\n"
        "from tests.conducting.test_keeper import A, Disk\n"
        "disk = Disk(); disk.hang()\n"
        "keeper = Keeper(disk); keeper.start(); keeper.keep([A])\n"
        "print(keeper.is_busy)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=LONGEST_WAIT_SECONDS / 2,
    )
    assert (run.returncode, run.stdout) == (0, "True\n")


class Recovering(MemoryJournal):
    """Keeps nothing the first `after` times."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.recovered = threading.Event()
        self._after = after

    def append(self, kept: Sequence[Kept]) -> None:
        self._after -= 1
        if self._after >= 0:
            raise JournalError("full")
        super().append(kept)
        self.recovered.set()


class InAnotherPlace(MemoryJournal):
    """Keeps what it is given elsewhere until it catches up."""

    def append(self, kept: Sequence[Kept]) -> None:
        super().append(kept)
        self.trouble = "Kept elsewhere."

    def catch_up(self) -> None:
        self.trouble = ""


class WritableOnce(MemoryJournal):
    """Takes what is new, but none of it out again before it `is_writable`."""

    is_writable = False

    def forget(self, left_of: Left) -> None:
        if not self.is_writable:
            raise JournalError("not erased")
        super().forget(left_of)


class ClosedFile(MemoryJournal):
    def append(self, kept: Sequence[Kept]) -> None:
        raise JournalError("the file is closed")


class Moody(MemoryJournal):
    """Hands on to `disk` what it isn't too full for when asked."""

    def __init__(self, disk: Disk, is_full: Callable[[], bool]) -> None:
        super().__init__()
        self._disk = disk
        self._is_full = is_full

    def append(self, kept: Sequence[Kept]) -> None:
        if self._is_full():
            raise JournalError("full")
        self._disk.append(kept)
