"""Libraries that only some formats need."""

import pytest

from facilitator.preparing.manuscript.manuscript import UnreadableFileError
from facilitator.preparing.manuscript.optional import needed


def test_one_that_is_there_is_loaded():
    assert needed("json", "JSON").__name__ == "json"


def test_one_that_is_missing_is_named_with_how_to_get_it():
    with pytest.raises(UnreadableFileError, match=r"Word files can be read with an extra: install the program as"):
        needed("no_such_library", "Word files")
