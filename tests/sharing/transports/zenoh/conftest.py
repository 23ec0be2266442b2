"""The ends of a panel's live way, which are closed when a test ends."""

from collections.abc import AsyncIterator

import pytest

from tests.sharing.transports.zenoh.panels import Opened


@pytest.fixture
async def opened() -> AsyncIterator[Opened]:
    async with Opened() as opened:
        yield opened
