"""Where there is no page, asking for it says so."""

import pytest

from facilitator.workspace.services.page import PageTrouble, no_page


def test_no_page_says_that_there_is_none():
    with pytest.raises(PageTrouble, match=r"^There is no page here\.$"):
        no_page()
