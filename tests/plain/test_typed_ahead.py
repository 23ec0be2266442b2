"""What is typed before a question can be read: a line that is sent is told, and what isn't stays, or can be dropped."""

import os
import pty
import sys
import termios
from collections.abc import Iterator

import pytest

from facilitator.plain.typed_ahead import drop_typed, sent_within

LONG_SECONDS = 60


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Where keys are pressed of the terminal that is the standard input."""
    keys, terminal = pty.openpty()
    with os.fdopen(terminal) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield keys
    os.close(keys)


def test_a_line_that_is_sent_is_told(keys: int):
    os.write(keys, b"4\r")
    assert sent_within(LONG_SECONDS) == "4\n"


def test_so_is_a_mere_enter(keys: int):
    os.write(keys, b"\r")
    assert sent_within(LONG_SECONDS) == "\n"


def test_what_is_not_sent_stays_for_whoever_reads_next(keys: int):
    os.write(keys, b"4")
    assert sent_within(0) == ""
    os.write(keys, b"2\r")
    assert sys.stdin.readline() == "42\n"


def test_the_terminal_is_then_as_it_was(keys: int):
    before = termios.tcgetattr(sys.stdin.fileno())
    os.write(keys, b"4\r")
    sent_within(LONG_SECONDS)
    assert termios.tcgetattr(sys.stdin.fileno()) == before


def test_all_of_it_can_be_dropped(keys: int):
    os.write(keys, b"4\r")
    drop_typed()
    assert sent_within(0) == ""


def test_where_there_is_no_terminal_nothing_is_typed(tmp_path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "answers").write_text("4\n")
    with (tmp_path / "answers").open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        drop_typed()
        assert sent_within(0) == ""
        assert stdin.readline() == "4\n"
