"""A terminal passes on every key while lines are read, and gets back the modes that it had."""

import os
import pty
import termios

from facilitator.plain.terminal_modes import TerminalModes


def test_every_key_comes_at_once_even_the_end_of_a_file_until_the_modes_are_restored():
    leader, follower = pty.openpty()
    before = termios.tcgetattr(follower)
    modes = TerminalModes(follower)
    modes.pass_on_every_key()
    os.write(leader, b"no line\x04")
    assert os.read(follower, 100) == b"no line\x04"
    modes.restore()
    assert termios.tcgetattr(follower) == before
    os.close(leader)
    os.close(follower)


def test_what_is_no_terminal_is_left_alone():
    reads, writes = os.pipe()
    modes = TerminalModes(reads)
    modes.pass_on_every_key()
    modes.restore()
    os.close(reads)
    os.close(writes)
