"""The way through a folder keeps the contract, whatever its disk does."""

import threading
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest

from facilitator.files import patience
from facilitator.sharing.transports.folder import FolderTransport
from facilitator.sharing.transports.transport import TransportDown
from tests.sharing.transports.contract import Contract, Listener, Ways, until


class TestFolder(Contract):
    @pytest.fixture
    async def ways(self, tmp_path) -> AsyncIterator[Ways]:
        numbers = count()
        folder = tmp_path / "shared"
        async with Ways(lambda: FolderTransport(folder, f"{next(numbers):016x}", 0.005)) as ways:
            yield ways

    async def test_a_folder_that_goes_away_and_comes_back_goes_on(self, ways, tmp_path):
        away = tmp_path / "away"
        (tmp_path / "shared").rename(away)
        with pytest.raises(TransportDown, match="no such file"):
            await ways.one.send([b"not now"])
        await ways.one.whisper("heads", b"lost")
        away.rename(tmp_path / "shared")
        await ways.one.send([b"now"])
        await until(lambda: b"now" in ways.there.frames)

    async def test_a_folder_that_cant_be_made_is_down(self, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(TransportDown):
            await FolderTransport(tmp_path / "file", "0" * 16).open(Listener().ears)

    async def test_a_disk_that_hangs_is_down_and_nothing_waits_for_it(self, ways, monkeypatch):
        monkeypatch.setattr(patience, "HANGING_SECONDS", 0.05)
        answers = threading.Event()
        monkeypatch.setattr(ways.one._boxes, "write", lambda frames: answers.wait(60))
        with pytest.raises(TransportDown, match="no answer"):
            await ways.one.send([b"frame"])
        answers.set()


def test_the_folder_is_looked_at_every_second():
    assert FolderTransport(Path("/nowhere"), "0" * 16)._poll_seconds == 1
