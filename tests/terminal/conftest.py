"""Starts the real program in terminals of its own, and ends what a test has left running."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.program import Spawn, Terminal


@pytest.fixture
def spawn(home: Path) -> Iterator[Spawn]:
    """Start `facilitator` with these arguments in a terminal of its own."""
    terminals: list[Terminal] = []

    def start(*arguments: str | Path, **terminal: Any) -> Terminal:
        terminals.append(Terminal(*arguments, **terminal))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()
