"""A session's own timeline: carried on by the boot clock, across boots by the wall clock, never backwards."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.facts.timeline import BETTER_BY_MS, Anchor, Reading, Tie, TimeTold

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


NOW = Reading(0, 1_000_000, "boot")


def later(ms: int) -> Reading:
    return Reading(0, NOW.boot_ms + ms, "boot")


class TestAnAnswer:
    def test_is_believed_in_the_middle_of_the_time_that_it_took(self):
        answer = TimeTold(asked_ms=1000, heard_ms=1160, said_at=5000, said_bound_ms=0)
        assert answer.at == 5080
        assert answer.bound_ms == 82

    def test_of_somebody_who_isnt_sure_is_that_much_less_sure(self):
        assert TimeTold(0, 10, 5000, 40).bound_ms == 47


class TestATie:
    def test_that_is_the_openers_stays_exact_however_long_it_lasts(self):
        tie = Tie(Anchor(5000, NOW))
        assert tie.bound(later(3_600_000)) == 0

    def test_gets_less_sure_by_six_milliseconds_a_minute(self):
        tie = Tie(Anchor(5000, NOW), bound_ms=10, is_opener=False)
        assert [tie.bound(later(minutes * 60_000)) for minutes in (0, 1, 10)] == [10, 16, 70]

    def test_follows_an_answer_only_if_it_is_better_by_thirty_milliseconds(self):
        tie = Tie(Anchor(5000, NOW), bound_ms=100, is_opener=False)
        assert tie.better([TimeTold(999_862, 1_000_000, 5000, 0)], NOW) is tie
        assert tie.better([TimeTold(999_866, 1_000_000, 5000, 0)], NOW) is not tie
        assert tie.better([], NOW) is tie

    def test_follows_the_answer_that_took_least(self):
        tie = Tie(Anchor(5000, NOW), bound_ms=100_000, is_opener=False)
        slow, fast = TimeTold(999_500, 1_000_000, 5000, 0), TimeTold(999_990, 1_000_000, 5100, 0)
        assert tie.better([slow, fast, slow], NOW).panel_instant(NOW) == fast.at

    @pytest.mark.parametrize(("off_ms", "after_20_s"), [(300, 200), (-300, -200), (90, 0), (-90, 0)])
    def test_puts_right_what_is_off_by_five_milliseconds_a_second(self, off_ms, after_20_s):
        tie = Tie(Anchor(5000, NOW), bound_ms=10_000, is_opener=False)
        tie = tie.better([TimeTold(1_000_000, 1_000_000, 5000 + off_ms, 0)], NOW)
        assert tie.instant(NOW) == 5000
        assert tie.panel_instant(NOW) == 5000 + off_ms
        assert tie.panel_instant(later(20_000)) - tie.instant(later(20_000)) == after_20_s
        assert tie.bound(NOW) == abs(off_ms) + 2
        assert tie.bound(later(20_000)) == abs(after_20_s) + 4

    def test_puts_right_at_once_what_is_off_by_more_than_half_a_second(self):
        tie = Tie(Anchor(5000, NOW), bound_ms=10_000, is_opener=False)
        assert tie.better([TimeTold(1_000_000, 1_000_000, 5501, 0)], NOW).instant(NOW) == 5501
        assert tie.better([TimeTold(1_000_000, 1_000_000, 4499, 0)], NOW).instant(NOW) == 4499

    def test_never_runs_backwards_while_it_is_put_right(self):
        tie = Tie(Anchor(5000, NOW), off_ms=-500, is_opener=False)
        shown = [tie.instant(later(ms)) for ms in range(0, 2000, 7)]
        assert shown == sorted(shown)

    def test_after_a_restart_nothing_is_sure_and_the_opener_is_believed_first(self):
        restarted = Reading(0, 5, "another boot")
        opener, other = Tie(Anchor(5000, NOW)), Tie(Anchor(5000, NOW), bound_ms=3, is_opener=False)
        assert BETTER_BY_MS < opener.bound(restarted) < other.bound(restarted)
        assert other.moved(6000, restarted).bound(restarted) == other.bound(restarted)

    def test_moved_to_another_reading_it_says_the_same(self):
        tie = Tie(Anchor(5000, NOW), off_ms=400, bound_ms=9, is_opener=False)
        at = later(30_000)
        moved = tie.moved(tie.instant(at), at)
        for ms in (30_000, 45_000, 900_000):
            assert moved.instant(later(ms)) == pytest.approx(tie.instant(later(ms)), abs=1)


@st.composite
def _panels(draw):
    """How fast each clock runs, what each wall clock shows, and how long each question and answer takes (ms)."""
    rate = st.integers(-50, 50)
    delay = st.tuples(st.integers(0, 200), st.integers(0, 200))
    devices = draw(st.lists(st.tuples(rate, st.integers(-3_600_000, 3_600_000)), min_size=2, max_size=4))
    rounds = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), delay), max_size=12))
    return devices, rounds


@given(_panels())
@settings(max_examples=300)
def test_whoever_asks_whom_nobody_is_ever_further_off_than_they_say(panel):
    devices, rounds = panel
    true_ms = 10_000_000

    def reading(device: int, at: int) -> Reading:
        rate, wall = devices[device]
        return Reading(7_200_000 + wall, at + at * rate // 1_000_000 + device * 1000, "boot")

    ties = [
        Tie(Anchor(true_ms + device * 700, reading(device, true_ms)), 0, 0 if device == 0 else 4000, device == 0)
        for device in range(len(devices))
    ]
    for asking, asked, (out, back) in rounds:
        asking, asked = asking % len(devices), asked % len(devices)
        there = reading(asked, true_ms + out)
        heard = reading(asking, true_ms + out + back)
        answer = TimeTold(
            reading(asking, true_ms).boot_ms,
            heard.boot_ms,
            ties[asked].panel_instant(there),
            ties[asked].known_within(there),
        )
        true_ms += out + back
        if asking != asked:
            ties[asking] = ties[asking].better([answer], heard)
        true_ms += 61_000
        panel_time = ties[0].instant(reading(0, true_ms))
        for device, tie in enumerate(ties):
            here = reading(device, true_ms)
            assert abs(tie.instant(here) - panel_time) <= tie.bound(here)
