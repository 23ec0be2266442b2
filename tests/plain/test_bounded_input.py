"""What is piped to a question has a bound; up to it, every line is read as it was written."""

import subprocess
import sys
from io import BytesIO, TextIOWrapper

import pytest

from facilitator.plain.bounded_input import LONGEST_PIPED_LINE, BoundedInput, bound_input


def test_a_line_up_to_the_bound_is_read_and_a_longer_one_refused(monkeypatch):
    longest = "a" * (LONGEST_PIPED_LINE - 1) + "\n"
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(f"one\n{longest}{longest}b{longest}".encode())))
    bound_input()
    assert [input(), input()] == ["one", longest[:-1]]
    assert sys.stdin.readline() == longest
    with pytest.raises(OSError, match="too long"):
        input()


def test_so_many_letters_as_are_asked_for_are_read():
    assert BoundedInput(TextIOWrapper(BytesIO(b"abc\n"))).readline(2) == "ab"


def test_a_question_that_is_answered_without_end_is_left_in_words(tmp_path):
    asked = subprocess.run(
        [sys.executable, "-m", "facilitator", "--data-dir", tmp_path, "new"],
        input=b"a" * (LONGEST_PIPED_LINE + 1),
        capture_output=True,
    )
    assert (asked.returncode, b"too long" in asked.stderr, b"Traceback" in asked.stderr) == (1, True, False)
