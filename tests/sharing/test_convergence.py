"""Whatever happens to the devices of a panel, everybody ends with one state, and nobody loses what is theirs."""

import pytest

from tests.sharing.convergence import ACTIONS, Walk

SHORT_HISTORIES, SHORT = 3000, 20
"""Shorter than those of `make converge`, so that there can be thousands of them in a test run."""

LONG_HISTORIES = 100
"""As long as those of `make converge`: some faults take many steps."""

HISTORIES = [(first, 100, SHORT) for first in range(0, SHORT_HISTORIES, 100)]
HISTORIES += [(first, 20, ACTIONS) for first in range(0, LONG_HISTORIES, 20)]


@pytest.mark.parametrize(("first", "many", "actions"), HISTORIES)
def test_random_histories_come_to_one_state(first: int, many: int, actions: int):
    for seed in range(first, first + many):
        try:
            Walk(seed, actions).go()
        except AssertionError as failed:
            pytest.fail(f"seed {seed}: {failed}")
