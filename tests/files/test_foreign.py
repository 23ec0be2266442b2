"""What lies in a file of ours is read as foreign text: cleaned, bounded, and from no link."""

import os

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.domain.text.plain_text import clean
from facilitator.files import foreign

HOSTILE = ["\x1b]52;c;aGk=\x07", "\x7f", "\x9b31m", "\u202e", "\u2066", "a\rb", "a\tb", "\u2028"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_acts_on_a_terminal_is_taken_out(text):
    assert foreign.decoded(msgspec.json.encode([text]), list[str]) == [clean(text)]


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("C:\\users\\0")
def test_text_that_is_passed_over_quickly_has_nothing_in_it_that_acts(text):
    if foreign.is_harmless(msgspec.json.encode(text)):
        assert all(clean(sign) or sign == "" for sign in text)


def test_no_link_is_followed(tmp_path):
    (tmp_path / "there").write_text("secret")
    (tmp_path / "link").symlink_to(tmp_path / "there")
    with pytest.raises(OSError, match="symbolic"):
        foreign.content(tmp_path / "link")


def test_nobody_waits_at_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert foreign.content(tmp_path / "pipe") == b""


def test_no_more_is_read_than_may_be_there(tmp_path):
    (tmp_path / "large").write_bytes(b"x" * 11)
    with pytest.raises(OSError, match="too large"):
        foreign.content(tmp_path / "large", 10)
