"""A session that is shared through a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.sharing.transports import folder
from tests.workspace.shared.devices import QUICKLY, Devices


@pytest.fixture
def devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Devices]:
    monkeypatch.setattr(folder, "POLL_SECONDS", QUICKLY)
    with Devices(tmp_path) as made:
        yield made
