"""Lines come in one by one, and only when the next is wanted."""

import os
from collections.abc import Iterator

import pytest

from facilitator.plain.line_reader import Input, LineReader, Sent, Stopped

LONGEST_WAIT_SECONDS = 60


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reads, writes = os.pipe()
    yield reads, writes
    os.close(reads)


def all_from(reader: LineReader) -> list[Input]:
    """All that comes in until nothing more will."""
    reader.start()
    came: list[Input] = []
    while not came or isinstance(came[-1], Sent):
        reader.want_line()
        next_one = reader.wait(LONGEST_WAIT_SECONDS)
        assert next_one is not None
        came.append(next_one)
    return came


def test_each_line_comes_in_and_so_does_the_last_without_an_end(pipe):
    reads, writes = pipe
    os.write(writes, b"/start\r\n\nhalf")
    os.close(writes)
    assert all_from(LineReader(reads)) == [Sent("/start"), Sent(""), Sent("half"), Stopped(0)]


def test_what_has_been_read_before_comes_first(pipe):
    reads, writes = pipe
    os.write(writes, b"art\nmore\n")
    os.close(writes)
    assert all_from(LineReader(reads, b"one\n/st")) == [Sent("one"), Sent("/start"), Sent("more"), Stopped(0)]


def test_a_byte_that_is_no_utf_8_ends_nothing(pipe):
    reads, writes = pipe
    os.write(writes, b"caf\xe9\n")
    os.close(writes)
    assert all_from(LineReader(reads))[0] == Sent("caf\ufffd")


def test_no_line_is_read_before_it_is_wanted(pipe):
    reads, writes = pipe
    os.write(writes, b"one\n")
    reader = LineReader(reads)
    reader.start()
    assert reader.wait(0.05) is None
    reader.want_line()
    assert reader.wait(LONGEST_WAIT_SECONDS) == Sent("one")
    os.close(writes)


def test_what_a_signal_puts_in_comes_like_a_line(pipe):
    reads, writes = pipe
    os.close(writes)
    reader = LineReader(reads)
    reader.put(Stopped(143))
    assert reader.wait(0) == Stopped(143)


def test_nothing_can_be_put_into_the_next_line_of_a_pipe(pipe):
    reads, writes = pipe
    os.close(writes)
    assert not LineReader(reads).put_back("half a thou")
