"""What each signal is called and shown as, and what it speaks for."""

import pytest

from facilitator.domain.facts.signal import SIGNAL_BY_SIGN, Direction, Signal


def test_each_signal_has_its_sign_its_look_and_its_direction():
    assert [(s.value, s.word, s.sign, s.glyph, s.tone, s.direction.value) for s in Signal] == [
        ("strength", "strength", "+", "+", "good", "strength"),
        ("concern", "concern", "-", "−", "bad", "concern"),
        ("follow-up", "follow-up", "?", "?", "busy", "neither"),
        ("flag", "flag", "!", "!", "warn", "concern"),
        ("quote", "quote", '"', "“", "accent", "neither"),
    ]
    assert {sign: signal.value for sign, signal in SIGNAL_BY_SIGN.items()} == {
        "+": "strength",
        "-": "concern",
        "?": "follow-up",
        "!": "flag",
        '"': "quote",
    }


def test_only_a_quote_stands_in_quotation_marks():
    assert [signal for signal in Signal if signal.is_verbatim] == [Signal.QUOTE]
    assert (Signal.QUOTE.typed("so"), Signal.QUOTE.shown("so")) == ('"so"', "“so”")
    assert (Signal.FLAG.typed("so"), Signal.FLAG.shown("so")) == ("! so", "so")


def test_the_weightiest_direction_comes_first():
    assert [direction.value for direction in Direction] == ["concern", "strength", "neither"]


@pytest.mark.parametrize(
    ("text", "shown", "typed"),
    [
        ("so", "“so”", '"so"'),
        ("“We ship it” she said", "“We ship it” she said", '"We ship it" she said'),
        ("“No” - then - “yes”", "“No” - then - “yes”", '"No" - then - “yes”'),
        ("““No” twice”", "““No” twice”", '"“No” twice"'),
        ('No" - a note of an old session', '“No" - a note of an old session”', '"No" - a note of an old session"'),
        ("“never closed", "“never closed", '"“never closed"'),
    ],
)
def test_of_a_quote_only_what_stands_between_its_marks_was_said(text: str, shown: str, typed: str):
    assert (Signal.QUOTE.shown(text), Signal.QUOTE.typed(text)) == (shown, typed)
    assert Signal.STRENGTH.shown(text) == text
