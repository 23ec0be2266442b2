"""Whatever happens to the devices of a panel, everybody ends with one state, and nobody loses what is theirs."""

import pytest

from tests.conducting.convergence import Walk

HISTORIES = 400
SEEDS = 20


@pytest.mark.parametrize("first", range(0, HISTORIES, HISTORIES // SEEDS))
def test_random_histories_come_to_one_state(first: int):
    for seed in range(first, first + HISTORIES // SEEDS):
        try:
            Walk(seed).go()
        except AssertionError as failed:
            pytest.fail(f"seed {seed}: {failed}")
