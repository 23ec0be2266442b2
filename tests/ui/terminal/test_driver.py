"""What the terminal sends becomes keys: each Esc is one, unless a sequence begins with it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.ui.terminal.driver import ESC_SECONDS, Parser


@pytest.fixture
def parser(monkeypatch):
    return new_parser(monkeypatch)


def new_parser(monkeypatch):
    parser: Any = Parser()
    parser.time = 0.0
    monkeypatch.setattr("textual.message._time.get_time", lambda: parser.time)
    return parser


def keys(parser, *reads):
    """The keys for what was read, at once and after a while."""
    events = [event for data in reads for event in parser.feed(data)]
    parser.time += 2 * ESC_SECONDS
    events += parser.tick()
    return [getattr(event, "key", None) or event for event in events]


@pytest.mark.parametrize(
    ("reads", "expected"),
    [
        (["\x1b"], ["escape"]),
        (["ab\x1bc"], ["a", "b", "escape", "c"]),
        (["\x1b1"], ["escape", "1"]),
        (["\x1b", "i"], ["escape", "i"]),
        (["\x1bfor"], ["escape", "f", "o", "r"]),
        (["\x1b\x1b"], ["escape", "escape"]),
        (["a\x1b\x1b[A"], ["a", "escape", "up"]),
        (["\x1b", "[A"], ["up"]),
        (["\x1b[A\x1bOP"], ["up", "f1"]),
        (["\x1bb"], ["ctrl+left"]),
        (["\x1b\x7f"], ["ctrl+w"]),
        (["\x1b" + "x" * 40], ["escape", *"x" * 40]),
    ],
)
def test_an_esc_is_a_key_unless_a_sequence_begins_so(parser, reads, expected):
    assert keys(parser, *reads) == expected


def test_what_comes_long_after_esc_has_nothing_to_do_with_it(parser):
    assert list(parser.feed("\x1b")) == []
    parser.time += 2 * ESC_SECONDS
    assert [event.key for event in parser.feed("[A")] == ["escape", "left_square_bracket", "A"]


def test_an_esc_in_a_paste_is_none(parser):
    (typed, paste, behind) = keys(parser, "a\x1b[200~one\x1bt", "wo\x1b[20", "1~b")
    assert (typed, paste.text, behind) == ("a", "one\x1btwo", "b")
    assert keys(parser, "\x1bi") == ["escape", "i"]


@given(st.lists(st.sampled_from(["\x1b", "\x1b[A", "\x1bOQ", "a", "i", " ", "é", "\x10", "\r"]), max_size=12))
def test_no_letter_is_lost_however_it_is_cut_into_reads(typed):
    with pytest.MonkeyPatch.context() as patch:
        parser = new_parser(patch)
        told = [event for data in typed for event in parser.feed(data)]
        parser.time += 2 * ESC_SECONDS
        told += parser.tick()
    letters = [event.character for event in told if getattr(event, "is_printable", False)]
    assert letters == [one for one in typed if one in ("a", "i", " ", "é")]
