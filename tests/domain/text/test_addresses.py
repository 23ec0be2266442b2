"""An address is one that a calendar can invite."""

import pytest

from facilitator.domain.text.addresses import is_address


@pytest.mark.parametrize("text", ["ann@example.com", "ann.lee+x@mail.example.com", "änne@b.example"])
def test_what_can_be_invited_is_an_address(text: str):
    assert is_address(text)


@pytest.mark.parametrize("text", ["", "ann", "ann@", "@b.example", "a@b@c", "Ann <a@b.example>", "a@b, c@d", "a b@c"])
def test_what_has_a_name_or_is_several_is_none(text: str):
    assert not is_address(text)
