"""Starts the real program in terminals of its own, and ends what a test has left running."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.program import Spawn, Terminal


@pytest.fixture
def spawn(home: Path) -> Iterator[Spawn]:
    """Start `facilitator` with these arguments in a terminal of its own."""
    terminals: list[Terminal] = []

    def start(*arguments: str | Path, columns: int = 120, lines: int = 40) -> Terminal:
        terminals.append(Terminal(*arguments, columns=columns, lines=lines))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()
