"""Keys as they are printed."""

import pytest

from facilitator.ui.toolkit.printed_keys import printed


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("escape", "Esc"),
        ("ctrl+t", "Ctrl+T"),
        ("t", "t"),
        ("question_mark", "?"),
        ("f1,question_mark", "F1 or ?"),
        ("pageup", "PgUp"),
        ("plus", "+"),
    ],
)
def test_a_key_is_printed_as_people_call_it(key, name):
    assert printed(key) == name
