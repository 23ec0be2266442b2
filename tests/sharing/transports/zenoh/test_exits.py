"""A program that takes part live ends, however it ends and however much comes in. `exits.py` does it by the hundred."""

import pytest

from tests.sharing.transports.zenoh.exits import ENDS, ended, flooding


@pytest.fixture(scope="module")
def panel():
    with flooding() as panel:
        yield panel


@pytest.mark.parametrize("how", ENDS)
def test_it_ends_under_a_flood(panel, how):
    ended(panel, how)
