"""A session's own timeline: carried on by the boot clock, across boots by the wall clock, never backwards."""

import pytest

from facilitator.domain.facts.timeline import Anchor, Reading

ANCHOR = Anchor(1_000_000, Reading(5_000_000, 70_000, "first"))


@pytest.mark.parametrize(
    ("wall_ms", "boot_ms", "boot", "holds", "at"),
    [
        (5_000_000, 70_000, "first", True, 1_000_000),
        (5_001_000, 71_000, "first", True, 1_001_000),
        # The wall clock was set: the boot clock counts.
        (9_000_000, 71_000, "first", True, 1_001_000),
        (1_000_000, 71_000, "first", True, 1_001_000),
        # Another boot: the wall clock counts, but never backwards.
        (5_060_000, 71_000, "second", False, 1_060_000),
        (4_000_000, 71_000, "second", False, 1_000_000),
        (5_000_001, 90_000, "second", False, 1_000_001),
        # The boot clock went backwards: it is another boot of the same name.
        (5_060_000, 69_999, "first", False, 1_060_000),
    ],
)
def test_the_instant_of_a_reading(wall_ms: int, boot_ms: int, boot: str, holds: bool, at: int):
    reading = Reading(wall_ms, boot_ms, boot)
    assert ANCHOR.holds_for(reading) is holds
    assert ANCHOR.instant(reading) == at


@pytest.mark.parametrize(
    ("wall_ms", "boot_ms", "step"),
    [
        (5_010_000, 80_000, 0),
        # Small drift is none.
        (5_012_000, 80_000, 0),
        (5_008_000, 80_000, 0),
        (5_012_001, 80_000, 2001),
        (5_007_999, 80_000, -2001),
        (5_070_000, 80_000, 60_000),
        (4_950_000, 80_000, -60_000),
    ],
)
def test_how_far_the_wall_clock_was_set(wall_ms: int, boot_ms: int, step: int):
    assert ANCHOR.wall_step(Reading(wall_ms, boot_ms, "first")) == step


def test_across_boots_no_step_can_be_seen_unless_the_wall_clock_went_back():
    assert ANCHOR.wall_step(Reading(5_070_000, 10, "second")) == 0
    assert ANCHOR.wall_step(Reading(4_940_000, 10, "second")) == -60_000
