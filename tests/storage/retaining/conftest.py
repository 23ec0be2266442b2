"""A data folder with its library."""

from pathlib import Path

import pytest

from facilitator.storage.home import Home
from facilitator.storage.library import Library


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "data")


@pytest.fixture
def library(home: Home) -> Library:
    return Library(home.library, list)
