"""Whatever happens to the devices of a panel, everybody ends with one state, and nobody loses what is theirs."""

import pytest

from tests.sharing.convergence import Walk

HISTORIES, AT_ONCE = 3000, 100
ACTIONS = 20
"""Shorter histories than those of `make converge`, so that there can be thousands of them in a test run."""


@pytest.mark.parametrize("first", range(0, HISTORIES, AT_ONCE))
def test_random_histories_come_to_one_state(first: int):
    for seed in range(first, first + AT_ONCE):
        try:
            Walk(seed, ACTIONS).go()
        except AssertionError as failed:
            pytest.fail(f"seed {seed}: {failed}")
