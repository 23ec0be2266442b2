"""The keys of the debrief screen: each says what it does, and none has two uses."""

from facilitator.ui.debrief.debrief_keys import DEBRIEF_KEYS
from facilitator.ui.debrief.sections import SECTION_BINDINGS


def test_each_has_a_name_and_says_what_it_does():
    assert all(binding.id and binding.tooltip for binding in DEBRIEF_KEYS)


def test_none_has_two_uses():
    keys = [key for binding in (*DEBRIEF_KEYS, *SECTION_BINDINGS) for key in binding.key.split(",")]
    assert len(keys) == len(set(keys))
