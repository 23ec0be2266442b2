"""The line mode as it runs: lines and signals, one after the other, until it is left."""

import os
import signal

import pytest

from facilitator.plain.line_loop import run_lines
from facilitator.plain.line_reader import LineReader
from tests.plain.talking import Talk, talk_about


def run(talk: Talk, lines: bytes) -> int:
    reads, writes = os.pipe()
    os.write(writes, lines)
    os.close(writes)
    try:
        return run_lines(talk.interview, LineReader(reads))
    finally:
        os.close(reads)


def texts(talk: Talk) -> list[str]:
    return [note.text for note in talk.conductor.session.notes.values()]


def test_every_line_is_carried_out_until_there_are_no_more():
    talk = talk_about()
    assert run(talk, b"/start\none\n\ntwo") == 0
    assert texts(talk) == ["one", "two"]
    assert talk.conductor.session.is_running
    assert talk.raw.splitlines()[-1] == "Kept."


def test_after_quit_nothing_is_read():
    talk = talk_about()
    assert run(talk, b"one\n/quit\ntwo\n") == 0
    assert texts(talk) == ["one"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order_with_its_code(number: signal.Signals):
    talk = talk_about()
    before = signal.getsignal(number)
    taken = talk.interview.take

    def take_and_be_stopped(line: str) -> None:
        taken(line)
        signal.raise_signal(number)

    talk.interview.take = take_and_be_stopped  # type: ignore[method-assign]  # a signal that comes at this very moment
    reads, writes = os.pipe()
    os.write(writes, b"one\n")
    try:
        assert run_lines(talk.interview, LineReader(reads)) == 128 + number
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        os.close(writes)
        os.close(reads)
    assert texts(talk) == ["one"]
    assert signal.getsignal(number) is before
