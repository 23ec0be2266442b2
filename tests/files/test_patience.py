"""Nobody waits for ever for a disk: what takes too long is left behind, and told."""

import signal
import threading
from collections.abc import Iterator

import pytest

from facilitator.files import patience
from facilitator.files.patience import Deed, Patience, at_once, awaited, do_patiently, waiting_for
from tests.disks import LONGEST_WAIT_SECONDS, wait_until
from tests.hanging import current_frame


class Slow:
    """Something that isn't done before it is allowed to be."""

    def __init__(self) -> None:
        self.may_end = threading.Event()
        self.is_done = threading.Event()

    def is_over(self) -> None:
        """Have patience again: a busy machine takes its time for what is fast."""
        patience.HANGING_SECONDS = LONGEST_WAIT_SECONDS

    def __call__(self) -> str:
        assert self.may_end.wait(LONGEST_WAIT_SECONDS)
        self.is_done.set()
        return "late"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    monkeypatch.setattr(patience, "HANGING_SECONDS", 0.1)
    slow = Slow()
    yield slow
    slow.may_end.set()


@pytest.fixture
def patient() -> Iterator[Patience]:
    patient = Patience()
    yield patient
    patient.end()


def fail() -> None:
    raise OSError(28, "No space left on device")


def test_what_is_done_in_time_is_returned(patient):
    assert [patient.do(lambda: 1), patient.do(lambda: 2)] == [1, 2]
    assert not patient.is_at_an_end


def test_it_is_done_in_another_thread_always_the_same(patient):
    here, there, still = threading.get_ident(), patient.do(threading.get_ident), patient.do(threading.get_ident)
    assert here != there == still


def test_what_fails_fails_here(patient):
    with pytest.raises(OSError, match="No space"):
        patient.do(fail)
    assert patient.do(lambda: "goes on") == "goes on"


def test_what_takes_too_long_is_left_behind_and_nothing_else_is_begun_before_it_is_done(patient, slow):
    begun: list[str] = []
    with pytest.raises(TimeoutError):
        patient.do(slow)
    assert patient.is_at_an_end
    with pytest.raises(TimeoutError):
        patient.do(lambda: begun.append("in vain"))
    slow.may_end.set()
    assert slow.is_done.wait(LONGEST_WAIT_SECONDS)
    wait_until(lambda: not patient.is_at_an_end)
    slow.is_over()
    patient.do(lambda: begun.append("again"))
    assert begun == ["again"]


def test_after_its_end_the_thread_is_gone(patient):
    [worker] = {patient.do(threading.current_thread)}
    patient.end()
    patient.end()
    worker.join(LONGEST_WAIT_SECONDS)
    assert not worker.is_alive()


def test_a_single_thing_can_be_done_the_same_way(slow):
    with pytest.raises(TimeoutError):
        do_patiently(slow)
    slow.is_over()
    assert do_patiently(lambda: 1) == 1


def test_what_comes_too_late_can_be_put_away(patient, slow):
    late: list[str] = []
    with pytest.raises(TimeoutError):
        patient.do(slow, late.append)
    assert late == []
    slow.may_end.set()
    wait_until(lambda: late == ["late"])


def test_what_comes_in_time_is_not_put_away(patient):
    late: list[int] = []
    assert patient.do(lambda: 1, late.append) == 1
    assert late == []


def test_a_deed_is_done_meanwhile_and_answers_when_it_is_asked(slow):
    deed = Deed(slow)
    assert not deed.wait(0.01)
    assert not deed.is_done
    slow.may_end.set()
    assert deed.answer() == "late"
    assert deed.is_done
    assert deed.wait(0)


def test_a_deed_that_fails_says_so_to_whoever_asks():
    deed = Deed(fail)
    for _ in range(2):
        with pytest.raises(OSError, match="No space"):
            deed.answer()


def test_for_good_nothing_is_begun_even_when_what_took_too_long_is_done(slow):
    patient = Patience(for_good=True)
    with pytest.raises(TimeoutError):
        patient.do(slow)
    slow.may_end.set()
    assert slow.is_done.wait(LONGEST_WAIT_SECONDS)
    with pytest.raises(TimeoutError):
        patient.do(lambda: "in vain")
    slow.is_over()
    wait_until(lambda: tried_anew(patient) == "again")
    patient.end()


def tried_anew(patient: Patience) -> str:
    patient.try_anew()
    return "" if patient.is_at_an_end else patient.do(lambda: "again")


def test_what_is_done_just_as_it_is_given_up_is_done():
    begun = patience._Begun(lambda: 1)
    begun.do()
    late: list[int] = []
    assert not begun.give_up(late.append)
    assert begun.answer() == 1
    assert late == []


def test_at_once_it_is_done_where_it_is_wanted():
    assert at_once(threading.get_ident) == threading.get_ident()


def test_what_a_deed_has_to_do_with_the_same_patience_is_done_within_it(patient: Patience):
    assert patient.do(lambda: patient.do(lambda: "inner") + ", outer") == "inner, outer"
    assert not patient.is_at_an_end


def test_what_is_waited_for_is_told_as_long_as_it_is():
    @waiting_for("one of them")
    def fail_to_wait() -> None:
        assert awaited() == "one of them"
        fail()

    assert awaited() == ""
    with waiting_for("the others' answers"):
        with pytest.raises(OSError, match="No space"):
            fail_to_wait()
        assert awaited() == "the others' answers"
    assert awaited() == ""


def test_who_waits_for_ever_looks_up_and_waits_on(slow, monkeypatch):
    monkeypatch.setattr(patience, "_LOOKING_UP_SECONDS", 0.01)
    wait = Deed.wait

    def wait_and_let_it_end(deed: Deed[str], longest_seconds: float) -> bool:
        is_done = wait(deed, longest_seconds)
        slow.may_end.set()
        return is_done

    monkeypatch.setattr(Deed, "wait", wait_and_let_it_end)
    assert Deed(slow).answer() == "late"


def test_ctrl_c_ends_the_wait_for_ever_that_it_does_not_wake(slow):
    """As if it had come just before the wait began: it is another thread that the signal wakes."""
    who, waiting = threading.get_ident(), patience._Begun.wait.__code__

    def interrupt() -> None:
        wait_until(lambda: (frame := current_frame(who)) is not None and frame.f_code is waiting)
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        slow()

    waited_for = Deed(interrupt)
    with pytest.raises(KeyboardInterrupt):
        waited_for.answer()
    assert not waited_for.is_done
