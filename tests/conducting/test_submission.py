"""A submission says nothing of being kept before the disk has answered."""

import asyncio
from collections.abc import Iterator
from typing import cast

import pytest

from facilitator.conducting.keeper import Keeper
from facilitator.conducting.submission import NOT_ERASED_YET, Acknowledgement, Submission
from tests.conducting.test_keeper import A, WritableOnce, without
from tests.disks import Disk

KEPT = Acknowledgement("Kept.", kept=True)
NOT_KEPT = Acknowledgement("Kept.", kept=False)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def keeper(disk: Disk) -> Iterator[Keeper]:
    keeper = Keeper(disk)
    keeper.start()
    yield keeper
    disk.go_on()
    keeper.close()


def submitted(keeper: Keeper) -> Submission:
    return Submission("Kept.", keeper, keeper.keep([A]))


async def test_who_awaits_it_gets_no_answer_before_the_disk_gave_one(disk: Disk, keeper: Keeper):
    disk.hang()
    submission = submitted(keeper)
    awaited = asyncio.ensure_future(submission)
    await asyncio.sleep(0)
    assert not awaited.done()
    assert (submission.is_settled, submission.kept, submission.outcome) == (False, False, "Keeping …")
    disk.go_on()
    assert await awaited == KEPT
    assert disk.events == (A,)
    assert (submission.is_settled, submission.kept, submission.outcome) == (True, True, "Kept.")


async def test_several_may_await_it_and_one_may_give_up(disk: Disk, keeper: Keeper):
    disk.hang()
    submission = submitted(keeper)
    given_up, *patient = (asyncio.ensure_future(submission) for _ in range(3))
    await asyncio.sleep(0)
    given_up.cancel()
    disk.go_on()
    assert await asyncio.gather(*patient) == [KEPT, KEPT]


async def test_one_that_fails_is_called_kept_only_when_it_is_at_last(disk: Disk, keeper: Keeper):
    disk.is_full = True
    submission = submitted(keeper)
    assert await submission == NOT_KEPT
    assert submission.outcome == "Not on disk: in memory only."
    disk.is_full = False
    await submitted(keeper)
    assert (submission.kept, submission.outcome) == (True, "Kept.")


def test_an_answer_that_comes_between_two_looks_at_it_is_not_called_a_failure():
    assert Submission("Kept.", cast(Keeper, Answering()), 1).outcome != "Not on disk: in memory only."


def test_without_an_event_loop_one_waits(keeper: Keeper):
    assert submitted(keeper).wait() == KEPT


def test_without_a_thread_there_is_nothing_to_wait_for(disk: Disk):
    submission = submitted(Keeper(disk))
    assert submission.is_settled
    assert submission.kept
    assert submission.wait() == KEPT


def test_a_loop_that_is_gone_is_told_nothing(disk: Disk, keeper: Keeper):
    """The screen has been left during the write: nobody is there to be told, and the keeper goes on."""
    disk.hang()

    async def leave() -> Submission:
        submission = submitted(keeper)
        submission.when_settled(lambda: None)
        return submission

    submission = asyncio.run(leave())
    disk.go_on()
    assert submission.wait() == KEPT
    assert submitted(keeper).wait() == KEPT


def test_nothing_is_called_erased_before_it_is():
    log = WritableOnce()
    keeper = Keeper(log)
    erasing = Submission("Erased.", keeper, keeper.keep([A], without(A)))
    later = submitted(keeper)
    assert erasing.wait() == Acknowledgement(NOT_ERASED_YET, kept=True)
    assert (erasing.outcome, later.outcome) == (NOT_ERASED_YET, "Kept.")
    log.is_writable = True
    keeper.try_again()
    assert erasing.outcome == "Erased."


def test_what_is_on_no_disk_is_not_called_recorded(disk: Disk):
    disk.is_full = True
    keeper = Keeper(disk)
    erasing = Submission("Erased.", keeper, keeper.keep([A], without(A)))
    assert erasing.wait() == Acknowledgement("Erased.", kept=False)
    assert erasing.outcome == "Not on disk: in memory only."


class Answering:
    """What a keeper says of its first write, which is on disk from the second look on."""

    def __init__(self) -> None:
        self._looks = iter([0, 1])

    @property
    def tried(self) -> int:
        return next(self._looks)

    kept = tried
