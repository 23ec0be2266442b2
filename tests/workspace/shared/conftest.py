"""A session that is shared."""

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


@pytest.fixture(params=["through a folder", "live"])
def either(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Devices]:
    """Devices that share it in one of the two ways."""
    monkeypatch.setattr(folder, "POLL_SECONDS", QUICKLY)
    with Devices(tmp_path, live=request.param == "live") as made:
        yield made
