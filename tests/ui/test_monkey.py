"""A monkey at the keyboard, with a mouse, and a window to pull at: nothing breaks, no letter is lost, all is kept.

A short form: `make monkey` is the long one.
"""

import pytest

from tests.ui.monkey.playing import play

ACTIONS = 40


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_is_pressed_clicked_and_pulled_no_letter_is_lost(seed, tmp_path):
    done = await play(seed, ACTIONS, tmp_path / "session.journal")
    assert not done.faults
    assert done.actions == ACTIONS
    assert done.letters > ACTIONS
