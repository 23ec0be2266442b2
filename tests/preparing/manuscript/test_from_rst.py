"""reStructuredText."""

import pytest

from facilitator.preparing.manuscript.from_rst import MOST_RST_LINES, from_rst
from facilitator.preparing.manuscript.manuscript import UnreadableFileError


def test_titles_and_lists():
    found = from_rst("Talk\n====\n\n- Why?\n", "a.rst")
    assert [(block.kind.value, block.text) for block in found.blocks] == [("heading", "Talk"), ("item", "Why?")]


def test_nothing_is_included_from_elsewhere():
    found = from_rst(".. include:: /etc/passwd\n\n.. raw:: html\n\n   <b>x</b>\n\ntext\n", "a.rst")
    assert [block.text for block in found.blocks] == ["text"]


def test_what_is_too_long_is_refused():
    with pytest.raises(UnreadableFileError):
        from_rst("x\n" * (MOST_RST_LINES + 1), "a.rst")
